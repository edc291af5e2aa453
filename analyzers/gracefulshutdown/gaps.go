package gracefulshutdown

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/summary/lifecycle"
)

// gaps reports what nothing in the program does: to stop a server, to wait for
// SIGTERM. Where the package is no program that is for those to say which
// import it, and in the end for the link step.
func (v *visitor) gaps() {
	program := v.isProgram() && !v.servers.Exempt()
	for _, g := range v.servers.Gaps {
		if g.Kind == lifecycle.NoTerminate && v.uncatchable(g.Call) {
			continue // one finding says both
		}
		d := v.gap(g)
		switch {
		case !program:
			v.graph.IfOpen(v.report, d, g.Key)
		case v.servers.Program.Open(&g.Gap):
			v.report.Report(d)
		}
	}
	if program {
		v.below()
	}
}

// uncatchable reports whether call names a signal that no process can handle.
func (v *visitor) uncatchable(call *ast.CallExpr) bool {
	for _, s := range v.servers.Signals {
		if s.Call == call {
			return len(s.Uncatchable) > 0
		}
	}
	return false
}

// gap is the finding about a gap of the package itself.
func (v *visitor) gap(g *lifecycle.OwnGap) analysis.Diagnostic {
	d := analysis.Diagnostic{Pos: g.Call.Pos(), End: g.Call.Fun.End()}
	if g.Kind == lifecycle.NoTerminate {
		d.Category, d.Message = "sigterm-missing", noTerminate(g.Subject)
		d.SuggestedFixes = v.addTerminate(g.Call)
		return d
	}
	d.Category, d.Message = "no-shutdown", noShutdown(g.Subject, g.Advice, v.servers.Program.Closes)
	for _, also := range g.Also {
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: also.Pos(), End: also.Fun.End(), Message: "serves, too"})
	}
	return d
}

// below reports what the packages do of which the program is made, at the calls
// that lead there, one finding at each.
func (v *visitor) below() {
	reported := make(map[token.Pos]bool)
	for _, g := range v.servers.Program.Gaps {
		if !v.servers.Program.Open(&g) || v.servers.IsOwn(&g) {
			continue
		}
		if v.graph.Linking() {
			v.graph.Open(g.Key)
			continue
		}
		at, subject := v.leads(&g)
		if at == nil || reported[at.Pos()] {
			continue
		}
		reported[at.Pos()] = true
		d := analysis.Diagnostic{Pos: at.Pos(), End: at.End(), Category: "no-shutdown", Message: noShutdownThere(subject, &g)}
		if g.Kind == lifecycle.NoTerminate {
			d.Category, d.Message = "sigterm-missing", noTerminateThere(subject, &g)
		}
		v.report.Report(d)
	}
}

// leads returns the function of the call that leads to a gap in another package,
// and what it is called; or the import that does.
func (v *visitor) leads(g *lifecycle.Gap) (ast.Node, string) {
	if call := v.servers.Lead(g); call != nil {
		return call.Fun, expr.Text(call.Fun, "this call")
	}
	if spec := v.servers.Import(g); spec != nil {
		return spec, "package " + spec.Path.Value
	}
	return nil, ""
}
