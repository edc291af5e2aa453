package goroutinerecover

import (
	"fmt"
	"go/ast"
	"go/types"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/summary/callgraph"
	"github.com/prodvet/prodvet/internal/summary/recovery"
)

// cause returns the function of the module in which g is mended along with others:
// the one that starts it with what it is given, or else the one that it runs. It
// is nil if there is none, as for a function literal in a go statement.
func (v *visitor) cause(g recovery.Goroutine) *types.Func {
	fn := g.Runner
	if fn == nil {
		fn = expr.Func(v.pass.TypesInfo, g.Func)
	}
	if fn == nil || fn.Pkg() == nil || fn.Pkg() != v.pass.Pkg && !v.recovery.SameModule(fn.Pkg()) {
		return nil
	}
	if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
		return nil // of many functions
	}
	return fn.Origin()
}

// together is the message about many goroutines of one cause.
func together(fn *types.Func, runs bool) string {
	if runs {
		return fmt.Sprintf("%s runs what %s callers give it on goroutines that nothing recovers, so a panic in one of them ends the process; defer a recover in the goroutine that it starts", short(fn), callgraph.Count)
	}
	return fmt.Sprintf("%s runs on goroutines that nothing recovers, started at %s places, %s; defer a recover in it", short(fn), callgraph.Count, ends)
}

// allow tells the link step of the functions at which a directive suppresses what
// it would report of them together.
func (v *visitor) allow() {
	for _, f := range v.pass.Files {
		if v.report.Silent(f.FileStart) {
			continue
		}
		for _, decl := range f.Decls {
			decl, ok := decl.(*ast.FuncDecl)
			if !ok || decl.Body == nil || !v.report.Suppressed(decl.Name.Pos()) {
				continue
			}
			if fn, ok := v.pass.TypesInfo.Defs[decl.Name].(*types.Func); ok {
				v.graph.AllowReached(v.report.Rule(), fn)
			}
		}
	}
}
