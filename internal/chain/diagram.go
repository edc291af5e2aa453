package chain

import (
	"fmt"
	"io"
	"strings"
)

// maxListed bounds the routes that one box of a diagram lists.
const maxListed = 12

// box is one box of a diagram.
type box struct {
	lines    []string
	kind     string // "server", "middleware", "routes" or "missing"
	children []*box
}

// boxes returns a server as a tree of boxes.
func boxes(s Server, relative func(string) string) *box {
	root := &box{kind: "server", lines: []string{strings.TrimSuffix(s.Name+" ("+s.Framework+")", " ()"), relative(s.Posn)}}
	root.add(Tree(s.Server))
	if none := named(s.Checklist, None); len(none) > 0 {
		root.children = append(root.children, &box{kind: "missing", lines: append([]string{"missing"}, none...)})
	}
	return root
}

func (b *box) add(n *Node) {
	if len(n.Routes) > 0 {
		routes := &box{kind: "routes"}
		for i, r := range n.Routes {
			if i == maxListed && len(n.Routes) > maxListed+1 {
				routes.lines = append(routes.lines, fmt.Sprintf("… and %d more", len(n.Routes)-i))
				break
			}
			routes.lines = append(routes.lines, routeLabel(r))
		}
		b.children = append(b.children, routes)
	}
	for _, next := range n.Next {
		child := &box{kind: "middleware", lines: []string{next.Middleware.Name}}
		if len(next.Middleware.Kinds) > 0 {
			child.lines = append(child.lines, strings.Join(next.Middleware.Kinds, ", "))
		}
		child.add(next)
		b.children = append(b.children, child)
	}
}

// Mermaid writes the servers as a Mermaid flowchart.
func Mermaid(w io.Writer, servers []Server, relative func(string) string) error {
	var b strings.Builder
	b.WriteString("flowchart LR\n")
	n := 0
	for _, s := range servers {
		mermaidBox(&b, boxes(s, relative), &n)
	}
	b.WriteString("  classDef missing stroke-dasharray: 4 4\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// mermaidBox writes a box and what is behind it, and returns its name.
func mermaidBox(b *strings.Builder, x *box, n *int) string {
	name := fmt.Sprintf("n%d", *n)
	*n++
	fmt.Fprintf(b, "  %s[\"%s\"]\n", name, strings.Join(mapped(x.lines, mermaidText.Replace), "<br>"))
	if x.kind == "missing" {
		fmt.Fprintf(b, "  class %s missing\n", name)
	}
	for _, c := range x.children {
		child := mermaidBox(b, c, n)
		arrow := "-->"
		if c.kind == "missing" {
			arrow = "-.-"
		}
		fmt.Fprintf(b, "  %s %s %s\n", name, arrow, child)
	}
	return name
}

var (
	mermaidText = strings.NewReplacer(`"`, "#quot;", "<", "#lt;", ">", "#gt;", "{", "#123;", "}", "#125;")
	svgText     = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
)

func mapped(list []string, f func(string) string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = f(s)
	}
	return out
}
