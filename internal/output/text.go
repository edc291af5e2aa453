// Package output prints findings.
package output

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/driver"
	"github.com/prodvet/prodvet/internal/vetjson"
)

// Text writes each finding as "file:line:col: message (rule)", with its
// related positions indented below it, as many as one reads. File names are
// relative to dir where that is shorter to read.
func Text(w io.Writer, dir string, findings []driver.Finding) error {
	var b strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&b, "%s: %s (%s)\n", Relative(dir, f.Posn), f.Message, f.Rule)
		for _, r := range f.Related[:min(len(f.Related), maxRelated)] {
			fmt.Fprintf(&b, "\t%s: %s\n", Relative(dir, r.Posn), r.Message)
		}
		if more := len(f.Related) - maxRelated; more > 0 {
			fmt.Fprintf(&b, "\tand %s; -format json lists them\n", count(more, "more place"))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// maxRelated bounds how many related positions of a finding are printed.
const maxRelated = 10

// Relative returns a position with its file name relative to dir where that is
// shorter to read.
func Relative(dir, posn string) string {
	p, err := vetjson.Position(posn)
	if err != nil {
		return posn
	}
	p.Filename = vetjson.Relative(dir, p.Filename)
	return p.String()
}

// Summary returns the line that ends a run: how many findings, and of which
// rules.
func Summary(r *driver.Result) string {
	packages := count(r.Packages, "package")
	if r.Errors != "" {
		packages += ", not all of which could be checked"
	}
	if len(r.Findings) == 0 {
		return "prodvet: no findings in " + packages
	}
	perRule := make(map[string]int)
	for _, f := range r.Findings {
		perRule[f.Rule]++
	}
	var parts []string
	for _, rule := range slices.Sorted(maps.Keys(perRule)) {
		parts = append(parts, fmt.Sprintf("%s %d", rule, perRule[rule]))
	}
	return fmt.Sprintf("prodvet: %s in %s: %s", count(len(r.Findings), "finding"), packages, strings.Join(parts, ", "))
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
