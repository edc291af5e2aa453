package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/prodvet/prodvet/internal/configfile"
	"github.com/prodvet/prodvet/internal/goplsbuild"
)

const goplsUsage = `usage: prodvet gopls build -o PATH [-config FILE] [-gopls VERSION] [-source DIR]
       prodvet gopls build -check PATH [-config FILE] [-gopls VERSION] [-source DIR]

Build builds a gopls with prodvet's rules compiled in, for live findings in the
editor, and checks that it reports. With -check it builds nothing, but says
whether the one at PATH is up to date; if not, the exit code is 1.

`

// exitFailed says that the build failed or that a binary is out of date.
const exitFailed = 1

// runGopls runs `prodvet gopls`, args being what follows. It returns the exit
// code: exitClean, exitFailed or exitUsage.
func runGopls(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("prodvet gopls build", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprint(stderr, goplsUsage)
		flags.PrintDefaults()
	}
	opts := goplsbuild.Options{Stderr: stderr}
	flags.StringVar(&opts.Output, "o", "", "write the binary to `PATH`, which must not be named gopls")
	flags.StringVar(&opts.Version, "gopls", "", "build this `VERSION` of gopls (default: the newest that the installed Go can build)")
	flags.StringVar(&opts.Source, "source", "", "take the rules from the checkout in `DIR` (default: the version of this prodvet, or the checkout around the working directory)")
	file := flags.String("config", "", "configure the rules as `FILE` says, a "+configfile.Name+" (default: every rule with its default configuration)")
	check := flags.String("check", "", "do not build; say whether the binary at `PATH` is up to date")
	if len(args) == 0 || args[0] != "build" {
		flags.Usage()
		return exitUsage
	}
	switch err := flags.Parse(args[1:]); {
	case errors.Is(err, flag.ErrHelp):
		return exitClean
	case err != nil:
		return exitUsage
	case flags.NArg() > 0:
		fmt.Fprintf(stderr, "prodvet gopls build: unexpected argument %q\n", flags.Arg(0))
		return exitUsage
	case (opts.Output == "") == (*check == ""):
		fmt.Fprintln(stderr, "prodvet gopls build: pass either -o PATH or -check PATH")
		return exitUsage
	}

	if *file != "" {
		f, err := configfile.Load(*file)
		if err != nil {
			fmt.Fprintf(stderr, "prodvet gopls build: -config: %v\n", err)
			return exitUsage
		}
		opts.Config = f.Config
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if *check != "" {
		return checkGopls(ctx, *check, opts, stdout)
	}
	if err := goplsbuild.Build(ctx, opts); err != nil {
		fmt.Fprintf(stderr, "prodvet gopls build: %v\n", err)
		return exitFailed
	}
	return exitClean
}

// checkGopls prints whether the gopls at path is up to date.
func checkGopls(ctx context.Context, path string, opts goplsbuild.Options, stdout io.Writer) int {
	stale, err := goplsbuild.Stale(ctx, path, opts)
	if err != nil {
		fmt.Fprintf(opts.Stderr, "prodvet gopls build: %v\n", err)
		return exitFailed
	}
	if len(stale) == 0 {
		fmt.Fprintf(stdout, "%s is up to date\n", path)
		return exitClean
	}
	for _, line := range stale {
		fmt.Fprintf(stdout, "%s: %s\n", path, line)
	}
	fmt.Fprintf(stdout, "build it again with -o %s in place of -check %[1]s\n", path)
	return exitFailed
}
