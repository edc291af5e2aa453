package errortext

import (
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"slices"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// part is one of the texts that an expression can have in it.
type part struct {
	found bool // what it is is known; otherwise it is what place holds
	place place
	kind  Kind
	param int // if kind is OfParam
	raw   bool
	said  ast.Expr    // the expression with the text, as written
	of    ast.Expr    // the function that it comes from
	via   *types.Func // the project's function that made a text of the error, or nil
}

func (p part) key() string {
	if p.found {
		return "found"
	}
	return p.place.key()
}

const maxDepth = 12

// eval returns the texts that e can have in it, none if it has no text of
// an error. A variable whose value decides is a part with its place.
func (b *builder) eval(e ast.Expr) []part { return b.evalAt(e, 0) }

func (b *builder) evalAt(e ast.Expr, depth int) []part {
	e = ast.Unparen(e)
	tv := b.info.Types[e]
	if depth > maxDepth || tv.Value != nil || tv.IsNil() || tv.IsType() {
		return nil
	}
	t := b.info.TypeOf(e)
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		t = tuple.At(0).Type() // v, ok := x.(T)
	}
	if t == nil || !text(t) || b.own(t) {
		return nil
	}
	switch e := e.(type) {
	case *ast.Ident:
		return b.evalVariable(e, depth)
	case *ast.SelectorExpr:
		return b.evalSelector(e, t)
	case *ast.CallExpr:
		return b.evalCall(e, 0, depth)
	case *ast.BinaryExpr:
		if e.Op != token.ADD {
			return nil
		}
		return append(b.evalAt(e.X, depth+1), b.evalAt(e.Y, depth+1)...)
	case *ast.UnaryExpr:
		if e.Op == token.ARROW && expr.IsError(t) {
			return []part{{found: true, kind: OfError, raw: true, said: e}}
		}
		return b.evalAt(e.X, depth+1)
	case *ast.StarExpr:
		return b.evalAt(e.X, depth+1)
	case *ast.SliceExpr:
		return b.evalAt(e.X, depth+1)
	case *ast.IndexExpr:
		return b.evalElement(e, t, depth)
	case *ast.TypeAssertExpr:
		return b.evalAt(e.X, depth+1)
	case *ast.CompositeLit:
		return b.all(b.elements(e), depth)
	}
	return nil
}

// evalOwn is eval also for a literal of an error type of the project's own, and
// for what a function puts into one that it returns.
func (b *builder) evalOwn(e ast.Expr) []part {
	if !b.own(b.info.TypeOf(e)) {
		return b.eval(e)
	}
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok {
		e = ast.Unparen(u.X)
	}
	switch e := e.(type) {
	case *ast.CompositeLit:
		return b.all(b.elements(e), 0)
	case *ast.CallExpr:
		if flows := b.flows(e); flows != nil {
			parts, _ := b.carried(flows, e, 0, 0)
			return parts
		}
	}
	return nil
}

func (b *builder) all(list []element, depth int) []part {
	var parts []part
	for _, e := range list {
		parts = append(parts, b.evalAt(e.value, depth+1)...)
	}
	return parts
}

func (b *builder) evalVariable(e *ast.Ident, depth int) []part {
	v := b.variable(e)
	if v == nil || v.IsField() || expr.IsPackageVar(v) {
		return nil // an error of package level is a constant text
	}
	if x := b.operands[v]; x != nil && !b.answers(v.Type()) {
		return b.evalAt(x, depth+1)
	}
	return []part{{place: place{v: v}, raw: expr.IsError(v.Type()), said: e}}
}

// evalSelector is eval for a field.
func (b *builder) evalSelector(e *ast.SelectorExpr, t types.Type) []part {
	if b.info.Selections[e] == nil {
		return nil // a variable of another package
	}
	p, whole, ok := b.placeOf(e)
	if ok && whole && !expr.IsPackageVar(p.v) && (b.operands[p.v] == nil || b.answers(p.v.Type())) {
		return []part{{place: p, raw: expr.IsError(t), said: e}}
	}
	if expr.IsError(t) {
		return []part{{found: true, kind: OfError, raw: true, said: e}}
	}
	return nil
}

func (b *builder) evalElement(e *ast.IndexExpr, t types.Type, depth int) []part {
	p, whole, ok := b.placeOf(e)
	if ok && whole && !expr.IsPackageVar(p.v) && b.operands[p.v] == nil {
		return []part{{place: p, raw: expr.IsError(t), said: e}}
	}
	return b.evalAt(e.X, depth+1)
}

// evalCall returns the texts that the index-th result of a call can have in it.
func (b *builder) evalCall(call *ast.CallExpr, index, depth int) []part {
	if depth > maxDepth {
		return nil
	}
	if b.info.Types[call.Fun].IsType() {
		if len(call.Args) != 1 {
			return nil
		}
		return b.stringified(b.evalAt(call.Args[0], depth+1), call, b.info.TypeOf(call))
	}
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
		if bi, ok := b.info.Uses[id].(*types.Builtin); ok {
			return b.evalBuiltin(call, bi.Name(), depth)
		}
	}
	t := b.resultType(call, index)
	if t == nil || !text(t) || b.own(t) {
		return nil
	}
	fn, _ := b.target(call)
	id := frameworks.FuncOf(fn)
	switch {
	case id == frameworks.Func{Pkg: "runtime/debug", Name: "Stack"}:
		return []part{{found: true, kind: OfStack, said: call}}
	case id == frameworks.Func{Pkg: "context", Recv: "Context", Name: "Err"}, id == frameworks.Func{Pkg: "context", Name: "Cause"}:
		return nil // its texts are constants
	case b.unread(call):
		return nil
	case fn != nil && fn.Name() == "Error" && fn.Signature().Params().Len() == 0 && len(call.Args) == 0:
		if recv := arguments(b.info, call, nil, Receiver); recv != nil && expr.IsError(b.info.TypeOf(recv[0])) {
			return b.stringified(b.evalAt(recv[0], depth+1), call, types.Typ[types.String])
		}
	}
	if args, ok := b.passes(fn, call, index); ok {
		var parts []part
		for _, a := range args {
			parts = append(parts, b.evalAt(a, depth+1)...)
		}
		for i := range parts {
			parts[i].raw = expr.IsError(t) || parts[i].raw && fn.Pkg().Path() == "encoding/json"
		}
		return parts
	}
	if flows := b.flows(call); flows != nil {
		if parts, known := b.carried(flows, call, index, depth); known || !expr.IsError(t) {
			return parts
		}
	}
	if expr.IsError(t) {
		return []part{{found: true, kind: OfError, raw: true, said: call, of: call.Fun}}
	}
	return nil
}

// carried returns the texts that the result of a function with these flows has,
// and whether that is all that is to say: an error of another module is an
// internal one, however it was made.
func (b *builder) carried(flows *Flows, call *ast.CallExpr, index, depth int) (parts []part, known bool) {
	for _, c := range flows.Carries {
		if c.Result != index {
			continue
		}
		parts = append(parts, b.apply(c, call, depth)...)
	}
	return parts, flows.Module == b.module && (!flows.Vague || len(parts) > 0)
}

// errorTaker returns the function of the project's that a call calls, if the
// parameter is for an error, and nil otherwise: what formats anything is not to
// blame for what it is given.
func (b *builder) errorTaker(call *ast.CallExpr, param int) *types.Func {
	fn, _ := b.target(call)
	if fn == nil || !b.ours(fn.Pkg()) || !takesErrorAt(fn.Signature(), param) {
		return nil
	}
	return fn.Origin()
}

func takesErrorAt(sig *types.Signature, param int) bool {
	return param >= 0 && param < sig.Params().Len() && expr.IsErrorType(sig.Params().At(param).Type())
}

// apply returns the texts of one Carry of a call.
func (b *builder) apply(c Carry, call *ast.CallExpr, depth int) []part {
	if c.Kind != OfParam {
		return []part{{found: true, kind: c.Kind, raw: c.Raw, said: call, of: call.Fun}}
	}
	var parts []part
	for _, arg := range arguments(b.info, call, b.signature(call), c.Param) {
		for _, p := range b.evalAt(arg, depth+1) {
			if p.via == nil && p.raw && !c.Raw {
				p.via = b.errorTaker(call, c.Param)
			}
			p.raw = p.raw && c.Raw
			parts = append(parts, p)
		}
	}
	return parts
}

// stringified returns parts as they are in a value of type t that is made of
// them by e.
func (b *builder) stringified(parts []part, e ast.Expr, t types.Type) []part {
	if expr.IsError(t) || types.IsInterface(t) {
		return parts
	}
	for i := range parts {
		if parts[i].raw {
			parts[i].said = e
		}
		parts[i].raw = false
	}
	return parts
}

func (b *builder) evalBuiltin(call *ast.CallExpr, name string, depth int) []part {
	switch name {
	case "recover":
		return []part{{found: true, kind: OfPanic, said: call}}
	case "append", "min", "max":
		var parts []part
		for _, a := range call.Args {
			parts = append(parts, b.evalAt(a, depth+1)...)
		}
		return parts
	}
	return nil
}

// resultType returns the type of the index-th result of a call.
func (b *builder) resultType(call *ast.CallExpr, index int) types.Type {
	t := b.info.TypeOf(call)
	if tuple, ok := t.(*types.Tuple); ok {
		if index >= tuple.Len() {
			return nil
		}
		return tuple.At(index).Type()
	}
	if index > 0 {
		return nil
	}
	return t
}

// textPackages are those whose functions return what they are given in another
// form.
var textPackages = []string{"fmt", "strings", "bytes", "errors", "html", "strconv", "encoding/json", "encoding/xml", "slices", "html/template", "text/template", "unicode/utf8", "regexp", "maps"}

// passes returns the arguments whose text a function of a library hands on, ok
// being false if it is none that is known to.
func (b *builder) passes(fn *types.Func, call *ast.CallExpr, index int) (args []ast.Expr, ok bool) {
	if fn == nil || fn.Pkg() == nil || b.decls[fn] != nil || b.ours(fn.Pkg()) {
		return nil, false
	}
	pkg := fn.Pkg().Path()
	errors := path.Base(pkg) == "errors" || path.Base(pkg) == "xerrors"
	if !slices.Contains(textPackages, pkg) && !errors {
		return nil, false
	}
	if !errors && expr.IsError(b.resultType(call, index)) && (pkg != "fmt" || fn.Name() != "Errorf") {
		return nil, false // an error of the library's own
	}
	if errors && (fn.Name() == "As" || fn.Name() == "AsType") {
		return nil, true
	}
	args = call.Args
	if fn.Pkg().Path() == "fmt" {
		args = b.formatted(fn, call)
	}
	if recv := arguments(b.info, call, nil, Receiver); recv != nil {
		args = append(recv, args...)
	}
	return args, true
}

// formatted returns the arguments of a function of package fmt whose text it
// prints: those with another verb than %v, %s and %q say little.
func (b *builder) formatted(fn *types.Func, call *ast.CallExpr) []ast.Expr {
	switch fn.Name() {
	case "Sprintf", "Errorf", "Appendf":
	default:
		return call.Args
	}
	at := 0
	if fn.Name() == "Appendf" {
		at = 1
	}
	if at >= len(call.Args) {
		return nil
	}
	format := b.info.Types[call.Args[at]].Value
	if format == nil {
		return call.Args
	}
	return call.Args[at+1:]
}
