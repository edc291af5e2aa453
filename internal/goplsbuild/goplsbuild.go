// Package goplsbuild builds a gopls that has the suite compiled in.
//
// gopls loads no foreign analyzers (golang/go#59869). But the go command
// decides by import path who may import an internal package, so a main module
// whose path lies below golang.org/x/tools/gopls/ can add analyzers to the
// table of gopls without a change to gopls itself: that stays the module the
// checksum database knows. The module written here is four files: a go.mod,
// gopls's own main.go with telemetry off, and suite.go, which adds the
// analyzers as settings.go configures them.
package goplsbuild

import (
	"context"
	"debug/buildinfo"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/config"
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

	// Config configures the rules, for good: gopls has no settings for that,
	// except one to turn a rule off.
	Config config.Config

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
	if err := selfTest(ctx, exe, !slices.Contains(plan.settings.disabled, sampleRule)); err != nil {
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
	diffs := plan.differences(info)
	if len(diffs) > 0 {
		return diffs, nil
	}
	out, err := exec.CommandContext(ctx, path, "version").Output()
	if err != nil {
		return nil, fmt.Errorf("%s version: %w", path, err)
	}
	if !slices.Contains(strings.Fields(string(out)), plan.version) {
		return []string{"the configuration of the rules is another one"}, nil
	}
	return nil, nil
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
