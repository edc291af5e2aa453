package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// row is a class of sites and what its labels mean.
type row struct {
	title  string
	class  string
	rule   string
	config string
	truth  func(label) any // true, false, or anything else for sites that do not count
}

func asLabelled(l label) any { return l.Label }

// rows are the classes, in the order of the rules' names.
var rows = []row{
	{"wildcard CORS", "cors", "corswildcard", byDefault, asLabelled},
	{"error responses outside the envelope", "envelope", "errenvelope", byDefault, asLabelled},
	{"error responses, every one", "envelope", "errenvelope", wide, func(label) any { return true }},
	{"internal errors shown", "leak", "errleak", byDefault, asLabelled},
	{"goroutines on a request path", "goroutine", "goroutinerecover", byDefault, asLabelled},
	{"goroutines, all", "goroutine", "goroutinerecover", wide, func(l label) any {
		switch l.Facts["kill"] {
		case "y":
			return true
		case "n":
			return false
		}
		return nil
	}},
	{"order of middleware", "order", "middlewareorder", byDefault, asLabelled},
	{"handlers that go on", "missing-return", "missingreturn", byDefault, asLabelled},
	{"process exits on a request path", "exit", "processexit", byDefault, asLabelled},
}

// count is what one driver reports of one row.
type count struct{ trues, found, falses, reported int }

type table struct {
	drivers []driver
	counts  [][]count // by row and driver
	notes   []string
}

func newTable(drivers []driver) *table {
	t := &table{drivers: drivers, counts: make([][]count, len(rows))}
	for i := range t.counts {
		t.counts[i] = make([]count, len(drivers))
	}
	return t
}

// slack is how many lines a report may lie beside its site.
const slack = 1

// add counts what driver d found in a service with a configuration.
func (t *table) add(d int, c configuration, repo string, labels []label, found []finding) {
	for i, r := range rows {
		if r.config != c.name {
			continue
		}
		n := &t.counts[i][d]
		for _, l := range labels {
			if l.Repo != repo || l.Class != r.class {
				continue
			}
			hit := slices.ContainsFunc(found, func(f finding) bool { return f.rule == r.rule && f.file == l.File && near(f.line, l.lines()) })
			switch r.truth(l) {
			case true:
				n.trues++
				if hit {
					n.found++
				} else {
					t.note(d, "missed", r, l)
				}
			case false:
				n.falses++
				if hit {
					n.reported++
					t.note(d, "false", r, l)
				}
			}
		}
	}
}

func (t *table) note(d int, what string, r row, l label) {
	t.notes = append(t.notes, fmt.Sprintf("%s, %s, %s: %s %s:%d  %s", t.drivers[d].name, r.title, what, l.Repo, l.File, l.Line, l.Note))
}

func near(line int, lines []int) bool {
	return slices.ContainsFunc(lines, func(n int) bool { return n-line <= slack && line-n <= slack })
}

// write prints the table in Markdown.
func (t *table) write(w io.Writer, verbose bool) {
	fmt.Fprint(w, "| sites | rule |")
	for _, d := range t.drivers {
		fmt.Fprintf(w, " %s |", d.name)
	}
	fmt.Fprintf(w, "\n|%s\n", strings.Repeat(" --- |", 2+len(t.drivers)))
	for i, r := range rows {
		fmt.Fprintf(w, "| %s | %s |", r.title, r.rule)
		for d, n := range t.counts[i] {
			if t.drivers[d].byDefault && r.config != byDefault {
				fmt.Fprint(w, " not run |")
				continue
			}
			fmt.Fprintf(w, " %s |", n)
		}
		fmt.Fprintln(w)
	}
	if verbose {
		fmt.Fprintf(w, "\n%s\n", strings.Join(t.notes, "\n"))
	}
}

// String says "66 of 67, 0 of 102 false": of the true sites and of the false ones
// how many are reported.
func (n count) String() string {
	s := fmt.Sprintf("%d of %d", n.found, n.trues)
	if n.falses > 0 {
		s += fmt.Sprintf(", %d of %d false", n.reported, n.falses)
	}
	return s
}
