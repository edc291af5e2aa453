package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/analyzers"
)

const someLabels = `{"repo": "o/shop", "file": "api/a.go", "line": 10, "class": "goroutine", "label": true, "facts": {"kill": "y", "alt": "14, 20"}}
{"repo": "o/shop", "file": "api/a.go", "line": 40, "class": "goroutine", "label": true, "note": "through a channel", "facts": {"kill": "n"}}
{"repo": "o/shop", "file": "api/a.go", "line": 50, "class": "goroutine", "label": false}
{"repo": "o/shop", "file": "api/a.go", "line": 60, "class": "goroutine", "label": "unsure"}
{"repo": "o/other", "file": "api/a.go", "line": 10, "class": "goroutine", "label": true}
`

// TestCounts: a report counts a line beside the site, at its other lines, in its
// file and of its rule; sites that are unsure do not count.
func TestCounts(t *testing.T) {
	file := filepath.Join(t.TempDir(), "labels.jsonl")
	if err := os.WriteFile(file, []byte(someLabels), 0o666); err != nil {
		t.Fatal(err)
	}
	labels, err := readLabels(file)
	if err != nil {
		t.Fatal(err)
	}
	table := newTable([]driver{{name: "prodvet"}})
	found := []finding{
		{"goroutinerecover", "api/a.go", 21},
		{"goroutinerecover", "api/b.go", 40},
		{"errleak", "api/a.go", 40},
		{"goroutinerecover", "api/a.go", 51},
		{"goroutinerecover", "api/a.go", 60},
	}
	for _, c := range configurations {
		table.add(0, c, "o/shop", labels, found)
	}
	var b strings.Builder
	table.write(&b, true)
	for _, want := range []string{
		"| goroutines on a request path | goroutinerecover | 1 of 2, 1 of 1 false |",
		"| goroutines, all | goroutinerecover | 1 of 1, 0 of 1 false |",
		"prodvet, goroutines on a request path, missed: o/shop api/a.go:40  through a channel",
		"prodvet, goroutines on a request path, false: o/shop api/a.go:50",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

// TestRows: the rows name rules that there are.
func TestRows(t *testing.T) {
	for _, r := range rows {
		if !strings.Contains(names(), " "+r.rule+" ") {
			t.Errorf("no rule %s", r.rule)
		}
	}
}

func names() string {
	s := " "
	for _, a := range analyzers.Suite {
		s += a.Name + " "
	}
	return s
}
