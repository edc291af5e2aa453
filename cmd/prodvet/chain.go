package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/chain"
	"github.com/prodvet/prodvet/internal/nearest"
	"github.com/prodvet/prodvet/internal/output"
)

const chainUsage = `usage: prodvet chain [flags] [packages]

Chain shows the middleware that a request to the packages (default ./...) passes
on its way to each route, in the order in which it gets there, and what of a
production service's middleware is missing.

`

// chainFormats write servers. The positions in them are made short by relative.
var chainFormats = map[string]func(w io.Writer, servers []chain.Server, relative func(string) string) error{
	"text":    chain.Text,
	"mermaid": chain.Mermaid,
	"svg":     chain.SVG,
	"json": func(w io.Writer, servers []chain.Server, _ func(string) string) error {
		data, err := json.MarshalIndent(servers, "", "\t")
		if err != nil {
			return err
		}
		_, err = w.Write(append(data, '\n'))
		return err
	},
}

// runChain runs `prodvet chain`, args being what follows. It returns the exit
// code: exitClean, exitUsage, or exitLoad if packages do not load.
func runChain(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	f := newPackageFlags("chain", chainUsage)
	format := f.set.String("format", "text", "print the chains in this `format`: "+strings.Join(slices.Sorted(maps.Keys(chainFormats)), ", "))
	if goOn, code := f.parse(args, stdout, stderr); !goOn {
		return code
	}
	write := chainFormats[*format]
	if write == nil {
		fmt.Fprintf(stderr, "prodvet chain: -format: no format %q%s\n", *format, nearest.Hint(*format, slices.Sorted(maps.Keys(chainFormats))))
		return exitUsage
	}
	r, err := f.run()
	if err == nil {
		err = validateConfig(r, stderr)
	}
	if err != nil {
		fmt.Fprintf(stderr, "prodvet: %v\n", err)
		return exitUsage
	}
	packages, loadErrors, err := r.Summaries(ctx)
	if err != nil {
		fmt.Fprintf(stderr, "prodvet: %v\n", err)
		return exitLoad
	}
	fmt.Fprint(stderr, loadErrors)
	dir, err := filepath.Abs(r.Dir)
	if err != nil {
		fmt.Fprintf(stderr, "prodvet: %v\n", err)
		return exitLoad
	}
	servers := chain.Servers(packages)
	if len(servers) == 0 {
		fmt.Fprintln(stderr, "prodvet: no router with routes in these packages")
	}
	if err := write(stdout, servers, func(posn string) string { return output.Relative(dir, posn) }); err != nil {
		fmt.Fprintf(stderr, "prodvet: %v\n", err)
		return exitLoad
	}
	if loadErrors != "" {
		return exitLoad
	}
	return exitClean
}
