// Package driver runs `go vet` with prodvet as its vettool and reads what the
// rules found. It caches nothing: cmd/go's build cache does.
package driver

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/prodvet/prodvet/internal/configfile"
	"github.com/prodvet/prodvet/internal/envelope"
	"github.com/prodvet/prodvet/internal/vetjson"
	"github.com/prodvet/prodvet/internal/vetunit"
)

// Run describes one run over packages.
type Run struct {
	Tool       string   // the executable of prodvet
	Dir        string   // where the go command runs; "" for the current directory
	Config     string   // absolute path of the configuration file; "" to find it
	BuildFlags []string // flags of the go command, such as -tags=x
	RuleFlags  []string // flags of the rules
	Patterns   []string // packages
}

// Result is what a run found.
type Result struct {
	Findings []Finding // each once, sorted by position, then rule
	Packages int       // how many packages the patterns name
	// Errors is what the go command said of packages that do not load or
	// type-check, as it said it; "" if there are none.
	Errors string
	// Census says how the named packages answer errors, those that do.
	Census []envelope.Package
	// Undeclared: the service answers errors in no form that dominates, and none
	// is declared, so that a rule that wants to know has nothing to go by.
	Undeclared bool
}

// Finding is one finding of one rule.
type Finding struct {
	Package string // the import path
	Rule    string
	vetjson.Diagnostic
}

// Check runs the rules over the packages. Packages that do not load or
// type-check are described in Result.Errors, and the others are still checked.
// The error is about the run itself, for instance a go command that is missing.
func (r Run) Check(ctx context.Context) (*Result, error) {
	vet, list, err := r.look(ctx)
	if err != nil {
		return nil, err
	}
	res := &Result{Packages: len(list)}
	if vet.failed {
		res.Errors = string(vet.stderr)
	}
	named := make(map[string]bool)
	for _, p := range list {
		named[p.ImportPath] = true
	}
	for _, t := range vet.trees {
		res.add(t, named)
	}
	if err := res.link(vet.trees, named); err != nil {
		return nil, err
	}
	res.sort()
	return res, nil
}

// look vets the packages, or those of them that load, and lists them all.
func (r Run) look(ctx context.Context) (vet *vetOutput, list []listed, err error) {
	var g errgroup.Group
	g.Go(func() (err error) { list, err = r.list(ctx); return err })
	g.Go(func() (err error) { vet, err = r.vet(ctx, r.Patterns); return err })
	if err := g.Wait(); err != nil {
		return nil, nil, err
	}
	if vet.failed && len(vet.trees) == 0 {
		// One package that does not load keeps go vet from all the others.
		again, err := r.vetLoadable(ctx, list)
		if err != nil {
			return nil, nil, err
		}
		vet.trees = again.trees
		vet.stderr = append(vet.stderr, again.stderr...)
	}
	return vet, list, nil
}

// listed is a package that the patterns name.
type listed struct {
	ImportPath string
	Incomplete bool // it, or a package that it imports, does not load
}

// list lists the packages that the patterns name.
func (r Run) list(ctx context.Context) ([]listed, error) {
	args := append([]string{"list", "-e", "-json=ImportPath,Incomplete"}, r.BuildFlags...)
	out, err := r.command(ctx, append(args, r.Patterns...)).Output()
	if exit := new(exec.ExitError); errors.As(err, &exit) {
		return nil, nil // go vet fails as well, and its message is the one to show
	} else if err != nil {
		return nil, err
	}
	var list []listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := dec.Decode(&p); err == io.EOF {
			return list, nil
		} else if err != nil {
			return nil, fmt.Errorf("output of go list: %w", err)
		}
		list = append(list, p)
	}
}

// Module returns the path of the main module, "" if there are several.
func (r Run) Module(ctx context.Context) (string, error) {
	out, err := r.command(ctx, append([]string{"list", "-m"}, r.BuildFlags...)).Output()
	if err != nil {
		return "", fmt.Errorf("go list -m: %w", err)
	}
	path := strings.TrimSpace(string(out))
	if strings.Contains(path, "\n") {
		return "", nil
	}
	return path, nil
}

// vetOutput is what one run of go vet printed.
type vetOutput struct {
	trees  []vetjson.Tree
	stderr []byte
	failed bool
}

func (r Run) vet(ctx context.Context, patterns []string) (*vetOutput, error) {
	args := []string{"vet", "-json", "-vettool=" + r.Tool, "-" + vetunit.LinkFlag}
	args = append(args, r.BuildFlags...)
	args = append(args, r.RuleFlags...)
	cmd := r.command(ctx, append(args, patterns...))
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdout, err := cmd.Output()
	out := &vetOutput{stderr: stderr.Bytes()}
	if exit := new(exec.ExitError); errors.As(err, &exit) {
		out.failed = true
	} else if err != nil {
		return nil, err
	}
	err = vetjson.Decode(bytes.NewReader(stdout), func(t vetjson.Tree) error {
		out.trees = append(out.trees, t)
		return nil
	})
	return out, err
}

// vetLoadable vets the packages of list that load.
func (r Run) vetLoadable(ctx context.Context, list []listed) (*vetOutput, error) {
	var good []string
	for _, p := range list {
		if !p.Incomplete {
			good = append(good, p.ImportPath)
		}
	}
	if len(good) == 0 || len(good) == len(list) {
		return new(vetOutput), nil
	}
	return r.vet(ctx, good)
}

func (r Run) command(ctx context.Context, args []string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = r.Dir
	if r.Config != "" {
		cmd.Env = append(os.Environ(), configfile.EnvPath+"="+r.Config)
	}
	return cmd
}

// Fix applies the findings' fixes to the packages' files. What could not be
// fixed, and which packages do not load, is told on stderr.
func (r Run) Fix(ctx context.Context, stdout, stderr io.Writer) error {
	_, err := r.fix(ctx, nil, stdout, stderr)
	return err
}

// Diff writes the changes that Fix would make to stdout and reports whether
// there are any; ok is false if packages do not load, which is told on stderr.
func (r Run) Diff(ctx context.Context, stdout, stderr io.Writer) (differs, ok bool, err error) {
	var diff bytes.Buffer
	ok, err = r.fix(ctx, []string{"-diff"}, &diff, stderr)
	if err != nil {
		return false, false, err
	}
	_, err = stdout.Write(diff.Bytes())
	// go fix exits with 1 for differences as well as for failures.
	return diff.Len() > 0, ok || diff.Len() > 0, err
}

// fix runs go fix and reports whether it exited with 0.
func (r Run) fix(ctx context.Context, flags []string, stdout, stderr io.Writer) (bool, error) {
	args := append([]string{"fix", "-fixtool=" + r.Tool}, flags...)
	args = append(args, r.BuildFlags...)
	args = append(args, r.RuleFlags...)
	cmd := r.command(ctx, append(args, r.Patterns...))
	cmd.Stdout, cmd.Stderr = stdout, stderr
	err := cmd.Run()
	if exit := new(exec.ExitError); errors.As(err, &exit) {
		return false, nil
	}
	return err == nil, err
}

// add adds the findings of a tree about the named packages. go vet also prints
// those of packages that are only imported, and those of a package with tests
// twice, alone and with its test files.
func (res *Result) add(t vetjson.Tree, named map[string]bool) {
	for id, byRule := range t {
		path := importPath(id)
		for rule, o := range byRule {
			if o.Err != "" {
				res.Errors += fmt.Sprintf("# %s\n%s\n", path, o.Err)
			}
			if !named[path] {
				continue
			}
			for _, d := range o.Diagnostics {
				res.Findings = append(res.Findings, Finding{path, rule, d})
			}
		}
	}
}

// importPath returns the import path that a user names a unit by:
// "p" for "p", "p [p.test]" and "p_test [p.test]".
func importPath(id string) string {
	path, variant, _ := strings.Cut(id, " ")
	if variant != "" && strings.HasSuffix(path, "_test") {
		return strings.TrimSuffix(path, "_test")
	}
	return path
}

func (res *Result) sort() {
	slices.SortFunc(res.Findings, compare)
	res.Findings = slices.CompactFunc(res.Findings, func(a, b Finding) bool { return compare(a, b) == 0 })
}

// compare orders findings by file, line, column, rule and message.
func compare(a, b Finding) int {
	if a.Posn != b.Posn {
		p, errA := vetjson.Position(a.Posn)
		q, errB := vetjson.Position(b.Posn)
		if errA == nil && errB == nil {
			if c := cmp.Or(cmp.Compare(p.Filename, q.Filename), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column)); c != 0 {
				return c
			}
		}
	}
	return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
}
