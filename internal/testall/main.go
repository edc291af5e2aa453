// Command testall runs all tests of the repository, those of its nested modules
// included.
//
//	go run ./internal/testall [-short]
//
// With -short the tests that build golangci-lint and gopls are left out.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// step is one command, run in one module of the repository.
type step struct {
	dir  string
	args []string
	slow bool
}

var steps = []step{
	{dir: ".", args: []string{"go", "vet", "./..."}},
	// Tests build prodvet and run it, of which go test's cache knows nothing.
	{dir: ".", args: []string{"go", "test", "-count=1", "./..."}},
	// The fixtures have no tests of their own: the rules' tests vet them.
	{dir: "testdata", args: []string{"go", "build", "./..."}},
	{dir: "testdata/versions/older", args: []string{"go", "build", "./..."}},
	{dir: "testdata/versions/old", args: []string{"go", "build", "./..."}},
	{dir: "testdata/versions/newer", args: []string{"go", "build", "./..."}},
	{dir: "testdata/versions/recent", args: []string{"go", "build", "./..."}},
	// go vet of the whole of golangci-lint takes longer than its tests.
	{dir: "e2e", args: []string{"go", "test", "-count=1", "-vet=off", "-timeout=40m", "./..."}, slow: true},
}

func main() {
	short := flag.Bool("short", false, "leave out the tests that build golangci-lint and gopls")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintln(os.Stderr, "usage: go run ./internal/testall [-short]")
		os.Exit(2)
	}
	failed := false
	for _, s := range steps {
		if *short && s.slow {
			continue
		}
		fmt.Printf("== %s: %s\n", s.dir, strings.Join(s.args, " "))
		if err := s.run(); err != nil {
			fmt.Fprintf(os.Stderr, "== %s: %v\n", s.dir, err)
			failed = true
		}
	}
	if failed {
		os.Exit(1)
	}
}

func (s step) run() error {
	cmd := exec.Command(s.args[0], s.args[1:]...)
	cmd.Dir = s.dir
	cmd.Env = append(os.Environ(), "GOWORK=off")
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	return cmd.Run()
}
