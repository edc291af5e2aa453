package gracefulshutdown

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/summary/lifecycle"
)

// signal reports the signals of a call that no process can handle, if the
// package, or one below it, has to do with servers.
func (v *visitor) signal(s *lifecycle.Signal) {
	if len(s.Uncatchable) == 0 || len(v.servers.Starts)+len(v.servers.Stops)+len(v.servers.Program.Gaps) == 0 && !v.servers.Program.Stops {
		return
	}
	first := s.Uncatchable[0]
	d := analysis.Diagnostic{
		Pos:      first.Pos(),
		End:      first.End(),
		Category: "uncatchable-signal",
		Message:  uncatchable(expr.Text(s.Call.Fun, "signal.Notify"), expr.Text(first, "a signal"), s.Terminate || v.servers.Program.Terminates),
	}
	if s.Terminate {
		d.SuggestedFixes = v.drop(s)
	}
	v.report.Report(d)
}

// drop returns the fix that removes the signals that cannot be handled. SIGTERM
// is among those that stay: without any, signal.Notify means all.
func (v *visitor) drop(s *lifecycle.Signal) []analysis.SuggestedFix {
	var edits []analysis.TextEdit
	for _, e := range s.Uncatchable {
		i := indexOf(s.Call.Args, e)
		if i < 1 {
			return nil
		}
		edits = append(edits, analysis.TextEdit{Pos: s.Call.Args[i-1].End(), End: e.End()})
	}
	return []analysis.SuggestedFix{{Message: "Remove what no process can handle", TextEdits: edits}}
}

func indexOf(args []ast.Expr, e ast.Expr) int {
	for i, a := range args {
		if a == e {
			return i
		}
	}
	return -1
}

// addTerminate returns the fix that adds SIGTERM, if the file has the package
// of the name.
func (v *visitor) addTerminate(call *ast.CallExpr) []analysis.SuggestedFix {
	name := v.imported(call, "syscall")
	if name == "" || call.Ellipsis != token.NoPos || len(call.Args) == 0 {
		return nil
	}
	end := call.Args[len(call.Args)-1].End()
	return []analysis.SuggestedFix{{
		Message:   "Add " + name + ".SIGTERM",
		TextEdits: []analysis.TextEdit{{Pos: end, End: end, NewText: []byte(", " + name + ".SIGTERM")}},
	}}
}

// imported returns the name by which the file of n knows a package, "" if it
// does not, or if the name means something else there.
func (v *visitor) imported(n ast.Node, path string) string {
	for _, f := range v.pass.Files {
		if n.Pos() < f.FileStart || f.FileEnd <= n.Pos() {
			continue
		}
		for _, spec := range f.Imports {
			p := v.info.PkgNameOf(spec)
			if p == nil || p.Imported().Path() != path || p.Name() == "." || p.Name() == "_" {
				continue
			}
			if scope := v.pass.Pkg.Scope().Innermost(n.Pos()); scope != nil {
				if _, obj := scope.LookupParent(p.Name(), n.Pos()); obj == types.Object(p) {
					return p.Name()
				}
			}
		}
	}
	return ""
}
