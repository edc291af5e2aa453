package chain

import (
	"fmt"
	"io"
	"strings"
)

// Text writes the servers as trees. relative makes positions short.
func Text(w io.Writer, servers []Server, relative func(string) string) error {
	var b strings.Builder
	for i, s := range servers {
		if i > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintln(&b, title(s, relative))
		writeNode(&b, Tree(s.Server), 1)
		writeList := func(head string, names []string) {
			if len(names) > 0 {
				fmt.Fprintf(&b, "  %s: %s\n", head, strings.Join(names, ", "))
			}
		}
		all, some, none := lists(s.Checklist)
		writeList("has", all)
		writeList("on some routes only", some)
		writeList("missing", none)
		if s.Partial {
			b.WriteString("  code that is not seen can register more\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// writeNode writes a node's routes and what comes behind it. A middleware behind
// which there is only one thing keeps the indentation.
func writeNode(b *strings.Builder, n *Node, depth int) {
	indent := strings.Repeat("  ", depth)
	width := 0
	for _, r := range n.Routes {
		width = max(width, len(routeLabel(r)))
	}
	for _, r := range n.Routes {
		fmt.Fprintf(b, "%s%s\n", indent, strings.TrimRight(fmt.Sprintf("%-*s  %s", width, routeLabel(r), handlerLabel(r)), " "))
	}
	for _, next := range n.Next {
		fmt.Fprintf(b, "%s→ %s\n", indent, label(next.Middleware))
		deeper := depth + 1
		if len(next.Routes) == 0 && len(next.Next) == 1 && len(n.Routes) == 0 && len(n.Next) == 1 {
			deeper = depth
		}
		writeNode(b, next, deeper)
	}
}
