package errenvelope_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/prodvet/prodvet/internal/fixture"
	"github.com/prodvet/prodvet/internal/vetjson"
)

// TestCarriers holds the findings about error values, and where they say that
// the values are made: at the comments "sent".
func TestCarriers(t *testing.T) {
	fixture.Run(t, "errenvelope", nil, "./errenvelope/carriers/...")
	found := fixture.Vet(t, fixture.Testdata(t), []string{"-errenvelope"}, "./errenvelope/carriers/...")["errenvelope"]
	sent(t, found, "errenvelope/carriers/*/*.go")
}

// TestLinkedCarriers does the same over packages of which none knows all.
func TestLinkedCarriers(t *testing.T) {
	flags := []string{"-errenvelope.fields=code,detail"}
	found := fixture.RunLinked(t, "errenvelope", flags, "./errenvelope/linked/...")
	sent(t, found, "errenvelope/linked/*/*.go")
	fixture.RunLinked(t, "errenvelope", flags, "./errenvelope/linkedown/...")
	for _, d := range fixture.Vet(t, fixture.Testdata(t), append([]string{"-errenvelope"}, flags...), "./errenvelope/linked/...")["errenvelope"] {
		t.Errorf("without the link step: %s: %s", d.Posn, d.Message)
	}
}

// sent compares the related positions of findings with the comments "sent".
func sent(t *testing.T, found []vetjson.Diagnostic, pattern string) {
	t.Helper()
	dir := fixture.Testdata(t)
	var got []string
	for _, d := range found {
		for _, r := range d.Related {
			if r.Message == "answers an error through it" {
				continue
			}
			p, err := vetjson.Position(r.Posn)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, fmt.Sprintf("%s:%d", vetjson.Relative(dir, p.Filename), p.Line))
		}
	}
	slices.Sort(got)
	var want []string
	files, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(src), "\n") {
			if strings.Contains(line, "// sent") {
				want = append(want, fmt.Sprintf("%s:%d", vetjson.Relative(dir, name), i+1))
			}
		}
	}
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("places where the values are made (-want +got):\n%s", diff)
	}
}
