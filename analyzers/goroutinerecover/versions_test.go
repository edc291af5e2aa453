package goroutinerecover_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/internal/fixture"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// TestVersionMatrix holds the runners' versions against those that were run. A
// Collector of prometheus is a method, which no call gives to a runner: its rows
// are not looked at.
func TestVersionMatrix(t *testing.T) {
	f, err := os.Open(filepath.Join(dir(t), "version_matrix.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	r := csv.NewReader(f)
	r.Comment = '#'
	records, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if header := []string{"library", "version", "call", "result"}; !slices.Equal(records[0], header) {
		t.Fatalf("the columns are %q, not %q", records[0], header)
	}
	runners := make(map[string]frameworks.Runner) // as in the table
	for _, fw := range frameworks.All() {
		for _, run := range fw.Runners {
			name := run.Pkg[strings.LastIndexByte(run.Pkg, '/')+1:] + "." + run.Recv + "." + run.Name
			runners[name] = run
		}
	}
	n := 0
	for _, rec := range records[1:] {
		version, call, result := rec[1], rec[2], rec[3]
		if call == "Collector.Collect" {
			continue
		}
		run, ok := runners[call]
		if !ok {
			t.Errorf("%s is no runner", call)
			continue
		}
		n++
		if got, want := run.RecoversAt(version), !strings.HasPrefix(result, kills); got != want {
			t.Errorf("%s at %s recovers: %t, but it was run: %s", call, version, got, result)
		}
	}
	if n == 0 {
		t.Error("no rows")
	}
}

// TestErrgroup vets packages with the versions of errgroup on both sides of a
// change.
func TestErrgroup(t *testing.T) {
	for _, test := range []struct {
		module string
		want   int
	}{
		{"errgroup15", 0}, {"errgroup16", 2},
	} {
		module := filepath.Join(fixture.Testdata(t), "versions", test.module)
		if found := fixture.Vet(t, module, []string{"-goroutinerecover"}, "./...")["goroutinerecover"]; len(found) != test.want {
			t.Errorf("%s: %d findings, want %d:\n%s", test.module, len(found), test.want, describe(found))
		}
	}
}
