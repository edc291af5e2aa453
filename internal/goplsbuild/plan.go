package goplsbuild

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
)

// plan is everything that is decided before the build.
type plan struct {
	opts     Options
	tool     *goCommand
	suite    suite
	gopls    release
	settings settings
	version  string // of the result: that of gopls and a suffix
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
		return nil, fmt.Errorf("the source of the rules: %w; -source DIR takes it from a checkout", err)
	}
	if !builds(tool.version, s.goLine) {
		return nil, fmt.Errorf("the suite of %s needs Go %s or newer, but this is %s", s, s.goLine, tool.version)
	}
	p := &plan{opts: opts, tool: tool, suite: s, settings: settingsOf(opts.Config)}
	suffix, err := p.settings.suffix()
	if err != nil {
		return nil, err
	}
	p.gopls, err = p.chooseGopls(ctx)
	p.version = p.gopls.Version + "+prodvet" + suffix
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
	if err := generate(dir, p.suite, p.gopls, p.settings); err != nil {
		return err
	}
	p.opts.progress("building gopls %s with the suite of %s; the first time, this takes some minutes", p.gopls.Version, p.suite)
	exe, err = filepath.Abs(exe)
	if err != nil {
		return err
	}
	return p.tool.stream(ctx, dir, "build", "-mod=mod", "-trimpath", "-buildvcs=false",
		"-ldflags=-X main.version="+p.version, "-o", exe, ".")
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
