package main

import (
	"fmt"
	"io"
	"runtime/debug"
	"strings"
	"text/tabwriter"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/docs/rules"
	"github.com/prodvet/prodvet/internal/config"
	"github.com/prodvet/prodvet/internal/nearest"
)

const usage = `prodvet vets Go HTTP services for what production needs and compilers do not check.

usage:
  prodvet [flags] [packages]     check packages (default ./...)
  prodvet init [packages]        write a .prodvet.yml with the error envelope in use
  prodvet envelopes [packages]   print how errors are answered
  prodvet chain [packages]       show the middleware of each route
  prodvet explain RULE           print the page of a rule
  prodvet rules                  list the rules
  prodvet gopls build -o PATH    build a gopls that has the rules
  prodvet version                print the version

  go vet -vettool=$(which prodvet) ./...
  go fix -fixtool=$(which prodvet) ./...

exit codes: 0 nothing found, 1 findings, 2 wrong usage or configuration,
3 packages that do not load or type-check (the others are still checked)

flags:
`

func runHelp(_ []string, stdout, _ io.Writer) int {
	newCheckFlags().printUsage(stdout)
	return exitClean
}

// runExplain prints the page of a rule.
func runExplain(args []string, stdout, stderr io.Writer) int {
	if len(args) != 1 {
		fmt.Fprintln(stderr, "usage: prodvet explain RULE; prodvet rules lists them")
		return exitUsage
	}
	page, err := rules.Pages.ReadFile(args[0] + ".md")
	if err != nil {
		fmt.Fprintf(stderr, "prodvet: no rule %q%s\n", args[0], nearest.Hint(args[0], config.Rules()))
		return exitUsage
	}
	return write(stdout, stderr, string(page))
}

// runRules prints a table of the rules.
func runRules(args []string, stdout, stderr io.Writer) int {
	if len(args) > 0 {
		fmt.Fprintln(stderr, "usage: prodvet rules")
		return exitUsage
	}
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, a := range analyzers.Suite {
		title, _, _ := strings.Cut(a.Doc, "\n")
		fmt.Fprintf(w, "%s\t%s\n", a.Name, title)
	}
	if err := w.Flush(); err != nil {
		fmt.Fprintf(stderr, "prodvet: %v\n", err)
		return exitLoad
	}
	return write(stdout, stderr, b.String())
}

// runVersion prints the version, the commit and the Go version that built it.
func runVersion(args []string, stdout, stderr io.Writer) int {
	if len(args) > 0 {
		fmt.Fprintln(stderr, "usage: prodvet version")
		return exitUsage
	}
	text := "prodvet (unknown version)\n"
	if info, ok := debug.ReadBuildInfo(); ok {
		text = fmt.Sprintf("prodvet %s, built with %s\n", info.Main.Version, info.GoVersion)
	}
	return write(stdout, stderr, text)
}

func write(stdout, stderr io.Writer, text string) int {
	if _, err := io.WriteString(stdout, text); err != nil {
		fmt.Fprintf(stderr, "prodvet: %v\n", err)
		return exitLoad
	}
	return exitClean
}
