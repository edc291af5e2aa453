package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/prodvet/prodvet/internal/configfile"
	"github.com/prodvet/prodvet/internal/driver"
)

// packageFlags are the flags of the subcommands that tell something of packages.
type packageFlags struct {
	set    *flag.FlagSet
	usage  string
	config string
}

func newPackageFlags(name, usage string) *packageFlags {
	f := &packageFlags{set: flag.NewFlagSet("prodvet "+name, flag.ContinueOnError), usage: usage}
	f.set.SetOutput(io.Discard)
	f.set.Usage = func() {}
	f.set.StringVar(&f.config, "config", "", "read the configuration from `file` instead of "+configfile.Name+" at the module's root")
	for name, usage := range buildFlags {
		f.set.String(name, "", usage)
	}
	return f
}

// parse parses args and reports whether to go on; if not, code is the exit code.
func (f *packageFlags) parse(args []string, stdout, stderr io.Writer) (goOn bool, code int) {
	switch err := f.set.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stdout, f.usage)
		f.set.SetOutput(stdout)
		f.set.PrintDefaults()
		return false, exitClean
	case err != nil:
		fmt.Fprintf(stderr, "%s: %v%s\n", f.set.Name(), err, flagHint(f.set, args))
		return false, exitUsage
	}
	return true, exitClean
}

// run returns the run over the packages that the flags and arguments name. It
// is the run of a check, so that cmd/go answers it from its cache after one.
func (f *packageFlags) run() (r driver.Run, err error) {
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
