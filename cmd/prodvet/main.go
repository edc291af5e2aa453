// Command prodvet vets Go HTTP services for what production needs and compilers
// do not check.
//
// Usage:
//
//	prodvet [flags] [packages]     check packages (default ./...)
//	prodvet init [packages]        write a .prodvet.yml with the error envelope in use
//	prodvet envelopes [packages]   print how errors are answered
//	prodvet chain [packages]       show the middleware of each route
//	prodvet explain RULE           print the page of a rule
//	prodvet rules                  list the rules
//	prodvet gopls build -o PATH    build a gopls that has the rules
//	prodvet version                print the version
//
//	go vet -vettool=$(which prodvet) ./...
//	go fix -fixtool=$(which prodvet) ./...
//
// Exit codes: 0 nothing found, 1 findings, 2 wrong usage or configuration,
// 3 packages that do not load or type-check (the others are still checked).
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/nearest"
	"github.com/prodvet/prodvet/internal/vetunit"
)

// Exit codes of every subcommand.
const (
	exitClean    = 0
	exitFindings = 1
	exitUsage    = 2
	exitLoad     = 3
)

func main() {
	args := os.Args[1:]
	if vetunit.IsInvocation(args) {
		os.Exit(newVettool().Main(args))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, args, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// subcommands are the words that are not package patterns.
var subcommands = map[string]func(ctx context.Context, args []string, stdout, stderr io.Writer) int{
	"chain":     runChain,
	"envelopes": runEnvelopes,
	"explain":   short(runExplain),
	"gopls":     short(runGopls),
	"init":      runInit,
	"rules":     short(runRules),
	"version":   short(runVersion),
	"help":      short(runHelp),
}

// short makes a subcommand of one that does not run long enough to be
// interrupted, or sees to that itself.
func short(run func(args []string, stdout, stderr io.Writer) int) func(context.Context, []string, io.Writer, io.Writer) int {
	return func(_ context.Context, args []string, stdout, stderr io.Writer) int { return run(args, stdout, stderr) }
}

// run dispatches to a subcommand; without one it checks packages.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	if len(args) > 0 {
		if sub := subcommands[args[0]]; sub != nil {
			return sub(ctx, args[1:], stdout, stderr)
		}
		if name := misspelt(args[0]); name != "" {
			fmt.Fprintf(stderr, "prodvet: no subcommand %q; did you mean %q? (a package is written ./%[1]s)\n", args[0], name)
			return exitUsage
		}
	}
	return runCheck(ctx, args, stdout, stderr)
}

// misspelt returns the subcommand that arg most likely is meant to be, if it
// does not look like a package.
func misspelt(arg string) string {
	if strings.ContainsAny(arg, "./-") {
		return ""
	}
	var names []string
	for name := range subcommands {
		names = append(names, name)
	}
	slices.Sort(names)
	return nearest.Name(arg, names)
}
