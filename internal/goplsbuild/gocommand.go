package goplsbuild

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// goCommand runs the go command that is installed.
type goCommand struct {
	version string   // such as "go1.26.8"
	env     []string // of the processes it starts
	stderr  io.Writer
}

// newGoCommand finds out about the go command in the search path.
func newGoCommand(ctx context.Context, stderr io.Writer) (*goCommand, error) {
	tool := &goCommand{env: os.Environ(), stderr: stderr}
	var env, local struct{ GOVERSION, GOFLAGS, GOOS, GOARCH, GOHOSTOS, GOHOSTARCH string }
	if err := tool.json(ctx, "", &env, "env", "-json"); err != nil {
		return nil, err
	}
	if env.GOOS != env.GOHOSTOS || env.GOARCH != env.GOHOSTARCH {
		return nil, fmt.Errorf("GOOS and GOARCH are set to %s/%s, but the new gopls must run on this %s/%s machine to be checked; unset them", env.GOOS, env.GOARCH, env.GOHOSTOS, env.GOHOSTARCH)
	}
	tool.version = cleanVersion(env.GOVERSION)

	// Stay with this Go: the go command would otherwise download a newer one
	// for a newer gopls, and choosing the gopls for the Go would be pointless.
	tool.env = append(tool.env, "GOTOOLCHAIN=local")
	if err := tool.json(ctx, "", &local, "env", "-json", "GOVERSION"); err != nil {
		return nil, err
	}
	if local.GOVERSION != env.GOVERSION { // a go.mod or the user has selected another
		tool.env = append(tool.env, "GOTOOLCHAIN="+tool.version)
	}
	tool.env = append(tool.env, "GOWORK=off", "GOFLAGS="+keepFlags(env.GOFLAGS))
	return tool, nil
}

// cleanVersion returns the version that go/version compares: of
// "devel go1.27-b2a2b9c Fri …" and of "go1.26.8 X:synctest" the word in the middle
// and the first.
func cleanVersion(goversion string) string {
	for f := range strings.FieldsSeq(goversion) {
		if strings.HasPrefix(f, "go") {
			return f
		}
	}
	return goversion
}

// keepFlags returns those of the user's GOFLAGS that are about how the go
// command works. Others, such as -mod=vendor or -tags, are meant for the
// user's own code and could break the build.
func keepFlags(goflags string) string {
	var keep []string
	for f := range strings.FieldsSeq(goflags) {
		if f == "-modcacherw" || strings.HasPrefix(f, "-p=") {
			keep = append(keep, f)
		}
	}
	return strings.Join(keep, " ")
}

func (g *goCommand) command(ctx context.Context, dir string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = dir
	cmd.Env = g.env
	return cmd
}

// stream runs the go command in dir; what it prints the user sees at once.
func (g *goCommand) stream(ctx context.Context, dir string, args ...string) error {
	cmd := g.command(ctx, dir, args...)
	cmd.Stdout, cmd.Stderr = g.stderr, g.stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("go %s: %w", args[0], err)
	}
	return nil
}

// output runs the go command in dir and returns its standard output.
func (g *goCommand) output(ctx context.Context, dir string, args ...string) ([]byte, error) {
	cmd := g.command(ctx, dir, args...)
	out, err := cmd.Output()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		err = fmt.Errorf("go %s: %w\n%s", strings.Join(args, " "), err, bytes.TrimSpace(exit.Stderr))
	}
	return out, err
}

// json runs the go command in dir and decodes its standard output into v.
func (g *goCommand) json(ctx context.Context, dir string, v any, args ...string) error {
	out, err := g.output(ctx, dir, args...)
	if err != nil {
		return err
	}
	return json.Unmarshal(out, v)
}

// outside is a directory in which no module of the user's is looked for: what
// is asked there does not depend on replace directives of a go.mod.
func outside() string { return os.TempDir() }

// versions returns the versions of gopls that the module proxy knows, in
// ascending order.
func (g *goCommand) versions(ctx context.Context) ([]string, error) {
	var list struct{ Versions []string }
	if err := g.json(ctx, outside(), &list, "list", "-m", "-versions", "-json", goplsPath); err != nil {
		return nil, fmt.Errorf("which releases of gopls there are cannot be found out; -gopls VERSION names one: %w", err)
	}
	return list.Versions, nil
}

// download downloads a version of gopls. If the installed Go is too old for
// it, that is no error, but the result has no directory.
func (g *goCommand) download(ctx context.Context, version string) (release, error) {
	mod, dir, err := g.module(ctx, goplsPath, version)
	if err != nil {
		return release{}, err
	}
	r := release{Version: version, Go: mod.Go, Require: make(map[string]string), Dir: dir}
	for _, m := range mod.Require {
		r.Require[m.Path] = m.Version
	}
	return r, nil
}

// goLineOf returns the go line of the suite's module.
func (g *goCommand) goLineOf(ctx context.Context, s suite) (string, error) {
	if s.dir != "" {
		mod, err := g.modFile(ctx, filepath.Join(s.dir, "go.mod"))
		return mod.Go, err
	}
	mod, _, err := g.module(ctx, suitePath, s.version)
	return mod.Go, err
}

// modFile is what the go command prints about a go.mod file.
type modFile struct {
	Go      string
	Require []struct{ Path, Version string }
}

func (g *goCommand) modFile(ctx context.Context, name string) (mod modFile, err error) {
	err = g.json(ctx, outside(), &mod, "mod", "edit", "-json", name)
	return mod, err
}

// module downloads a module and returns its go.mod file and, unless the
// installed Go is too old for it, its directory.
func (g *goCommand) module(ctx context.Context, path, version string) (modFile, string, error) {
	var d struct{ Dir, GoMod, Error string }
	// On failure the go command describes the error in its output, too.
	out, err := g.output(ctx, outside(), "mod", "download", "-json", path+"@"+version)
	if jsonErr := json.Unmarshal(out, &d); jsonErr != nil {
		return modFile{}, "", errors.Join(err, jsonErr)
	}
	if d.GoMod == "" {
		return modFile{}, "", fmt.Errorf("%s@%s cannot be downloaded: %s", path, version, d.Error)
	}
	mod, err := g.modFile(ctx, d.GoMod)
	if err == nil && d.Error != "" && builds(g.version, mod.Go) {
		err = fmt.Errorf("%s@%s cannot be downloaded: %s", path, version, d.Error)
	}
	return mod, d.Dir, err
}
