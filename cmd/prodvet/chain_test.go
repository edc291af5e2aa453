package main_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/prodvet/prodvet/internal/chain"
	"github.com/prodvet/prodvet/internal/fixture"
)

// chainPicture is the picture in the README.
const chainPicture = "docs/chain.svg"

// TestChainPicture holds the README's picture against what the command draws.
// -update writes it.
func TestChainPicture(t *testing.T) {
	root := fixture.Root(t)
	o := prodvet(t, root, "chain", "-format", "svg", "-C", "testdata", "./services/gin/repaired/...")
	if o.code != 0 || o.stderr != "" {
		t.Fatalf("exit code %d\n%s", o.code, o.stderr)
	}
	file := filepath.Join(root, filepath.FromSlash(chainPicture))
	if *update {
		if err := os.WriteFile(file, []byte(o.stdout), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if data, err := os.ReadFile(file); err != nil || string(data) != o.stdout {
		t.Errorf("%s is stale (error: %v); run: go test ./cmd/prodvet -run ChainPicture -update", chainPicture, err)
	}
}

const chainText = `r (chi) in main, services/chi/repaired/main.go:25:22
  → middleware.RequestID [request ID]
  → middleware.Logger [logging]
  → recoverer [recovery]
  → tenant
  → cors.Handler(…) [CORS]
    GET /health       func literal
    POST /orders/     api.create
    GET /orders/{id}  api.get
  has: recovery, CORS, logging, request ID, 404 handler, health check
  missing: body limit, rate limit, timeout, compression
`

// TestChain: routes of another package, below a mounted path, in the order in
// which a request passes their middleware.
func TestChain(t *testing.T) {
	o := prodvet(t, fixture.Root(t), "chain", "-C", "testdata", "./services/chi/repaired/...")
	o.want(t, 0, chainText, "")
}

// TestChains holds the chains of services of many frameworks, the directories of
// testdata/chains, against chain.txt in each. -update writes it.
func TestChains(t *testing.T) {
	root := fixture.Root(t)
	dirs, err := filepath.Glob(filepath.Join(root, "testdata", "chains", "*"))
	if err != nil || len(dirs) == 0 {
		t.Fatalf("no services: %v", err)
	}
	o := prodvet(t, root, "chain", "-C", "testdata", "./chains/...")
	if o.code != 0 || o.stderr != "" {
		t.Fatalf("exit code %d\n%s", o.code, o.stderr)
	}
	got := make(map[string]string) // by directory
	for tree := range strings.SplitSeq(o.stdout, "\n\n") {
		head, _, _ := strings.Cut(tree, "\n")
		_, place, _ := strings.Cut(head, ", chains/")
		name, _, _ := strings.Cut(place, "/")
		got[name] += strings.TrimSuffix(tree, "\n") + "\n"
	}
	for _, dir := range dirs {
		file := filepath.Join(dir, "chain.txt")
		tree := got[filepath.Base(dir)]
		if *update {
			if err := os.WriteFile(file, []byte(tree), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if diff := cmp.Diff(string(want), tree); err != nil || diff != "" {
			t.Errorf("%s is stale (error: %v; -want +got):\n%s", file, err, diff)
		}
	}
}

func TestChainJSON(t *testing.T) {
	o := prodvet(t, fixture.Root(t), "chain", "-format=json", "-C", "testdata", "./services/...")
	if o.code != 0 {
		t.Fatalf("exit code %d\n%s", o.code, o.stderr)
	}
	var servers []chain.Server
	if err := json.Unmarshal([]byte(o.stdout), &servers); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range servers {
		got = append(got, s.Package+" "+s.Framework)
	}
	const services = "example.com/fixtures/services/"
	want := []string{services + "chi/broken chi", services + "chi/repaired chi", services + "gin/broken gin", services + "gin/repaired gin"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("servers (-want +got):\n%s", diff)
	}
}

func TestChainUsage(t *testing.T) {
	for _, test := range []struct {
		args   []string
		code   int
		stderr string
	}{
		{[]string{"-format=mermiad"}, 2, `prodvet chain: -format: no format "mermiad"; did you mean "mermaid"?`},
		{[]string{"-fromat=svg"}, 2, "prodvet chain: flag provided but not defined: -fromat; did you mean -format?"},
		{[]string{"-fix"}, 2, "prodvet chain: flag provided but not defined: -fix; prodvet chain -help lists the flags"},
		{[]string{"-C", "testdata", "./services/chi/repaired/respond"}, 0, "prodvet: no router with routes in these packages"},
	} {
		o := prodvet(t, fixture.Root(t), append([]string{"chain"}, test.args...)...)
		if o.code != test.code || strings.TrimSpace(o.stderr) != test.stderr {
			t.Errorf("%q: exit code %d, %q", test.args, o.code, o.stderr)
		}
	}
}
