package goplsbuild

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strconv"
	"strings"
)

// suite is where the analyzers come from.
type suite struct {
	// version is the module version to require. For a checkout it is made up
	// from a hash of the source, so that a binary tells what it was built from.
	version string

	// dir is the checkout; empty for a released version.
	dir string

	// goLine is the go line of its go.mod; findSuite leaves it empty.
	goLine string
}

// String names the suite in messages.
func (s suite) String() string {
	if s.dir != "" {
		return s.dir
	}
	return "prodvet " + s.version
}

// findSuite decides where the suite comes from: the directory source, if
// given; the module version that info says the program was built from; the
// checkout that holds the directory cwd.
func findSuite(info *debug.BuildInfo, source, cwd string) (suite, error) {
	if source != "" {
		if !isCheckout(source) {
			return suite{}, fmt.Errorf("-source %s: there is no go.mod of module %s", source, suitePath)
		}
		return checkout(source)
	}
	version := builtFrom(info)
	if isPublished(info, version) {
		return suite{version: version}, nil
	}
	for dir := cwd; ; dir = filepath.Dir(dir) {
		if isCheckout(dir) {
			return checkout(dir)
		}
		if dir == filepath.Dir(dir) {
			return suite{}, fmt.Errorf("this prodvet was built from a checkout (its version is %s), and no checkout of %s holds the working directory; pass -source DIR with a checkout's directory", version, suitePath)
		}
	}
}

// builtFrom returns the version of the suite's module in the running program,
// where it is the main module or, for `go tool prodvet`, a dependency.
func builtFrom(info *debug.BuildInfo) string {
	m := module(info)
	if m == nil || m.Version == "" {
		return "(devel)"
	}
	return m.Version
}

func module(info *debug.BuildInfo) *debug.Module {
	if info == nil {
		return nil
	}
	if info.Main.Path == suitePath {
		return &info.Main
	}
	for _, m := range info.Deps {
		if m.Path == suitePath {
			return m
		}
	}
	return nil
}

// rePseudo matches the end of pseudo-versions: a time and a commit.
var rePseudo = regexp.MustCompile(`[-.]\d{14}-[0-9a-f]{12}$`)

// isPublished reports whether others can require version. A checksum says so:
// the go command downloaded the module. A checkout has none; at a tag, it has
// the tag's version all the same, and at other commits a pseudo-version, which
// need not be anywhere but on this disk.
func isPublished(info *debug.BuildInfo, version string) bool {
	m := module(info)
	if m == nil || m.Replace != nil || !strings.HasPrefix(version, "v") {
		return false
	}
	return m.Sum != "" || !strings.Contains(version, "+") && !rePseudo.MatchString(version)
}

// isCheckout reports whether dir holds the go.mod of the suite's module.
func isCheckout(dir string) bool {
	data, err := os.ReadFile(filepath.Join(dir, "go.mod"))
	if err != nil {
		return false
	}
	for sc := bufio.NewScanner(bytes.NewReader(data)); sc.Scan(); {
		if f := strings.Fields(sc.Text()); len(f) >= 2 && f[0] == "module" {
			path := f[1]
			if unquoted, err := strconv.Unquote(path); err == nil {
				path = unquoted
			}
			return path == suitePath
		}
	}
	return false
}

// checkout describes the suite in dir.
func checkout(dir string) (suite, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return suite{}, err
	}
	sum, err := hashSource(dir)
	if err != nil {
		return suite{}, err
	}
	return suite{version: "v0.0.0-checkout-" + sum, dir: dir}, nil
}

// hashSource hashes what a gopls is built from: go.mod and all files of the
// analyzers and of the packages below internal, but not tests.
func hashSource(dir string) (string, error) {
	h := sha256.New()
	add := func(name string) error {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		fmt.Fprintf(h, "%s\x00", filepath.ToSlash(rel))
		n, err := io.Copy(h, f)
		fmt.Fprintf(h, "\x00%d\x00", n)
		return err
	}
	if err := add(filepath.Join(dir, "go.mod")); err != nil {
		return "", err
	}
	for _, tree := range []string{"analyzers", "internal"} {
		err := filepath.WalkDir(filepath.Join(dir, tree), func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && d.Name() == "testdata":
				return filepath.SkipDir
			case !d.Type().IsRegular() || strings.HasSuffix(name, "_test.go"):
				return nil
			}
			return add(name)
		})
		if err != nil {
			return "", err
		}
	}
	return fmt.Sprintf("%x", h.Sum(nil))[:12], nil
}
