package goplsbuild

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/analyzers"
)

// TestMain lets the test binary stand in for a gopls that was just built.
func TestMain(m *testing.M) {
	switch os.Getenv("PRODVET_TEST_GOPLS") {
	case "reports":
		fmt.Printf("/tmp/main.go:%d:1-12: message\n", markedLine(sample))
	case "silent":
	case "refuses":
		fmt.Fprintln(os.Stderr, "prodvet: gopls has an analyzer corswildcard already")
		os.Exit(1)
	default:
		os.Exit(m.Run())
	}
}

func TestSelfTest(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		behaviour string
		enabled   bool
		wantErr   string
	}{
		{"reports", true, ""},
		{"reports", false, " check reported line "},
		{"silent", true, " check did not report line "},
		{"silent", false, ""},
		{"refuses", true, " check: exit status 1\nprodvet: gopls has an analyzer corswildcard already"},
	} {
		t.Run(fmt.Sprint(test.behaviour, test.enabled), func(t *testing.T) {
			t.Setenv("PRODVET_TEST_GOPLS", test.behaviour)
			err := selfTest(context.Background(), exe, test.enabled)
			if (err == nil) != (test.wantErr == "") || err != nil && !strings.Contains(err.Error(), test.wantErr) {
				t.Errorf("error:\n%v\nwant one with:\n%s", err, test.wantErr)
			}
		})
	}
}

// The sample has exactly one mark, in a line after the first, and is about a
// rule of the suite.
func TestSample(t *testing.T) {
	if n, line := strings.Count(string(sample), sampleMark), markedLine(sample); n != 1 || line <= 1 {
		t.Errorf("%d marks, the first in line %d", n, line)
	}
	if !slices.ContainsFunc(analyzers.Suite, func(a *analysis.Analyzer) bool { return a.Name == sampleRule }) {
		t.Errorf("the suite has no rule %s", sampleRule)
	}
}
