package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/prodvet/prodvet/internal/configfile"
	"github.com/prodvet/prodvet/internal/driver"
	"github.com/prodvet/prodvet/internal/envelope"
	"github.com/prodvet/prodvet/internal/output"
)

// censusFlags are the flags of the subcommands that show how a service answers
// errors.
type censusFlags struct {
	set    *flag.FlagSet
	usage  string
	config string
}

func newCensusFlags(name, usage string) *censusFlags {
	f := &censusFlags{set: flag.NewFlagSet("prodvet "+name, flag.ContinueOnError), usage: usage}
	f.set.SetOutput(io.Discard)
	f.set.Usage = func() {}
	f.set.StringVar(&f.config, "config", "", "read the configuration from `file` instead of "+configfile.Name+" at the module's root")
	for name, usage := range buildFlags {
		f.set.String(name, "", usage)
	}
	return f
}

// parse parses args and reports whether to go on; if not, code is the exit code.
func (f *censusFlags) parse(args []string, stdout, stderr io.Writer) (goOn bool, code int) {
	switch err := f.set.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stdout, f.usage)
		f.set.SetOutput(stdout)
		f.set.PrintDefaults()
		return false, exitClean
	case err != nil:
		fmt.Fprintf(stderr, "prodvet: %v%s\n", err, flagHint(f.set, args))
		return false, exitUsage
	}
	return true, exitClean
}

// run returns the run over the packages that the flags and arguments name. It
// is the run of a check, so that cmd/go answers it from its cache after one.
func (f *censusFlags) run() (r driver.Run, err error) {
	if r.Tool, err = os.Executable(); err != nil {
		return r, err
	}
	if r.Patterns = f.set.Args(); len(r.Patterns) == 0 {
		r.Patterns = []string{"./..."}
	}
	f.set.Visit(func(fl *flag.Flag) {
		switch {
		case fl.Name == "C":
			r.Dir = fl.Value.String()
		case buildFlags[fl.Name] != "":
			r.BuildFlags = append(r.BuildFlags, "-"+fl.Name+"="+fl.Value.String())
		}
	})
	if f.config != "" {
		r.Config, err = filepath.Abs(f.config)
	}
	return r, err
}

// census returns how the packages answer errors. If that is not known, it says
// why on stderr; code is then the exit code, and otherwise exitClean, or exitLoad
// if not all packages load.
func census(ctx context.Context, r driver.Run, stderr io.Writer) (s envelope.Summary, ok bool, code int) {
	if err := validateConfig(r, io.Discard); err != nil {
		fmt.Fprintf(stderr, "prodvet: %v\n", err)
		return s, false, exitUsage
	}
	res, err := r.Check(ctx)
	if err != nil {
		fmt.Fprintf(stderr, "prodvet: %v\n", err)
		return s, false, exitLoad
	}
	fmt.Fprint(stderr, res.Errors)
	if res.Errors != "" {
		code = exitLoad
	}
	return envelope.Summarise(res.Census), res.Errors == "" || res.Packages > 0, code
}

const envelopesUsage = `usage: prodvet envelopes [flags] [packages]

Envelopes prints how the packages (default ./...) answer errors: in which forms,
through which of the project's functions, at how many places.

`

// runEnvelopes runs `prodvet envelopes`.
func runEnvelopes(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	f := newCensusFlags("envelopes", envelopesUsage)
	format := f.set.String("format", output.FormatText, "print the census in this `format`: text or json")
	if goOn, code := f.parse(args, stdout, stderr); !goOn {
		return code
	}
	r, err := f.run()
	if err == nil {
		err = output.ValidateFormat(*format)
	}
	if err != nil {
		fmt.Fprintf(stderr, "prodvet: %v\n", err)
		return exitUsage
	}
	s, ok, code := census(ctx, r, stderr)
	if !ok {
		return code
	}
	if err := output.Envelopes(stdout, *format, s); err != nil {
		fmt.Fprintf(stderr, "prodvet: %v\n", err)
		return exitLoad
	}
	return code
}
