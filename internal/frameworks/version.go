package frameworks

import (
	"go/token"
	"go/types"
	"strings"
	"unicode"

	"golang.org/x/mod/semver"
)

// ModuleVersion returns the version of the module that the imported package pkg
// belongs to, such as "v1.11.1" or "v3.3.10+incompatible", or "" if it cannot
// be told. Compare versions with golang.org/x/mod/semver.
//
// No driver tells analyzers the versions of dependencies, but all of them know
// the files of what a package declares, from its source or from the compiler's
// export data, and the module cache has the version in its directories:
// …/github.com/rs/cors@v1.11.1/cors.go, also after a build with -trimpath. The
// version of a vendored package is not known, nor that of one whose module is
// replaced: its source may be anything.
func ModuleVersion(fset *token.FileSet, pkg *types.Package) string {
	const enough = 8 // declarations: the first may be in a file that cgo generated
	names := pkg.Scope().Names()
	for _, name := range names[:min(enough, len(names))] {
		// Not what a line directive says: generated files name their templates.
		file := fset.PositionFor(pkg.Scope().Lookup(name).Pos(), false).Filename
		if version := moduleVersion(file, pkg.Path()); version != "" {
			return version
		}
	}
	return ""
}

// moduleVersion returns the version in the name of a file of the package with
// the import path pkg.
func moduleVersion(filename, pkg string) string {
	filename = strings.ReplaceAll(filename, `\`, "/")
	for mod := pkg; mod != ""; mod = parent(mod) {
		for _, dir := range []string{mod, escapePath(mod)} { // with -trimpath, and without
			_, rest, ok := strings.Cut("/"+filename, "/"+dir+"@")
			if !ok {
				continue
			}
			version, rest, _ := strings.Cut(rest, "/")
			sub := strings.TrimPrefix(pkg[len(mod):], "/")
			if sub != "" {
				sub += "/"
			}
			file, ok := strings.CutPrefix(rest, sub)
			if version = unescape(version); ok && !strings.Contains(file, "/") && semver.IsValid(version) {
				return version
			}
		}
	}
	return ""
}

// parent returns the import path without its last element.
func parent(path string) string {
	return path[:max(strings.LastIndexByte(path, '/'), 0)]
}

// escapePath returns the directory of a module in the module cache: an
// upper-case letter is "!" and the lower-case one.
func escapePath(path string) string {
	var b strings.Builder
	for _, r := range path {
		if unicode.IsUpper(r) {
			b.WriteByte('!')
			r = unicode.ToLower(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// unescape undoes escapePath, of which versions see little: v1.0.0-RC1.
func unescape(version string) string {
	before, after, found := strings.Cut(version, "!")
	if !found || after == "" {
		return version
	}
	return before + strings.ToUpper(after[:1]) + unescape(after[1:])
}
