package goroutinerecover_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/internal/fixture"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// TestVersionMatrix holds the runners' versions against those that were run. A
// Collector of prometheus is a method, which no call gives to a runner: its rows
// are not looked at.
func TestVersionMatrix(t *testing.T) {
	runners := make(map[string]frameworks.Runner) // as in the table
	for _, fw := range frameworks.All() {
		for _, run := range fw.Runners {
			name := run.Pkg[strings.LastIndexByte(run.Pkg, '/')+1:] + "." + run.Recv + "." + run.Name
			runners[name] = run
		}
	}
	n := 0
	for _, rec := range fixture.ReadTable(t, filepath.Join(dir(t), "version_matrix.csv"), "library", "version", "call", "result") {
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
