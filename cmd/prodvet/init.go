package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/prodvet/prodvet/internal/configfile"
	"github.com/prodvet/prodvet/internal/driver"
	"github.com/prodvet/prodvet/internal/output"
)

const initUsage = `usage: prodvet init [flags] [packages]

Init prints how the packages (default ./...) answer errors and writes a commented
` + configfile.Name + ` at the module's root with the envelope that dominates, if one does. It
overwrites nothing.

`

// toStdout is the file name that stands for the standard output.
const toStdout = "-"

// runInit runs `prodvet init`.
func runInit(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	f := newPackageFlags("init", initUsage)
	out := f.set.String("o", "", "write the configuration to `file`, or to the standard output if it is -, instead of "+configfile.Name+" at the module's root")
	if goOn, code := f.parse(args, stdout, stderr); !goOn {
		return code
	}
	r, err := f.run()
	if err == nil {
		*out, err = target(r, *out)
	}
	if err != nil {
		fmt.Fprintf(stderr, "prodvet: %v\n", err)
		return exitUsage
	}
	s, ok, code := census(ctx, r, stderr)
	if !ok {
		return code
	}
	if code == exitLoad {
		fmt.Fprintln(stderr, "prodvet: packages do not load, so nothing is written")
		return code
	}
	module, err := r.Module(ctx)
	if err != nil {
		fmt.Fprintf(stderr, "prodvet: %v\n", err)
		return exitLoad
	}
	table := output.EnvelopesText(s)
	proposal := configfile.Propose(s, table, module)
	if *out == toStdout {
		return write(stdout, stderr, string(proposal))
	}
	if write(stdout, stderr, table) != exitClean {
		return exitLoad
	}
	if err := create(*out, proposal); err != nil {
		fmt.Fprintf(stderr, "prodvet: %v\n", err)
		return exitUsage
	}
	fmt.Fprintf(stderr, "prodvet: wrote %s\n", *out)
	return exitClean
}

// target returns the file to write: out, or the configuration file of the module
// around the run's directory. It is an error if the file exists.
func target(r driver.Run, out string) (string, error) {
	if out == toStdout {
		return out, nil
	}
	if out == "" {
		dir, err := filepath.Abs(r.Dir)
		if err != nil {
			return "", err
		}
		f, err := configfile.ForDir(dir)
		if err != nil {
			return "", err
		}
		if f.Root == "" {
			return "", fmt.Errorf("no go.mod at or above %s; name a file with -o", dir)
		}
		out = filepath.Join(f.Root, configfile.Name)
	}
	if !filepath.IsAbs(out) {
		out = filepath.Join(r.Dir, out) // as the go command's -C has it
	}
	if _, err := os.Lstat(out); !errors.Is(err, fs.ErrNotExist) {
		return "", exists(out)
	}
	return out, nil
}

func exists(name string) error {
	return fmt.Errorf("%s exists, and prodvet overwrites nothing; -o - prints what it would write", name)
}

// create writes a file that must not exist yet.
func create(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return exists(name)
	}
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		return errors.Join(err, f.Close())
	}
	return f.Close()
}
