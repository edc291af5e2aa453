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
	path := pass.Pkg.Path()
	first, _, _ := strings.Cut(path, "/")
	if strings.Contains(first, ".") || path == "command-line-arguments" {
		return false
	}
	return pass.Module == nil || pass.Module.Path == "" || pass.Module.Path == "std"
}
