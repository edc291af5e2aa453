package errenvelope

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/callgraph"
	"github.com/prodvet/prodvet/internal/summary/errorvalue"
	"github.com/prodvet/prodvet/internal/summary/response"
	"github.com/prodvet/prodvet/internal/suppress"
)

// returned reports the errors that a framework's default handler answers with,
// in a form that is not the service's. A function of the project that makes such
// an error is reported, not its calls.
func (v *vet) returned(values *errorvalue.Result, graph *callgraph.Result, report *suppress.Reporter) {
	if !v.declared || len(v.envelopes) == 0 {
		return
	}
	for _, s := range values.Sites {
		if !s.Default || s.Written || report.Silent(s.Expr.Pos()) || !v.raw(s) {
			continue
		}
		if d := v.rawFinding(s); s.Known || v.strict {
			report.Report(d)
		} else {
			graph.IfUnhandled(report, d, s.Framework.Name)
		}
	}
}

// refusesUpgrade reports whether w runs only for requests that ask for another
// protocol.
func (v *vet) refusesUpgrade(w *response.Write) bool {
	cur, ok := v.pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root().FindNode(w.Call)
	if !ok {
		return false
	}
	for anc := range cur.Enclosing((*ast.IfStmt)(nil)) {
		n := anc.Node().(*ast.IfStmt)
		call, ok := ast.Unparen(n.Cond).(*ast.CallExpr)
		if !ok || w.Call.Pos() < n.Body.Pos() || w.Call.Pos() > n.Body.End() {
			continue
		}
		if fn, ok := typeutil.Callee(v.pass.TypesInfo, call).(*types.Func); ok && response.AsksForUpgrade(fn) {
			return true
		}
	}
	return false
}

// raw reports whether the response that the default makes of a value is an
// error's and outside the envelope.
func (v *vet) raw(s *errorvalue.Site) bool {
	switch {
	case s.Framework == nil || s.Collected || s.Framework.Errors.Protocol && !v.strict || !s.Status.MayBeError():
		return false
	case s.Maker != nil && v.inModule(s.Maker.Pkg()):
		return false // it is reported where it makes the value
	case s.Plain && len(s.Status.Codes) == 0:
		return false // perhaps one that chooses its status, reported where it is made
	case s.Kind == frameworks.BodyText, s.Kind == frameworks.BodyOther:
		return true
	case s.Kind != frameworks.BodyJSON:
		return false
	}
	return !slices.ContainsFunc(v.envelopes, func(e form) bool { return e.matches(s.Shape, "") })
}

// inModule reports whether a package is analysed with this one.
func (v *vet) inModule(p *types.Package) bool {
	module := v.module()
	return p == v.pass.Pkg || module != "" && (p.Path() == module || strings.HasPrefix(p.Path(), module+"/"))
}

func (v *vet) rawFinding(s *errorvalue.Site) analysis.Diagnostic {
	subject := types.ExprString(s.Expr)
	if call, ok := ast.Unparen(s.Expr).(*ast.CallExpr); ok {
		subject = types.ExprString(ast.Unparen(call.Fun))
	}
	if s.Plain {
		subject = "return " + subject
	}
	sent := "text"
	switch s.Kind {
	case frameworks.BodyOther:
		sent = "a status of its own"
	case frameworks.BodyJSON:
		names := s.Shape.Names()
		sent = "an object with the key " + list(names)
		if len(names) > 1 {
			sent = "an object with the keys " + list(names)
		}
		if missing := v.envelopes[0].missing(s.Shape); len(missing) > 0 {
			sent += " but without " + list(missing)
		}
	}
	message := fmt.Sprintf("%s makes %s send %s%s", subject, s.Framework.Name, sent, strings.TrimSuffix(v.expectation(), v.advice()))
	if len(s.Framework.Errors.Central) > 0 {
		place := s.Framework.Errors.Central[0]
		message += "; set " + strings.TrimPrefix(place.String(), place.Pkg+".")
	}
	return analysis.Diagnostic{Pos: s.Expr.Pos(), End: s.Expr.End(), Category: "returned-raw", Message: message}
}
