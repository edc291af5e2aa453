package corswildcard_test

import (
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/internal/fixture"
	"github.com/prodvet/prodvet/internal/vetjson"
)

// unknown are the libraries that the rule has no data about yet, by their
// packages of fixtures: their rows are not looked at.
var unknown = []string{}

// differs are the libraries that the rule knows, with rows that it does not yet
// decide as they were run. Their rows are printed, and no more.
var differs = []string{}

// undecidable are the rows that no look at the source can decide, as
// "rs Row01" or, of another version, "rs@v1.4.0 Row01", with the reason.
var undecidable = map[string]string{}

// besides are findings about the policies that a row makes and does not return.
var besides = map[string]string{
	"beego Row09": "any-origin", // the public filter
}

// TestTable holds the rule against the table of what was run: each row's
// configuration is a function of testdata/corswildcard/table, and the one
// finding in it, or none, must be what came of running it. With -v it prints
// every row; those that differ begin with DIFF.
func TestTable(t *testing.T) {
	testRows(t, currentTable(t))
}

// TestVersions is TestTable for old versions of the libraries.
func TestVersions(t *testing.T) {
	testRows(t, versionsTable(t))
}

// testRows vets the fixtures of the groups and compares.
func testRows(t *testing.T, groups []*group) {
	t.Helper()
	patterns := make(map[string][]string) // by module
	for _, g := range groups {
		if !slices.Contains(unknown, g.library.pkg) {
			patterns[g.module] = append(patterns[g.module], "./"+path.Join(g.dir, "..."))
		}
	}
	found := make(map[string][]vetjson.Diagnostic) // by file and function
	for module, patterns := range patterns {
		for _, d := range fixture.Vet(t, module, []string{"-corswildcard"}, patterns...)["corswildcard"] {
			key := fixture.Enclosing(t, d)
			found[key] = append(found[key], d)
		}
	}
	elsewhere := maps.Clone(found)
	for _, g := range groups {
		if slices.Contains(unknown, g.library.pkg) {
			continue
		}
		for i := range g.rows {
			delete(elsewhere, filepath.Join(g.module, g.file(i))+" "+rowName(i))
		}
	}
	for _, found := range elsewhere {
		for _, d := range found {
			t.Errorf("%s: a finding outside the rows: %s: %s", d.Posn, d.Category, d.Message)
		}
	}
	for _, g := range groups {
		t.Run(g.name(), func(t *testing.T) {
			if slices.Contains(unknown, g.library.pkg) {
				t.Skip("the rule does not know it yet")
			}
			g.compare(t, found)
		})
	}
}

// name returns the name of the group's test.
func (g *group) name() string {
	if g.version == "" {
		return g.library.pkg
	}
	return g.library.pkg + "@" + g.version
}

// compare reports the rows of the group that the rule decides otherwise.
func (g *group) compare(t *testing.T, found map[string][]vetjson.Diagnostic) {
	t.Helper()
	wrong := 0
	for i, r := range g.rows {
		name := rowName(i)
		key := g.name() + " " + name
		got := found[filepath.Join(g.module, g.file(i))+" "+name]
		want := r.want()
		ok := agrees(kindsOf(got), want, besides[key])
		_, excused := undecidable[key]
		mark := "same"
		if !ok {
			mark, wrong = "DIFF", wrong+1
		}
		if !ok || testing.Verbose() {
			t.Logf("%s %s %s\n\ttruth %s\n\twant  %s\n\tgot   %s", mark, name, strings.Join(strings.Fields(r.Config), " "),
				r.truth(), describe(want), describeFound(got))
		}
		switch {
		case ok && excused:
			t.Errorf("%s is decided: take it out of undecidable", key)
		case !ok && !excused && !slices.Contains(differs, g.library.pkg):
			t.Errorf("%s differs, see above", name)
		}
	}
	t.Logf("%d of %d rows differ", wrong, len(g.rows))
}

// agrees reports whether the kinds found are one of those wanted, once, and
// nothing else but beside.
func agrees(got, want []string, beside string) bool {
	if i := slices.Index(got, beside); i >= 0 && len(got) > 1 {
		got = slices.Delete(slices.Clone(got), i, i+1)
	}
	switch len(got) {
	case 0:
		return slices.Contains(want, silence)
	case 1:
		return slices.Contains(want, got[0])
	}
	return false
}

func TestAgrees(t *testing.T) {
	for _, test := range []struct {
		got, want []string
		beside    string
		agrees    bool
	}{
		{nil, []string{silence}, "", true},
		{nil, []string{"refused"}, "", false},
		{nil, []string{silence, "refused"}, "", true},
		{[]string{"refused"}, []string{"refused", "overridden"}, "", true},
		{[]string{"overridden"}, []string{"refused", "overridden"}, "", true},
		{[]string{"refused"}, []string{silence}, "", false},
		{[]string{"refused", "refused"}, []string{"refused"}, "", false},
		{[]string{"any-origin", "refused"}, []string{"refused"}, "any-origin", true},
		{[]string{"any-origin"}, []string{"refused"}, "any-origin", false},
		{[]string{"any-origin", "any-origin", "refused"}, []string{"refused"}, "any-origin", false},
	} {
		if got := agrees(test.got, test.want, test.beside); got != test.agrees {
			t.Errorf("agrees(%q, %q, %q) = %t", test.got, test.want, test.beside, got)
		}
	}
}

func kindsOf(found []vetjson.Diagnostic) []string {
	var kinds []string
	for _, d := range found {
		kinds = append(kinds, d.Category)
	}
	return kinds
}

func describe(kinds []string) string {
	words := slices.Clone(kinds)
	for i, k := range words {
		if k == silence {
			words[i] = "silence"
		}
	}
	return strings.Join(words, " or ")
}

func describeFound(found []vetjson.Diagnostic) string {
	if len(found) == 0 {
		return "silence"
	}
	var lines []string
	for _, d := range found {
		lines = append(lines, d.Category+": "+d.Message)
	}
	return strings.Join(lines, "\n\t      ")
}

// readTable reads rows from a CSV file.
func readTable(t *testing.T, name string) []row {
	t.Helper()
	var rows []row
	for _, rec := range fixture.ReadTable(t, name, "library", "version", "config", "construct", "evil_gets_in", "simple_ACAO", "simple_ACAC",
		"other_origins_in_anonymous", "other_origins_in_with_credentials") {
		rows = append(rows, row{Library: rec[0], Version: rec[1], Config: rec[2], Construct: rec[3], Evil: rec[4],
			ACAO: rec[5], ACAC: rec[6], Anonymous: origins(rec[7]), Credentialed: origins(rec[8])})
	}
	return rows
}

// origins splits a list of origins as the tables write it.
func origins(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, "; ")
}

// rowName returns the name of the function of the row with index i.
func rowName(i int) string { return fmt.Sprintf("Row%02d", i+1) }
