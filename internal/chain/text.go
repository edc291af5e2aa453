package chain

import (
	"fmt"
	"io"
	"strings"
)

// checklistLines are the lines below a tree.
var checklistLines = []struct {
	covered Coverage
	head    string
}{
	{All, "has"},
	{Conditional, "under a condition only"},
	{Some, "on some routes only"},
	{None, "missing"},
}

// Text writes the servers as trees. relative makes positions short.
func Text(w io.Writer, servers []Server, relative func(string) string) error {
	var b strings.Builder
	for i, s := range servers {
		if i > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintln(&b, title(s, relative))
		writeNode(&b, Tree(s.Server), 1)
		for _, l := range checklistLines {
			if names := named(s.Checklist, l.covered); len(names) > 0 {
				fmt.Fprintf(&b, "  %s: %s\n", l.head, strings.Join(names, ", "))
			}
		}
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
