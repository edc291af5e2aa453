package corswildcard

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/values"
)

// headerWrite is a place where a response's header is set.
type headerWrite struct {
	cur   inspector.Cursor // the call or assignment
	value ast.Expr         // nil if the header is removed
	adds  bool
}

// learnSetters adds the functions of the package that set a header by its name
// and value.
func (p *policies) learnSetters() {
	for cur := range p.root.Preorder((*ast.FuncDecl)(nil)) {
		decl := cur.Node().(*ast.FuncDecl)
		fn, ok := p.info.Defs[decl.Name].(*types.Func)
		if !ok || decl.Body == nil || fn.Signature().Params().Len() < 2 {
			continue
		}
		for c := range cur.Preorder((*ast.CallExpr)(nil)) {
			call := c.Node().(*ast.CallExpr)
			h, ok := p.setters[frameworks.FuncOf(typeutil.StaticCallee(p.info, call))]
			if !ok || h.Value == frameworks.None || len(call.Args) <= max(h.Name, h.Value) || !p.onResponse(call) {
				continue
			}
			name, value := p.parameter(fn, call.Args[h.Name]), p.parameter(fn, call.Args[h.Value])
			if name != frameworks.None && value != frameworks.None {
				id := frameworks.FuncOf(fn)
				p.setters[id] = frameworks.HeaderFunc{Func: id, Name: name, Value: value, Adds: h.Adds}
			}
		}
	}
}

// parameter returns the index of fn's parameter that e names, or None.
func (p *policies) parameter(fn *types.Func, e ast.Expr) int {
	obj := named(p.info, e)
	for i := range fn.Signature().Params().Len() {
		if obj != nil && fn.Signature().Params().At(i) == obj {
			return i
		}
	}
	return frameworks.None
}

// writesHeader returns the header that the node at cur sets on a response.
func (p *policies) writesHeader(cur inspector.Cursor) (name string, w headerWrite, ok bool) {
	switch n := cur.Node().(type) {
	case *ast.CallExpr:
		h, isSetter := p.setters[frameworks.FuncOf(typeutil.StaticCallee(p.info, n))]
		if !isSetter || len(n.Args) <= max(h.Name, h.Value) {
			return "", w, false
		}
		if name, w, ok = p.rangedHeader(cur, n, h); ok {
			return name, w, p.onResponse(n)
		}
		name, ok = p.view.String(n.Args[h.Name])
		w = headerWrite{cur: cur, adds: h.Adds}
		if h.Value != frameworks.None {
			w.value = n.Args[h.Value]
		}
		return name, w, ok && p.onResponse(n)
	case *ast.AssignStmt:
		index, isIndex := ast.Unparen(n.Lhs[0]).(*ast.IndexExpr)
		if !isIndex || len(n.Lhs) != 1 || n.Tok != token.ASSIGN || !isHeaderMap(p.info.TypeOf(index.X)) || p.ofRequest(index.X) {
			return "", w, false
		}
		name, ok = p.view.String(index.Index)
		lit, isLit := ast.Unparen(n.Rhs[0]).(*ast.CompositeLit)
		if !isLit || len(lit.Elts) != 1 {
			return "", w, false
		}
		return name, headerWrite{cur: cur, value: lit.Elts[0]}, ok && name == frameworks.CanonicalHeader(name)
	}
	return "", w, false
}

func isHeaderMap(t types.Type) bool {
	return t != nil && frameworks.TypeOf(t) == frameworks.Type{Pkg: "net/http", Name: "Header"}
}

// onResponse reports whether a call sets the header of a response: not that of
// a request, and not that of a map made for another purpose.
func (p *policies) onResponse(call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || !isHeaderMap(p.info.TypeOf(sel.X)) {
		return ok // a framework's context
	}
	return !p.ofRequest(sel.X)
}

// ofRequest reports whether a header map may be another's than a response's.
func (p *policies) ofRequest(e ast.Expr) bool {
	for _, val := range p.view.Sources(e) {
		switch n := val.Expr.(type) {
		case *ast.SelectorExpr:
			if t := p.info.TypeOf(n.X); t != nil && (frameworks.TypeOf(t) == frameworks.Type{Pkg: "net/http", Name: "Request"}) {
				return true
			}
		case *ast.CallExpr:
			if _, ok := typeutil.Callee(p.info, n).(*types.Builtin); ok {
				return true // make
			}
		case *ast.CompositeLit, nil:
			return true
		}
	}
	return false
}

// rangedHeader returns the header that a call sets from the elements of a map
// literal: for k, v := range headers { w.Header().Set(k, v) }.
func (p *policies) rangedHeader(cur inspector.Cursor, call *ast.CallExpr, h frameworks.HeaderFunc) (name string, w headerWrite, ok bool) {
	if h.Value == frameworks.None {
		return "", w, false
	}
	key, value := named(p.info, call.Args[h.Name]), named(p.info, call.Args[h.Value])
	for c := range cur.Enclosing((*ast.RangeStmt)(nil)) {
		loop := c.Node().(*ast.RangeStmt)
		if loop.Key == nil || loop.Value == nil || key == nil || value == nil || p.info.ObjectOf(ident(loop.Key)) != key || p.info.ObjectOf(ident(loop.Value)) != value {
			continue
		}
		lit, isLit := p.literal(loop.X)
		if !isLit {
			return "", w, false
		}
		for _, elt := range lit.Elts {
			kv, isKV := elt.(*ast.KeyValueExpr)
			if !isKV {
				return "", w, false
			}
			if text, known := p.view.String(kv.Key); known && isHeader(text, headerOrigin) {
				return text, headerWrite{cur: cur, value: kv.Value, adds: h.Adds}, true
			}
		}
	}
	return "", w, false
}

func ident(e ast.Expr) *ast.Ident {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return &ast.Ident{}
	}
	return id
}

// replaces reports whether the write later takes the place of w whenever w has
// been done.
func (p *policies) replaces(later, w headerWrite) bool {
	if later.adds || later.cur == w.cur || later.cur.Node().Pos() < w.cur.Node().End() || function(later.cur) != function(w.cur) {
		return false
	}
	stmts, _ := block(later.cur)
	for c := range w.cur.Enclosing((*ast.BlockStmt)(nil), (*ast.CaseClause)(nil), (*ast.CommClause)(nil)) {
		if c == stmts {
			return true
		}
		if endsWithReturn(c.Node()) {
			return false
		}
	}
	return false
}

func function(cur inspector.Cursor) inspector.Cursor {
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		return c
	}
	return inspector.Cursor{}
}

// block returns the statements around cur.
func block(cur inspector.Cursor) (inspector.Cursor, bool) {
	for c := range cur.Enclosing((*ast.BlockStmt)(nil), (*ast.CaseClause)(nil), (*ast.CommClause)(nil)) {
		return c, true
	}
	return inspector.Cursor{}, false
}

func endsWithReturn(n ast.Node) bool {
	var list []ast.Stmt
	switch n := n.(type) {
	case *ast.BlockStmt:
		list = n.List
	case *ast.CaseClause:
		list = n.Body
	case *ast.CommClause:
		list = n.Body
	}
	if len(list) == 0 {
		return false
	}
	_, ok := list[len(list)-1].(*ast.ReturnStmt)
	return ok
}

// together reports whether the responses with origin w allow credentials by c:
// both stand in the same function declaration, and nothing but the request's
// method or path decides whether c follows.
func (p *policies) together(w, c headerWrite) bool {
	if c.value == nil || outermost(w.cur) != outermost(c.cur) {
		return false
	}
	if text, ok := p.view.String(c.value); !ok || text != "true" {
		return false
	}
	known := p.view.Conditions(w.cur)
	for _, cond := range p.view.Conditions(c.cur) {
		i := slices.IndexFunc(known, func(k values.Condition) bool { return sameCondition(k, cond) })
		if i >= 0 && known[i].Holds != cond.Holds {
			return false // one or the other
		}
		if i < 0 && slices.ContainsFunc(leaves(cond), func(l leaf) bool {
			return !p.isNoGate(l) && (p.isCheck(l) || !slices.ContainsFunc(l.exprs(), p.view.FromRequest))
		}) {
			return false
		}
	}
	return true
}

func sameCondition(a, b values.Condition) bool {
	return a.Expr == b.Expr && slices.Equal(a.Cases, b.Cases)
}

func outermost(cur inspector.Cursor) inspector.Cursor {
	for c := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		return c
	}
	return inspector.Cursor{}
}
