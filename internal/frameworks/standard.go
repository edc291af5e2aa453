package frameworks

import (
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Standard reports whether pass is over a package of the standard library.
// Some drivers analyse those and others do not; that all find the same, no
// facts are exported for them: what is known of them is in the tables.
//
// A driver that does not tell the module says so, too, of a module whose path
// has no dot in its first element.
func Standard(pass *analysis.Pass) bool {
	module := ""
	if pass.Module != nil {
		module = pass.Module.Path
	}
	return StandardPath(pass.Pkg.Path(), module)
}

// StandardPath reports whether the package with this path, of the module with
// this path ("" if there is none or it is not told), is of the standard library.
func StandardPath(path, module string) bool {
	first, _, _ := strings.Cut(path, "/")
	return (module == "" || module == "std") && !strings.Contains(first, ".") && path != "command-line-arguments"
}
