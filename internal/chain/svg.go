package chain

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// The measures of a picture, in pixels. The font has a fixed width, so that boxes
// fit their text without a look at fonts.
const (
	charWidth  = 7.3
	lineHeight = 16
	padding    = 8
	gapX, gapY = 36, 12
	margin     = 12
)

// SVG writes the servers as one picture, from left to right as a request goes.
func SVG(w io.Writer, servers []Server, relative func(string) string) error {
	p := &picture{}
	y := float64(margin)
	for _, s := range servers {
		y = p.place(boxes(s, relative), margin, y) + gapY
	}
	var b strings.Builder
	width, height := p.width+margin, max(y-gapY+margin, 2*margin)
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" width="%.0f" height="%.0f" font-family="ui-monospace, monospace" font-size="12">`+"\n", width, height, width, height)
	b.WriteString(`<rect width="100%" height="100%" fill="#fff"/>` + "\n")
	b.WriteString(p.lines.String())
	b.WriteString(p.boxes.String())
	b.WriteString("</svg>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// picture is what is drawn: the lines first, so that boxes lie on them.
type picture struct {
	lines, boxes strings.Builder
	width        float64
}

var fills = map[string]string{"server": "#e7eef8", "middleware": "#eaf5ea", "routes": "#f7f7f7", "missing": "#fff4f0"}

// place draws a box at (x, y) with all that is behind it to its right, and
// returns the lower end of it all.
func (p *picture) place(b *box, x, y float64) (bottom float64) {
	w, h := b.size()
	below := y
	for i, c := range b.children {
		if i > 0 {
			below += gapY
		}
		_, ch := c.size()
		p.line(x+w, y+h/2, x+w+gapX, below+ch/2, c.kind == "missing")
		below = p.place(c, x+w+gapX, below)
	}
	p.width = max(p.width, x+w)
	dash := ""
	if b.kind == "missing" {
		dash = ` stroke-dasharray="4 4"`
	}
	fmt.Fprintf(&p.boxes, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="4" fill="%s" stroke="#555"%s/>`+"\n", x, y, w, h, fills[b.kind], dash)
	for i, text := range b.lines {
		weight := ""
		if i == 0 && b.kind != "routes" {
			weight = ` font-weight="bold"`
		}
		fmt.Fprintf(&p.boxes, `<text x="%.1f" y="%.1f"%s>%s</text>`+"\n", x+padding, y+padding+float64(i)*lineHeight+12, weight, svgText.Replace(text))
	}
	return max(below, y+h)
}

func (b *box) size() (w, h float64) {
	for _, l := range b.lines {
		w = max(w, float64(utf8.RuneCountInString(l))*charWidth)
	}
	return w + 2*padding, float64(len(b.lines))*lineHeight + 2*padding
}

func (p *picture) line(x1, y1, x2, y2 float64, dashed bool) {
	dash := ""
	if dashed {
		dash = ` stroke-dasharray="4 4"`
	}
	mid := (x1 + x2) / 2
	fmt.Fprintf(&p.lines, `<path d="M%.1f %.1f H%.1f V%.1f H%.1f" fill="none" stroke="#888"%s/>`+"\n", x1, y1, mid, y2, x2, dash)
}
