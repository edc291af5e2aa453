package main

import (
	"context"
	"fmt"
	"io"

	"github.com/prodvet/prodvet/internal/driver"
	"github.com/prodvet/prodvet/internal/envelope"
	"github.com/prodvet/prodvet/internal/output"
)

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
	f := newPackageFlags("envelopes", envelopesUsage)
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
