package origins

import (
	"go/ast"
	"regexp"
	"strings"
)

// Regexp returns the check that an origin matches a regular expression, as a
// library with a matcher of its own has it. A verdict of it has a repaired text, but
// no expression.
func Regexp(text string) Check {
	re, err := regexp.Compile(text)
	if err != nil {
		return Check{}
	}
	expr := &ast.BasicLit{} // stands for the text
	return Check{try: func(t *trial) truth {
		p := &pattern{re: re, expr: expr}
		if s, ok := t.replace[expr]; ok {
			other, err := regexp.Compile(s)
			if err != nil {
				return unsure
			}
			p.re = other
		}
		is := p.re.MatchString(t.origin)
		t.notes.regexp(p)
		if is {
			t.notes.hit(hit{name: "regexp", pattern: p})
		}
		return truthOf(is)
	}}
}

// repair returns a regular expression that refuses all probes and goes on to
// let in the legitimate origins, or "".
func (j *judge) repair(p *pattern, legit []string) string {
	text := p.re.String()
	for _, dots := range []string{text, quoteDots(text)} {
		for _, repaired := range append([]string{dots}, anchors(dots)...) {
			if repaired != text && j.holds(map[ast.Expr]string{p.expr: repaired}, legit) {
				return repaired
			}
		}
	}
	return ""
}

// holds reports whether the check is tight after a replacement.
func (j *judge) holds(replace map[ast.Expr]string, legit []string) bool {
	n := newNotes(nil)
	in := 0
	for _, o := range legit {
		host := hostOf(o)
		if strings.HasSuffix(o, host) || isLocal(host) { // elsewhere nobody means the port
			if j.trial(o, n, replace) != yes {
				return false
			}
			in++
		}
	}
	p := j.plan()
	for _, o := range append(append([]string{"null"}, strangers["https"]...), strangers["http"]...) {
		if j.trial(o, n, replace) != no {
			return false
		}
	}
	for _, pr := range p.probes {
		if p.isStranger(pr) && j.trial(pr.origin, n, replace) != no {
			return false
		}
	}
	return in > 0
}

// anchors returns ways to make a regular expression match whole texts.
func anchors(text string) []string {
	start, end := "", ""
	if !startsAnchored(text) {
		start = "^"
	}
	if !endsAnchored(text) {
		end = "$"
	}
	all := []string{start + text + end}
	if end != "" {
		all = append(all, start+text+"(:[0-9]+)?"+end) // the user's machine has many ports
	}
	return append(all, "^(?:"+text+")$")
}

// quoteDots puts a backslash before each dot that stands for one character.
func quoteDots(text string) string {
	var b strings.Builder
	class := false
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c == '\\' && i+1 < len(text):
			b.WriteByte(c)
			i++
			b.WriteByte(text[i])
			continue
		case c == '[':
			class = true
		case c == ']':
			class = false
		case c == '.' && !class && (i+1 == len(text) || !strings.ContainsRune("*+?{", rune(text[i+1]))):
			b.WriteByte('\\')
		}
		b.WriteByte(c)
	}
	return b.String()
}
