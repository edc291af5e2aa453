package response

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/jsonshape"
)

// content is what is known of a text or of bytes.
type content struct {
	kind  frameworks.BodyKind
	shape jsonshape.Shape
	param int  // the parameter that it is, or None
	sure  bool // a constant or an error's text, not merely a string
	err   bool // carries an error's text
}

func (c content) body() Body { return Body{Kind: c.kind, Shape: c.shape, Param: c.param} }

var unknown = content{param: None}

// problemJSON is the content type of RFC 9457.
const problemJSON = "application/problem+json"

// body fills in what the call of w writes.
func (b *builder) body(s *scope, w frameworks.Writer, call *ast.CallExpr, in *inst) {
	arg := call.Args[w.Body]
	kind := w.Kind
	if r, value := b.rendered(arg); value != nil {
		arg, kind = value, r.Kind
		in.Body.Kind = kind
	} else if w.Encodes && encoded(b.info.TypeOf(arg)) {
		kind = frameworks.BodyJSON
	}
	switch kind {
	case frameworks.BodyJSON:
		if w.Encoded {
			in.Body = b.encodedJSON(s, arg)
		} else {
			in.Body = b.json(s, arg)
		}
		if s.traits != nil {
			in.Body.ContentType = s.traits.problem()
		}
		return
	case frameworks.BodyText, frameworks.BodyUnknown:
	default:
		return
	}
	c := b.content(s, arg, 0)
	if w.FormatsBody {
		c = b.formatted(s, call.Args[w.Body:], 0)
	}
	in.Errors = in.Errors || c.err
	if w.Plain {
		if c.kind == frameworks.BodyJSON {
			in.Body.Shape = c.shape
		}
		return // text/plain whatever was set before
	}
	if w.ContentType != 0 && w.ContentType < len(call.Args) {
		in.Body = typed(c, b.constant(call.Args[w.ContentType]))
		if in.Body.Kind == frameworks.BodyText && c.kind == frameworks.BodyJSON {
			in.Body.Shape = c.shape
		}
		return
	}
	if s.traits == nil {
		return
	}
	switch declared := s.traits.declared(); {
	case declared == frameworks.BodyOther:
		in.Body = Body{Kind: frameworks.BodyOther, Param: None}
	case kind == frameworks.BodyText && declared == frameworks.BodyUnknown:
		// text/plain, whatever the text
	case c.kind == frameworks.BodyText && declared == frameworks.BodyJSON && !c.sure && c.param == None:
		in.Body = Body{Param: None}
	default:
		in.Body = c.body()
		in.Body.ContentType = s.traits.problem()
	}
}

// rendered returns what is sent of a literal of one of the frameworks' types
// for values to send (gin's render.JSON), or nil.
func (b *builder) rendered(e ast.Expr) (frameworks.Renderer, ast.Expr) {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok {
		e = ast.Unparen(u.X)
	}
	r, ok := b.renderers[frameworks.TypeOf(b.info.TypeOf(e))]
	lit, isLit := e.(*ast.CompositeLit)
	if !ok || !isLit {
		return r, nil
	}
	for _, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok && id.Name == r.Field {
				return r, kv.Value
			}
		}
	}
	return r, nil
}

// encoded reports whether a writer that encodes what is no text encodes values
// of type t.
func encoded(t types.Type) bool {
	if t == nil || expr.IsError(t) {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		return encoded(u.Elem())
	case *types.Map, *types.Struct:
		return true
	}
	return false
}

// encodedJSON returns what is known of a body that is JSON already.
func (b *builder) encodedJSON(s *scope, e ast.Expr) Body {
	body := Body{Kind: frameworks.BodyJSON, Param: None}
	if c := b.content(s, e, 0); c.kind == frameworks.BodyJSON {
		body.Shape = c.shape
	}
	return body
}

// stored fills in the body that a call of w takes from an element of a field of
// its receiver: what the function assigned to it, if it did once.
func (b *builder) stored(s *scope, w frameworks.Writer, call *ast.CallExpr, in *inst) {
	recv := b.variable(b.receiver(call))
	if recv == nil {
		return
	}
	var found []ast.Expr
	ast.Inspect(b.outermost(s.node), func(n ast.Node) bool {
		assign, ok := n.(*ast.AssignStmt)
		if !ok || len(assign.Lhs) != len(assign.Rhs) {
			return true
		}
		for i, lhs := range assign.Lhs {
			index, ok := ast.Unparen(lhs).(*ast.IndexExpr)
			if !ok || b.constant(index.Index) != w.Key {
				continue
			}
			sel, ok := ast.Unparen(index.X).(*ast.SelectorExpr)
			if ok && sel.Sel.Name == w.Field && b.variable(sel.X) == recv {
				found = append(found, assign.Rhs[i])
			}
		}
		return true
	})
	if len(found) == 1 {
		in.Body = b.json(s, found[0])
	}
}

// typed is the body of bytes that are sent with a content type.
func typed(c content, contentType string) Body {
	switch {
	case contentType == "":
		return Body{Param: None}
	case strings.Contains(contentType, "json"):
		if c.kind != frameworks.BodyJSON {
			return Body{Param: None}
		}
		body := c.body()
		body.ContentType = contentType
		return body
	case strings.HasPrefix(contentType, "text/plain"):
		return Body{Kind: frameworks.BodyText, Param: None}
	}
	return Body{Kind: frameworks.BodyOther, Param: None}
}

func (b *builder) constant(e ast.Expr) string {
	if v := b.info.Types[e].Value; v != nil && v.Kind() == constant.String {
		return constant.StringVal(v)
	}
	return ""
}

// json returns what is known of the JSON of e.
func (b *builder) json(s *scope, e ast.Expr) Body {
	body := Body{Kind: frameworks.BodyJSON, Param: None, Shape: b.env(s).Of(e)}
	if !body.Shape.Known() || body.Shape.Open {
		body.Param = b.param(s, e)
	}
	return body
}

func (b *builder) env(s *scope) jsonshape.Env {
	return jsonshape.Env{Info: b.info, Body: b.outermost(s.node), Call: b.returned, Keeps: b.encodes}
}

// encodes reports whether a call is one of a function that writes a response: it
// sends the map that it is given.
func (b *builder) encodes(call *ast.CallExpr) bool {
	fn, lit := b.target(call)
	if w, ok := b.writers[frameworks.FuncOf(fn)]; ok {
		return w.Kind == frameworks.BodyJSON || w.Encodes
	}
	var out []inst
	if lit != nil {
		out = b.scopeOf(lit).out
	} else if decl := b.decls[fn]; fn != nil && decl != nil {
		out = b.scopeOf(decl).out
	} else if fn != nil {
		if w := b.fact(fn); w != nil {
			out = foreign(w)
		}
	}
	return slices.ContainsFunc(out, func(in inst) bool { return in.Body.Kind == frameworks.BodyJSON && in.Body.Param != None })
}

// param returns the index of the parameter of s that e is, or None. One that is
// assigned to is no longer what the caller gave.
func (b *builder) param(s *scope, e ast.Expr) int {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
		e = u.X
	}
	v := b.variable(e)
	if v == nil || len(b.assigns[v]) > 0 {
		return None
	}
	for i := range s.sig.Params().Len() {
		if s.sig.Params().At(i) == v && !(s.sig.Variadic() && i == s.sig.Params().Len()-1) {
			return i
		}
	}
	return None
}

// content says what a text, bytes, or a value that fmt prints is like.
func (b *builder) content(s *scope, e ast.Expr, depth int) content {
	e = ast.Unparen(e)
	tv := b.info.Types[e]
	if tv.Type == nil || depth > 8 {
		return unknown
	}
	if tv.Value != nil {
		if tv.Value.Kind() == constant.String {
			return ofConstant(constant.StringVal(tv.Value))
		}
		return content{kind: frameworks.BodyText, param: None, sure: true}
	}
	if expr.IsError(tv.Type) {
		return content{kind: frameworks.BodyText, param: None, sure: true, err: true}
	}
	switch e := e.(type) {
	case *ast.CallExpr:
		return b.callContent(s, e, depth)
	case *ast.BinaryExpr:
		left := b.content(s, e.X, depth+1)
		if left.kind == frameworks.BodyJSON {
			if strings.TrimSpace(b.constant(e.Y)) == "" && b.info.Types[e.Y].Value != nil {
				return left // JSON and a line's end
			}
			return unknown // the rest of it is not known
		}
		left.err = left.err || b.carriesError(e.Y)
		left.param = None
		return left
	case *ast.Ident:
		return b.variableContent(s, e, depth)
	}
	return unknown
}

func (b *builder) variableContent(s *scope, e *ast.Ident, depth int) content {
	v := b.variable(e)
	if v == nil {
		return unknown
	}
	if i := b.param(s, e); i != None {
		c := content{param: i}
		if basic, ok := v.Type().Underlying().(*types.Basic); ok && basic.Info()&types.IsString != 0 {
			c.kind = frameworks.BodyText
		}
		return c
	}
	if b.written[v] || len(b.assigns[v]) == 0 || v.Parent() == b.pass.Pkg.Scope() {
		return unknown
	}
	var all content
	for i, src := range b.assigns[v] {
		if src.index != 0 {
			return unknown
		}
		c := b.content(s, src.expr, depth+1)
		c.param = None
		if i > 0 && c.kind != all.kind {
			return unknown
		}
		if i > 0 {
			c.shape = jsonshape.Join(all.shape, c.shape)
		}
		c.err, c.sure = c.err || all.err, c.sure && (i == 0 || all.sure)
		all = c
	}
	return all
}

func (b *builder) callContent(s *scope, call *ast.CallExpr, depth int) content {
	if b.info.Types[call.Fun].IsType() && len(call.Args) == 1 {
		return b.content(s, call.Args[0], depth+1)
	}
	fn, _ := b.target(call)
	if fn == nil {
		return unknown
	}
	switch id := frameworks.FuncOf(fn); id {
	case frameworks.Func{Pkg: "encoding/json", Name: "Marshal"}, frameworks.Func{Pkg: "encoding/json", Name: "MarshalIndent"}:
		body := b.json(s, call.Args[0])
		return content{kind: frameworks.BodyJSON, shape: body.Shape, param: None, sure: true}
	case frameworks.Func{Pkg: "strings", Name: "NewReader"}, frameworks.Func{Pkg: "bytes", Name: "NewReader"},
		frameworks.Func{Pkg: "bytes", Name: "NewBuffer"}, frameworks.Func{Pkg: "bytes", Name: "NewBufferString"}:
		return b.content(s, call.Args[0], depth+1)
	case frameworks.Func{Pkg: "net/http", Name: "StatusText"}:
		return content{kind: frameworks.BodyText, param: None, sure: true}
	case frameworks.Func{Pkg: "fmt", Name: "Sprintf"}, frameworks.Func{Pkg: "fmt", Name: "Sprint"}, frameworks.Func{Pkg: "fmt", Name: "Sprintln"}:
		if len(call.Args) == 0 {
			return unknown
		}
		return b.formatted(s, call.Args, depth+1)
	}
	if fn.Name() == "Error" && b.receiver(call) != nil && expr.IsError(b.info.TypeOf(b.receiver(call))) {
		return content{kind: frameworks.BodyText, param: None, sure: true, err: true}
	}
	return b.encodedBy(fn, depth)
}

// encodedBy returns what is known of the JSON that a function of this package
// returns as a text or as bytes: unknown if it is none.
func (b *builder) encodedBy(fn *types.Func, depth int) content {
	decl := b.decls[fn]
	if decl == nil || fn.Signature().Results().Len() != 1 || !isText(fn.Signature().Results().At(0).Type()) {
		return unknown
	}
	var all content
	first, known := true, true
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			if len(n.Results) != 1 || !known {
				known = false
				return false
			}
			c := b.content(b.frame(decl), n.Results[0], depth+1)
			if !first {
				c.shape = jsonshape.Join(all.shape, c.shape)
			}
			known = c.kind == frameworks.BodyJSON && c.shape.Known()
			all, first = c, false
		}
		return known
	})
	if !known || first {
		return unknown
	}
	all.param = None
	return all
}

func isText(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	}
	return false
}

// formatted says what the text is like that fmt makes of a format, or a text,
// and what follows.
func (b *builder) formatted(s *scope, args []ast.Expr, depth int) content {
	if format := strings.TrimSpace(b.constant(args[0])); len(args) == 2 && (format == "%s" || format == "%v") {
		c := b.content(s, args[1], depth)
		c.param = None
		return c
	}
	c := b.content(s, args[0], depth)
	for _, a := range args[1:] {
		c.err = c.err || b.carriesError(a)
	}
	if len(args) > 1 {
		c.param = None
	}
	return c
}

// carriesError reports whether e is an error or the text of one.
func (b *builder) carriesError(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if x, ok := n.(ast.Expr); ok && expr.IsError(b.info.TypeOf(x)) {
			found = true
		}
		return !found
	})
	return found
}

// ofConstant says what a constant text, or a constant format, is like.
func ofConstant(text string) content {
	c := content{kind: frameworks.BodyText, param: None, sure: true}
	trimmed := strings.TrimSpace(text)
	switch {
	case trimmed == "":
		return unknown // "" + more, or nothing at all
	case trimmed[0] == '{' || trimmed[0] == '[':
		c.shape = jsonshape.OfText(trimmed)
		if !c.shape.Known() {
			c.shape = ofFormat(trimmed)
		}
		c.kind = frameworks.BodyJSON
		if !c.shape.Known() {
			return unknown
		}
	case trimmed[0] == '<', strings.HasPrefix(trimmed, "data:"), strings.HasPrefix(trimmed, "event:"):
		c.kind = frameworks.BodyOther
	case trimmed[0] == '"' && jsonshape.OfText(trimmed).Known():
		c.kind, c.shape = frameworks.BodyJSON, jsonshape.OfText(trimmed)
	case trimmed[0] == '%':
		return unknown // the text is what a verb puts there
	}
	return c
}

var reVerb = regexp.MustCompile(`%[-+# 0]*[0-9]*(\.[0-9]+)?[a-zA-Z]`)

// ofFormat returns the shape of the JSON that a format makes, with what the
// verbs put in unknown: what differs when they put in something else.
func ofFormat(format string) jsonshape.Shape {
	s := jsonshape.OfText(filled(format, `"x"`, "0", "true", "null"))
	other := jsonshape.OfText(filled(format, `"y"`, "1", "false", "1"))
	if s.Type != jsonshape.Object || len(s.Keys) != len(other.Keys) {
		return jsonshape.Shape{Type: s.Type}
	}
	for i := range s.Keys {
		k, o := &s.Keys[i], other.Keys[i]
		if k.Name != o.Name {
			return jsonshape.Shape{Type: s.Type, Open: true}
		}
		if k.Value != o.Value {
			k.Value = ""
		}
		if k.Type != o.Type {
			k.Type = jsonshape.Unknown
		}
	}
	return s
}

// filled returns a format with the verbs replaced.
func filled(format, text, number, truth, other string) string {
	return reVerb.ReplaceAllStringFunc(format, func(verb string) string {
		switch verb[len(verb)-1] {
		case 'q':
			return text
		case 'd', 'f', 'g':
			return number
		case 't':
			return truth
		}
		return other
	})
}
