package corswildcard

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/values"
)

const (
	headerOrigin      = "Access-Control-Allow-Origin"
	headerCredentials = "Access-Control-Allow-Credentials"
)

// addHTTP adds the header functions of net/http, which a framework's responses
// have too.
func (p *policies) addHTTP() {
	for _, f := range frameworks.All() {
		if f.Name != "net/http" {
			continue
		}
		for _, h := range f.HeaderSetters {
			p.setters[h.Func] = h
		}
		for _, h := range f.HeaderGetters {
			p.getters[h.Func] = h
		}
	}
}

// mentionsHeader reports whether the package has a constant that names the
// header.
func (p *policies) mentionsHeader() bool {
	for _, tv := range p.info.Types {
		if tv.Value != nil && tv.Value.Kind() == constant.String && isHeader(constant.StringVal(tv.Value), headerOrigin) {
			return true
		}
	}
	return false
}

func isHeader(name, header string) bool {
	return len(name) == len(header) && strings.EqualFold(name, header)
}

// headerWrite is a place where a response's header is set.
type headerWrite struct {
	cur   inspector.Cursor // the call or assignment
	value ast.Expr         // nil if the header is removed
	adds  bool
}

// headers returns the open policies that the package writes by hand.
func (p *policies) headers() []finding {
	var origins, creds []headerWrite
	for cur := range p.root.Preorder((*ast.CallExpr)(nil), (*ast.AssignStmt)(nil)) {
		name, w, ok := p.writesHeader(cur)
		switch {
		case !ok:
		case isHeader(name, headerOrigin):
			origins = append(origins, w)
		case isHeader(name, headerCredentials):
			creds = append(creds, w)
		}
	}
	var found []finding
	for _, w := range origins {
		if w.value == nil || p.withoutOrigin(w.cur) || slices.ContainsFunc(origins, func(later headerWrite) bool { return p.replaces(later, w) }) {
			continue
		}
		f, ok := p.openHeader(w)
		if !ok {
			f, ok = p.defaults.openHeader(w)
			f.byDefault()
		}
		if ok && !p.silent(w.cur, f.reflect) {
			if slices.ContainsFunc(creds, func(c headerWrite) bool { return p.together(w, c) }) {
				f.creds = credentialsAllowed
				f.credsBy = headerCredentials + ` is "true"`
			}
			found = merge(found, f)
		}
	}
	return found
}

// merge adds f to found, or to the finding at the same place.
func merge(found []finding, f finding) []finding {
	for i := range found {
		if found[i].node == f.node {
			found[i].related = append(found[i].related, f.related...)
			found[i].creds = max(found[i].creds, f.creds)
			found[i].credsBy = max(found[i].credsBy, f.credsBy)
			return found
		}
	}
	return append(found, f)
}

// writesHeader returns the header that the node at cur sets on a response.
func (p *policies) writesHeader(cur inspector.Cursor) (name string, w headerWrite, ok bool) {
	switch n := cur.Node().(type) {
	case *ast.CallExpr:
		h, isSetter := p.setters[frameworks.FuncOf(typeutil.StaticCallee(p.info, n))]
		if !isSetter || len(n.Args) <= max(h.Name, h.Value) {
			return "", w, false
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

// openHeader tells whether a write answers every origin, in every case.
func (p *policies) openHeader(w headerWrite) (finding, bool) {
	f := finding{node: w.value, advice: "answer only the origins that need access"}
	for _, val := range p.view.Sources(w.value) {
		switch {
		case p.isStar(val):
			f.what = headerOrigin + ` is "*"`
			if val.Known != nil {
				f.known, f.node = val.Known, val.Expr
			} else if val.Default {
				p.byDefault(&f, w, val)
			}
		case p.getsOrigin(val) && !slices.ContainsFunc(val.At, func(c inspector.Cursor) bool { return p.gated(c, true) }):
			f.reflect = true
		default:
			return finding{}, false
		}
	}
	if f.reflect {
		f.what = headerOrigin + " repeats the request's Origin unchecked"
	}
	return f, true
}

func (p *policies) isStar(val values.Value) bool {
	if val.Zero() || val.Whole {
		return false
	}
	c := p.view.ConstantOf(val, types.Typ[types.String])
	return c != nil && c.Kind() == constant.String && constant.StringVal(c) == "*"
}

// byDefault puts the finding on the value that a header gets from elsewhere, and
// the header beside it.
func (p *policies) byDefault(f *finding, w headerWrite, val values.Value) {
	f.node = val.Expr
	f.what = types.ExprString(w.value) + ` is "*" unless another package sets it, and is sent as ` + headerOrigin
	f.related = []analysis.RelatedInformation{{Pos: w.value.Pos(), End: w.value.End(), Message: headerOrigin + " is set here"}}
}

// readsOrigin reports whether e reads the Origin header of a request.
func (p *policies) readsOrigin(e ast.Expr) bool {
	switch n := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		h, ok := p.getters[frameworks.FuncOf(typeutil.StaticCallee(p.info, n))]
		if !ok || h.Name >= len(n.Args) {
			return false
		}
		name, ok := p.view.String(n.Args[h.Name])
		return ok && isHeader(name, "Origin")
	case *ast.IndexExpr:
		if inner, ok := ast.Unparen(n.X).(*ast.IndexExpr); ok {
			return p.readsOrigin(inner)
		}
		name, ok := p.view.String(n.Index)
		return ok && name == "Origin" && isHeaderMap(p.info.TypeOf(n.X))
	}
	return false
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
		if i < 0 && slices.ContainsFunc(leaves(cond), func(l leaf) bool { return p.isGate(l, true) }) {
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
