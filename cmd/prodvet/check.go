package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/internal/configfile"
	"github.com/prodvet/prodvet/internal/driver"
	"github.com/prodvet/prodvet/internal/nearest"
	"github.com/prodvet/prodvet/internal/output"
	"github.com/prodvet/prodvet/internal/vetunit"
)

// buildFlags are the go command's flags that prodvet passes on.
var buildFlags = map[string]string{
	"C":       "change to `dir` before doing anything",
	"mod":     "module download `mode`: readonly, vendor or mod",
	"modfile": "read this `file` instead of go.mod",
	"overlay": "read a JSON `file` that replaces source files",
	"p":       "run at most `n` packages at a time",
	"tags":    "comma-separated `list` of build tags",
}

// checkFlags are the flags of a check.
type checkFlags struct {
	set       *flag.FlagSet
	config    string
	format    string
	fix, diff bool
}

func newCheckFlags() *checkFlags {
	f := &checkFlags{set: flag.NewFlagSet("prodvet", flag.ContinueOnError)}
	f.set.SetOutput(io.Discard) // parse errors are printed with a hint, once
	f.set.StringVar(&f.config, "config", "", "read the configuration from `file` instead of "+configfile.Name+" at the module's root")
	f.set.StringVar(&f.format, "format", output.FormatText, "print findings in this `format`: text, or json as go vet prints it")
	f.set.BoolVar(&f.fix, "fix", false, "apply the findings' fixes, then check")
	f.set.BoolVar(&f.diff, "diff", false, "print what -fix would change, and change nothing")
	for name, usage := range buildFlags {
		f.set.String(name, "", usage)
	}
	vetunit.RuleFlags(f.set, analyzers.Suite)
	f.set.Usage = func() {} // a parse error is told in one line
	return f
}

// printUsage prints what prodvet can do, and its flags.
func (f *checkFlags) printUsage(w io.Writer) {
	fmt.Fprint(w, usage)
	f.set.SetOutput(w)
	f.set.PrintDefaults()
}

// run returns the run that the flags describe.
func (f *checkFlags) run(patterns []string) (driver.Run, error) {
	exe, err := os.Executable()
	if err != nil {
		return driver.Run{}, err
	}
	r := driver.Run{Tool: exe, Patterns: patterns}
	if len(patterns) == 0 {
		r.Patterns = []string{"./..."}
	}
	f.set.Visit(func(fl *flag.Flag) {
		arg := "-" + fl.Name + "=" + fl.Value.String()
		switch {
		case fl.Name == "config" || fl.Name == "format" || fl.Name == "fix" || fl.Name == "diff":
		case fl.Name == "C":
			r.Dir = fl.Value.String()
		case buildFlags[fl.Name] != "":
			r.BuildFlags = append(r.BuildFlags, arg)
		default:
			r.RuleFlags = append(r.RuleFlags, arg)
		}
	})
	if f.config != "" {
		if r.Config, err = filepath.Abs(f.config); err != nil {
			return r, err
		}
	}
	return r, nil
}

// validateConfig reads the configuration once, so that a mistake in it is told
// as such and not as a failure of go vet. It tells on stderr which of the
// service's configuration files are not read.
func validateConfig(r driver.Run, stderr io.Writer) error {
	dir, err := filepath.Abs(r.Dir)
	if err != nil {
		return err
	}
	files, err := configfile.All(dir, r.Config)
	if err != nil {
		return err
	}
	for _, f := range files {
		set, err := f.Settings()
		if err != nil {
			return err
		}
		for _, note := range set.Notes() {
			fmt.Fprintf(stderr, "prodvet: %s\n", note)
		}
	}
	return nil
}

// runCheck checks packages and prints what it finds.
func runCheck(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	f := newCheckFlags()
	if err := f.set.Parse(args); errors.Is(err, flag.ErrHelp) {
		f.printUsage(stdout)
		return exitClean
	} else if err != nil {
		fmt.Fprintf(stderr, "prodvet: %v%s\n", err, flagHint(f.set, args))
		return exitUsage
	}
	r, err := f.run(f.set.Args())
	if err == nil {
		err = output.ValidateFormat(f.format)
	}
	if err == nil {
		err = validateConfig(r, stderr)
	}
	if err != nil {
		fmt.Fprintf(stderr, "prodvet: %v\n", err)
		return exitUsage
	}
	if f.diff {
		return diff(ctx, r, stdout, stderr)
	}
	if f.fix {
		if err := r.Fix(ctx, stdout, stderr); err != nil {
			fmt.Fprintf(stderr, "prodvet: %v\n", err)
			return exitLoad
		}
	}
	return check(ctx, r, f.format, stdout, stderr)
}

// diff prints what fixes would change.
func diff(ctx context.Context, r driver.Run, stdout, stderr io.Writer) int {
	differs, ok, err := r.Diff(ctx, stdout, stderr)
	switch {
	case err != nil:
		fmt.Fprintf(stderr, "prodvet: %v\n", err)
		return exitLoad
	case !ok:
		return exitLoad
	case differs:
		return exitFindings
	}
	return exitClean
}

// check runs r and prints its result.
func check(ctx context.Context, r driver.Run, format string, stdout, stderr io.Writer) int {
	res, err := r.Check(ctx)
	if err != nil {
		fmt.Fprintf(stderr, "prodvet: %v\n", err)
		return exitLoad
	}
	dir, err := filepath.Abs(r.Dir)
	if err != nil {
		fmt.Fprintf(stderr, "prodvet: %v\n", err)
		return exitLoad
	}
	fmt.Fprint(stderr, res.Errors)
	if err := output.Write(stdout, format, dir, res.Findings); err != nil {
		fmt.Fprintf(stderr, "prodvet: %v\n", err)
		return exitLoad
	}
	if res.Undeclared {
		fmt.Fprintln(stderr, "prodvet: no form of error responses dominates, so errenvelope has none to hold the others against; `prodvet init` shows them and writes a "+configfile.Name+" that declares one")
	}
	fmt.Fprintln(stderr, output.Summary(res))
	switch {
	case res.Errors != "":
		return exitLoad
	case len(res.Findings) > 0:
		return exitFindings
	}
	return exitClean
}

// flagName returns the name of the flag that arg sets, or "".
func flagName(arg string) string {
	if !strings.HasPrefix(arg, "-") {
		return ""
	}
	name, _, _ := strings.Cut(strings.TrimLeft(arg, "-"), "=")
	return name
}

// flagHint returns the hint that ends the message about an unknown flag.
func flagHint(set *flag.FlagSet, args []string) string {
	var names []string
	set.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
	slices.Sort(names)
	for _, arg := range args {
		name := flagName(arg)
		if name == "" || set.Lookup(name) != nil {
			continue
		}
		if n := nearest.Name(name, names); n != "" {
			return fmt.Sprintf("; did you mean -%s?", n)
		}
		return "; " + set.Name() + " -help lists the flags"
	}
	return ""
}
