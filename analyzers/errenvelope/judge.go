package errenvelope

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/envelope"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/jsonshape"
	"github.com/prodvet/prodvet/internal/summary/callgraph"
	"github.com/prodvet/prodvet/internal/summary/response"
)

// sorted returns the writes in the order of the source.
func (v *vet) sorted() []*response.Write {
	writes := slices.Concat(v.res.Writes, v.res.Implicit)
	return slices.SortedStableFunc(slices.Values(writes), func(a, b *response.Write) int { return int(a.Call.Pos() - b.Call.Pos()) })
}

// judge returns the finding about one error response.
func (v *vet) judge(w *response.Write) (*finding, bool) {
	if w.Callee != nil && v.writers[frameworks.FuncOf(w.Callee)] {
		return nil, false
	}
	d := &finding{asks: v.asks}
	d.Pos, d.End = w.Call.Pos(), w.Call.End()
	if w.Default && !v.strict {
		return d, false // an application's own handler answers, perhaps
	}
	switch w.Body.Kind {
	case frameworks.BodyText:
		if v.deliberate(w) || w.Body.Shape.Known() {
			return d, false // JSON as text is a contradiction
		}
		d.Category = "text-body"
		d.Message = v.subject(w) + " sends " + v.textName(w) + v.expectation()
	case frameworks.BodyEmpty:
		if v.deliberate(w) || v.deliberatelyEmpty(w) {
			return d, false
		}
		d.Category = "empty-body"
		d.Message = v.emptySubject(w) + v.expectation()
	case frameworks.BodyJSON:
		message, asks, ok := v.wrongShape(w)
		if !ok || !v.strict && w.Traits != nil && (w.Traits.Surface == "upgrade" || w.Traits.Surface == "proxy") {
			return d, false
		}
		d.Category = "wrong-shape"
		d.Message = message
		if d.asks = asks; asks {
			d.site.Shape = envelope.TextOf(w.Body.Shape)
		}
	case frameworks.BodyHTML, frameworks.BodyOther:
		if !v.strict {
			return d, false
		}
		d.Category = "other-body"
		d.Message = v.subject(w) + " sends " + otherName(w) + v.expectation()
	default:
		return d, false
	}
	d.site.Collects = w.Collects
	return d, true
}

// otherName says what a body of another format is.
func otherName(w *response.Write) string {
	if w.Body.Kind == frameworks.BodyHTML {
		return "an error as HTML"
	}
	return "an error in another format than JSON"
}

// expectation is the end of a message: what errors are like, and which function
// writes them.
func (v *vet) expectation() string {
	s := "; other errors of this package are JSON"
	if v.inherited {
		s = "; other errors of this service are JSON"
	}
	switch {
	case v.asks:
		return callgraph.Envelope
	case len(v.envelopes) > 0 && v.envelopes[0].problem:
		s = "; errors of this service are RFC 9457 problem details"
	case len(v.envelopes) > 0:
		s = "; errors of this service are JSON objects with " + list(v.envelopes[0].names())
	case v.anyJSON:
		s = "; errors of this surface are JSON"
	case v.declared:
		s = "; errors of this service have an envelope"
	case v.convention.Shape.Known():
		s += " objects with " + v.convention.Keys()
	}
	return s + v.advice()
}

func (v *vet) advice() string {
	if v.call == "" {
		return ""
	}
	return "; call " + v.call
}

// wrongShape says what keys a body of JSON has and lacks; ok is false if the
// body is in the envelope, or is not known well enough. It asks if it takes the
// whole program to tell.
func (v *vet) wrongShape(w *response.Write) (message string, asks, ok bool) {
	s := w.Body.Shape
	if !s.Known() || !v.strict && envelope.Protocol(s) {
		return "", false, false
	}
	if len(v.envelopes) == 0 {
		return v.stray(w)
	}
	if slices.ContainsFunc(v.envelopes, func(e form) bool { return e.matches(s, w.Body.ContentType) }) {
		return "", false, false
	}
	message, ok = v.lacking(w)
	return message, false, ok
}

// stray judges JSON by the envelope that dominates in the service, without a
// declaration.
func (v *vet) stray(w *response.Write) (message string, asks, ok bool) {
	s := w.Body.Shape
	if v.declared || s.Type != jsonshape.Object || s.Open || len(s.Keys) == 0 || v.known && envelope.Follows(s, v.convention.Shape) || v.deliberate(w) {
		return "", false, false
	}
	subject := v.subject(w) + " sends " + objectWith(s)
	if !v.asks && v.convention.Strays(s, v.census.Service()) {
		return subject + v.expectation(), false, true
	}
	return subject + callgraph.Envelope, true, v.rare(s)
}

// lacking says which keys of the envelope a body lacks.
func (v *vet) lacking(w *response.Write) (message string, ok bool) {
	s := w.Body.Shape
	e := v.envelopes[0]
	subject := v.subject(w)
	if s.Type == jsonshape.Null {
		return subject + " sends null" + v.expectation(), true
	}
	if s.Type != jsonshape.Object {
		return subject + " sends a JSON " + s.Type.String() + v.expectation(), true
	}
	missing := e.missing(s)
	if len(missing) == 0 {
		if wrong := e.mistyped(s); wrong != "" {
			return subject + " sends " + wrong + v.advice(), true
		}
		if !e.problem {
			return "", false
		}
		missing = []string{"title", "status"}
	}
	return fmt.Sprintf("%s sends %s but without %s%s", subject, objectWith(s), list(missing), v.expectation()), true
}

// objectWith says which keys an object has.
func objectWith(s jsonshape.Shape) string {
	switch names := s.Names(); len(names) {
	case 0:
		return "an empty object"
	case 1:
		return "an object with the key " + names[0]
	default:
		return "an object with the keys " + list(names)
	}
}

// subject is what the call calls, as the user wrote it.
func (v *vet) subject(w *response.Write) string {
	return types.ExprString(ast.Unparen(w.Call.Fun))
}

// textName says what a text is sent as.
func (v *vet) textName(w *response.Write) string {
	if w.Callee != nil {
		switch id := frameworks.FuncOf(w.Callee); {
		case id.Pkg == "net/http" && id.Recv == "", id.Recv == "Context" && id.Name == "String", id.Name == "PlainText":
			return "text/plain"
		}
	}
	if len(w.Status.Codes) == 1 {
		return fmt.Sprintf("a text with status %d", w.Status.Codes[0])
	}
	return "a text"
}

// emptySubject says which call sends an error without a body.
func (v *vet) emptySubject(w *response.Write) string {
	fun := v.subject(w)
	if onFailure(w) {
		return fun + " answers 400 without a body when it fails"
	}
	if len(w.Status.Codes) == 1 {
		return fmt.Sprintf("%s sends status %d without a body", fun, w.Status.Codes[0])
	}
	return fun + " sends an error status without a body"
}

func onFailure(w *response.Write) bool {
	return w.Callee != nil && strings.HasPrefix(w.Callee.Name(), "Bind") && frameworks.FuncOf(w.Callee).Recv == "Context"
}

// reHealth tells the names of handlers whose answer is their status: a probe
// reads nothing else. It serves silence only.
var reHealth = regexp.MustCompile(`(?i)health|readiness|readyz|liveness|livez|probe|pprof|(metrics|(^|/)(ping|ready|live|alive))(handler|check)?$`)

// deliberate reports whether a response that is not JSON is meant to be so.
func (v *vet) deliberate(w *response.Write) bool {
	t := w.Traits
	has := func(code int) bool { return slices.Contains(w.Status.Codes, code) }
	switch {
	case t == nil || v.strict:
		return false
	case t.Surface != "":
		return true // pages, redirects, files, streams, upgrades, proxies
	case (has(401) || has(407)) && (t.Headers["Www-Authenticate"] || t.Headers["Proxy-Authenticate"]):
		return true // the challenge is in the header
	case t.Headers["Access-Control-Allow-Methods"] || t.Headers["Access-Control-Allow-Headers"]:
		return true // a preflight: no page sees its body
	case v.refusesUpgrade(w):
		return true // a client of another protocol does not read it
	case v.health(w):
		return true
	case has(503) && v.probe(w):
		return true
	}
	return v.underMethod(w, "HEAD", "OPTIONS") || v.proxyErrorHandler(w)
}

// health reports whether the function of w, or the one around it, or the route
// that a function literal is registered for, has the name of a health check.
func (v *vet) health(w *response.Write) bool {
	cur, ok := v.pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root().FindNode(w.Func)
	if !ok {
		return false
	}
	for anc := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		switch n := anc.Node().(type) {
		case *ast.FuncDecl:
			if reHealth.MatchString(n.Name.Name) {
				return true
			}
		case *ast.FuncLit:
			call, ok := anc.Parent().Node().(*ast.CallExpr)
			if ok && slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
				val := v.pass.TypesInfo.Types[arg].Value
				return val != nil && val.Kind() == constant.String && reHealth.MatchString(constant.StringVal(val))
			}) {
				return true
			}
		}
	}
	return false
}

// probe reports whether the function of w answers like a health check: with
// 503 or with success, and never with JSON.
func (v *vet) probe(w *response.Write) bool {
	for _, o := range v.res.Writes {
		if o.Func == w.Func && (o.Body.Kind == frameworks.BodyJSON || o.Status.IsError() && !slices.Equal(o.Status.Codes, []int{503})) {
			return false
		}
	}
	return w.Body.Kind == frameworks.BodyEmpty
}

// deliberatelyEmpty reports whether an error without a body says all there is
// to say, or might get its body from elsewhere.
func (v *vet) deliberatelyEmpty(w *response.Write) bool {
	if v.strict {
		return false
	}
	has := func(code int) bool { return slices.Contains(w.Status.Codes, code) }
	return has(405) && w.Traits != nil && w.Traits.Headers["Allow"] ||
		has(499) || // the client has gone
		has(412) || has(416) || // of a conditional request or a range, as http.ServeContent answers
		w.Collects && v.res.FillsErrors
}

// underMethod reports whether w runs only for one of the given methods, of
// which the response has no body or nobody reads it.
func (v *vet) underMethod(w *response.Write, methods ...string) bool {
	cur, ok := v.pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root().FindNode(w.Call)
	if !ok {
		return false
	}
	mentions := func(n ast.Node) bool {
		found := false
		if n == nil {
			return false
		}
		ast.Inspect(n, func(n ast.Node) bool {
			e, ok := n.(ast.Expr)
			if !ok {
				return !found
			}
			if val := v.pass.TypesInfo.Types[e].Value; val != nil && val.Kind() == constant.String && slices.Contains(methods, constant.StringVal(val)) {
				found = true
			}
			return !found
		})
		return found
	}
	for anc := range cur.Enclosing((*ast.IfStmt)(nil), (*ast.CaseClause)(nil)) {
		switch n := anc.Node().(type) {
		case *ast.IfStmt:
			if n.Else == nil || w.Call.Pos() < n.Else.Pos() {
				if mentions(n.Cond) {
					return true
				}
			}
		case *ast.CaseClause:
			if slices.ContainsFunc(n.List, func(e ast.Expr) bool { return mentions(e) }) {
				return true
			}
		}
	}
	return false
}

// proxyErrorHandler reports whether w stands in the ErrorHandler of a reverse
// proxy, which answers for another server.
func (v *vet) proxyErrorHandler(w *response.Write) bool {
	lit, ok := w.Func.(*ast.FuncLit)
	if !ok {
		return false
	}
	cur, ok := v.pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root().FindNode(lit)
	if !ok {
		return false
	}
	var field ast.Expr
	switch p := cur.Parent().Node().(type) {
	case *ast.KeyValueExpr:
		field = p.Key
	case *ast.AssignStmt:
		if len(p.Lhs) == 1 {
			field = p.Lhs[0]
		}
	}
	switch f := field.(type) {
	case *ast.SelectorExpr:
		field = f.Sel
	}
	id, ok := field.(*ast.Ident)
	if !ok {
		return false
	}
	obj := v.pass.TypesInfo.ObjectOf(id)
	return obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "net/http/httputil"
}
