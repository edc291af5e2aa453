// Package goplsbuild builds a gopls that has the suite compiled in.
//
// gopls loads no foreign analyzers (golang/go#59869). But the go command
// decides by import path who may import an internal package, so a main module
// whose path lies below golang.org/x/tools/gopls/ can add analyzers to the
// table of gopls without a change to gopls itself: that stays the module the
// checksum database knows. The module written here is three files: a go.mod,
// gopls's own main.go with telemetry off, and suite.go, which adds the
// analyzers.
package goplsbuild

import (
	"context"
	"debug/buildinfo"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
)

const (
	goplsPath = "golang.org/x/tools/gopls"
	suitePath = "github.com/prodvet/prodvet"

	// modulePath is the path of the generated main module. It must lie below
	// goplsPath; that it differs from it keeps the binary out of the counters
	// of the gopls team.
	modulePath = goplsPath + "/prodvet"
)

// Options say what to build.
type Options struct {
	// Output is the file to write. It must not be named gopls: tools that
	// keep gopls up to date would overwrite it with a stock one.
	Output string

	// Version is the release of gopls, such as "v0.23.0". If it is empty,
	// the newest release is taken that the installed Go can build.
	Version string

	// Source is a directory with prodvet's own source. If it is empty, the
	// suite is taken from the module version that the running program was
	// built from, or from the checkout that holds the working directory.
	Source string

	// Stderr is where progress and the messages of the go command go.
	Stderr io.Writer
}

func (o Options) progress(format string, args ...any) {
	fmt.Fprintf(o.Stderr, "prodvet: "+format+"\n", args...)
}

// Build builds a gopls with the suite and writes it to opts.Output, but only
// after the new gopls has reported what the suite must report in a sample. On
// failure the file at opts.Output, if any, is left as it was.
func Build(ctx context.Context, opts Options) error {
	if err := checkOutput(opts.Output); err != nil {
		return err
	}
	plan, err := newPlan(ctx, opts)
	if err != nil {
		return err
	}

	// Beside the output, so that a rename puts the finished binary there.
	dir, err := os.MkdirTemp(filepath.Dir(opts.Output), ".prodvet-gopls-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	exe := filepath.Join(dir, "prodvet-gopls"+exeSuffix())
	if err := plan.build(ctx, exe); err != nil {
		return err
	}
	opts.progress("checking that it reports")
	if err := selfTest(ctx, exe); err != nil {
		return fmt.Errorf("the gopls just built is not usable and was removed: %w", err)
	}
	if err := os.Rename(exe, opts.Output); err != nil {
		return err
	}
	opts.progress("wrote %s: gopls %s with the suite of %s", opts.Output, plan.gopls.Version, plan.suite)
	return nil
}

// Stale compares the gopls at path, which Build has written some time, with
// the one that Build would write for opts now. It returns what differs, one
// line each; nothing if path is up to date. opts.Output is not used.
func Stale(ctx context.Context, path string, opts Options) ([]string, error) {
	info, err := buildinfo.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if info.Path != modulePath {
		return nil, fmt.Errorf("%s is not a gopls that prodvet has built: its main package is %s", path, info.Path)
	}
	plan, err := newPlan(ctx, opts)
	if err != nil {
		return nil, err
	}
	return plan.differences(info), nil
}

// checkOutput refuses names that cannot or must not be written.
func checkOutput(output string) error {
	if output == "" {
		return fmt.Errorf("no output file")
	}
	name := strings.ToLower(filepath.Base(output))
	if strings.TrimSuffix(name, ".exe") == "gopls" {
		return fmt.Errorf("the output must not be named %s: editors update a gopls of that name to a stock one; name it prodvet-gopls", filepath.Base(output))
	}
	if isDir(output) {
		return fmt.Errorf("the output %s is a directory; name the file, as in %s", output, filepath.Join(output, "prodvet-gopls"+exeSuffix()))
	}
	if dir := filepath.Dir(output); !isDir(dir) {
		return fmt.Errorf("the output %s is to be in %s, which is no directory", output, dir)
	}
	return nil
}

func isDir(name string) bool {
	fi, err := os.Stat(name)
	return err == nil && fi.IsDir()
}

func exeSuffix() string {
	if runtime.GOOS == "windows" {
		return ".exe"
	}
	return ""
}

// plan is everything that is decided before the build.
type plan struct {
	opts  Options
	tool  *goCommand
	suite suite
	gopls release
}

// newPlan decides which gopls is built with which suite, and sees to it that
// the installed Go can build both.
func newPlan(ctx context.Context, opts Options) (*plan, error) {
	tool, err := newGoCommand(ctx, opts.Stderr)
	if err != nil {
		return nil, err
	}
	info, _ := debug.ReadBuildInfo()
	cwd, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	s, err := findSuite(info, opts.Source, cwd)
	if err != nil {
		return nil, err
	}
	if s.goLine, err = tool.goLineOf(ctx, s); err != nil {
		return nil, err
	}
	if !builds(tool.version, s.goLine) {
		return nil, fmt.Errorf("the suite of %s needs Go %s or newer, but this is %s", s, s.goLine, tool.version)
	}
	p := &plan{opts: opts, tool: tool, suite: s}
	p.gopls, err = p.chooseGopls(ctx)
	return p, err
}

// chooseGopls returns the release that the options force, or the newest that
// the installed Go can build.
func (p *plan) chooseGopls(ctx context.Context) (release, error) {
	if p.opts.Version != "" {
		return force(p.opts.Version, p.tool.version, func(v string) (release, error) { return p.tool.download(ctx, v) })
	}
	versions, err := p.tool.versions(ctx)
	if err != nil {
		return release{}, err
	}
	return choose(versions, p.tool.version, func(v string) (release, error) {
		r, err := p.tool.download(ctx, v)
		if err == nil && !builds(p.tool.version, r.Go) {
			p.opts.progress("gopls %s needs Go %s, this is %s", v, r.Go, p.tool.version)
		}
		return r, err
	})
}

// build generates the main module in a directory of its own and builds it.
func (p *plan) build(ctx context.Context, exe string) error {
	dir, err := os.MkdirTemp("", "prodvet-gopls-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := generate(dir, p.suite, p.gopls); err != nil {
		return err
	}
	p.opts.progress("building gopls %s with the suite of %s; the first time, this takes some minutes", p.gopls.Version, p.suite)
	exe, err = filepath.Abs(exe)
	if err != nil {
		return err
	}
	return p.tool.stream(ctx, dir, "build", "-mod=mod", "-trimpath", "-buildvcs=false",
		"-ldflags=-X main.version="+p.gopls.Version+"+prodvet", "-o", exe, ".")
}

// differences compares what the plan would build with a binary's build info.
func (p *plan) differences(info *debug.BuildInfo) []string {
	var diffs []string
	add := func(what, has, current string) {
		if has != current {
			diffs = append(diffs, fmt.Sprintf("%s is %s; current is %s", what, has, current))
		}
	}
	add("gopls", dependency(info, goplsPath).Version, p.gopls.Version)
	add("the suite", dependency(info, suitePath).Version, p.suite.version)
	add("Go", info.GoVersion, p.tool.version)
	return diffs
}

// dependency returns the module of that path, or one with a version that no
// module has.
func dependency(info *debug.BuildInfo, path string) *debug.Module {
	for _, m := range info.Deps {
		if m.Path == path {
			return m
		}
	}
	return &debug.Module{Path: path, Version: "missing"}
}
