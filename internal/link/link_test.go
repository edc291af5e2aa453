package link_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/prodvet/prodvet/internal/link"
)

// golden is a program as its packages' summaries tell of it, written by hand,
// and what the link step shall find: "package: position: message".
type golden struct {
	Why      string
	Packages []json.RawMessage
	Want     []string
}

func read(t *testing.T, name string) (golden, []*link.Package) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var g golden
	if err := json.Unmarshal(data, &g); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var packages []*link.Package
	for _, p := range g.Packages {
		decoded, err := link.Decode(p)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		packages = append(packages, decoded)
	}
	return g, packages
}

func found(packages []*link.Package) []string {
	list := []string{}
	for _, f := range link.Findings(packages) {
		list = append(list, fmt.Sprintf("%s: %s: %s", f.Package, f.Posn, f.Message))
	}
	return list
}

func TestGolden(t *testing.T) {
	names, err := filepath.Glob("testdata/*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".json"), func(t *testing.T) {
			g, packages := read(t, name)
			if diff := cmp.Diff(g.Want, found(packages)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", g.Why, diff)
			}
			// The order of the packages must not matter, but for that of the findings.
			slices.Reverse(packages)
			backwards := found(packages)
			slices.Sort(backwards)
			want := slices.Sorted(slices.Values(g.Want))
			if diff := cmp.Diff(want, backwards, cmp.Transformer("nil", func(l []string) []string { return append([]string{}, l...) })); diff != "" {
				t.Errorf("packages the other way round (-want +got):\n%s", diff)
			}
			for range 20 {
				if again := found(packages); !slices.Equal(again, found(packages)) {
					t.Fatal("two runs differ")
				}
			}
		})
	}
}

// TestCauseWays: the one finding of a cause still says how requests get to each
// place.
func TestCauseWays(t *testing.T) {
	_, packages := read(t, "testdata/request_cause.json")
	var got []string
	for _, r := range link.Findings(packages)[0].Related {
		got = append(got, r.Posn+": "+r.Message)
	}
	want := []string{
		"/m/api/x.go:1:1: one of them (reached from Create)",
		"/m/api/x.go:2:1: one of them (reached from Create)",
		"/m/api/x.go:3:1: one of them (reached from Create)",
		"/m/api/x.go:4:1: one of them",
		"/m/api/x.go:5:1: one of them",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDecodeErrors(t *testing.T) {
	for _, test := range []struct{ data, want string }{
		{`{"v":999,"pkg":"m/a"}`, fmt.Sprintf("internal error: the summary of package m/a has version 999, and this prodvet reads version %d; please report it", link.Version)},
		{`{"v":1,"pkg":"m/a","entries":[3]}`, "internal error: summary of package m/a: no symbol 3; please report it"},
		{`{"v":1,"pkg":"m/a","symbols":["0:F"]}`, `internal error: summary of package m/a: symbol "0:F" has no import; please report it`},
		{`{"v":1,"pkg":"m/a","symbols":["F"],"edges":[[]]}`, "internal error: summary of package m/a: an empty list; please report it"},
		{`{"v":1,"pkg":"m/a","symbols":["F"],"becomes":[[-2,0]]}`, "internal error: summary of package m/a: no symbol -2; please report it"},
		{`{"v":1,"pkg":"m/a","types":[{"t":"T","m":["F11=4"]}]}`, "internal error: summary of package m/a: no symbol 4; please report it"},
		{`{"v":1,"pkg":"m/a","candidates":[{"func":1}]}`, "internal error: summary of package m/a: no symbol 1; please report it"},
		{`{"v":1,"pkg":"m/a","allows":{"errleak":[1]}}`, "internal error: summary of package m/a: no symbol 1; please report it"},
		{`{"v":1,"pkg":"m/a","carriers":{"sends":[2]}}`, "internal error: summary of package m/a: no symbol 2; please report it"},
		{`{"v":1,"pkg":"m/a","carriers":{"candidates":[{"if":"sent","types":[-1]}]}}`, "internal error: summary of package m/a: no symbol -1; please report it"},
		{`{"v":1,"pkg":"m/a","bodies":{"reads":[{"func":2}]}}`, "internal error: summary of package m/a: no symbol 2; please report it"},
		{`{"v":1,"pkg":"m/a","bodies":{"bounds":[0]}}`, "internal error: summary of package m/a: no symbol 0; please report it"},
		{`[]`, "internal error: summary of a package: json: cannot unmarshal array into Go value of type struct { Version int \"json:\\\"v\\\"\"; Path string \"json:\\\"pkg\\\"\" }; please report it"},
	} {
		if _, err := link.Decode([]byte(test.data)); err == nil || err.Error() != test.want {
			t.Errorf("%s:\n got %v\nwant %s", test.data, err, test.want)
		}
	}
}
