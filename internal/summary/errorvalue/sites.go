package errorvalue

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/jsonshape"
	"github.com/prodvet/prodvet/internal/summary/response"
)

// sites finds the places where values are made and passed on.
func (b *builder) sites() {
	seen := make(map[ast.Expr]bool)
	for c := range b.in.Root().Preorder((*ast.CallExpr)(nil), (*ast.CompositeLit)(nil), (*ast.Ident)(nil), (*ast.SelectorExpr)(nil), (*ast.ReturnStmt)(nil)) {
		if ret, ok := c.Node().(*ast.ReturnStmt); ok {
			b.plain(c, ret)
			continue
		}
		e := c.Node().(ast.Expr)
		if !b.candidate(e) {
			continue
		}
		around := enclosing(c)
		if call, ok := e.(*ast.CallExpr); ok && len(b.collect) > 0 {
			if s := b.collected(around, call); s != nil {
				b.result.Sites = append(b.result.Sites, s)
				continue
			}
		}
		m := b.made(around, e)
		if m == nil {
			continue
		}
		outer, passed := b.passedOn(c)
		if !passed || seen[outer] {
			continue
		}
		seen[outer] = true
		if s := b.site(outer, around, m); s != nil {
			s.Written = b.writtenHere(c)
			b.result.Sites = append(b.result.Sites, s)
		}
	}
}

// candidate reports whether e can make a value at all, as far as its form tells:
// names do that are a package's variables.
func (b *builder) candidate(e ast.Expr) bool {
	if expr.Name(e) == nil {
		return true
	}
	v := expr.Var(b.info, e)
	return v != nil && expr.IsPackageVar(v)
}

// writtenHere reports whether a call that answers is given the value.
func (b *builder) writtenHere(c inspector.Cursor) bool {
	for anc := range c.Enclosing((*ast.CallExpr)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		call, ok := anc.Node().(*ast.CallExpr)
		if !ok {
			return false
		}
		if len(b.res.Call(call)) > 0 {
			return true
		}
	}
	return false
}

// site returns the site of a value, nil if it is none: a response's status says
// that it is no error, or nothing says that a response is made of it.
func (b *builder) site(e ast.Expr, around ast.Node, m *made) *Site {
	s := &Site{Expr: e, Func: around, Status: m.status, Framework: m.framework, Maker: m.maker}
	if m.framework != nil {
		for _, t := range m.texts {
			s.Texts = append(s.Texts, t.expr)
		}
		if m.framework.Errors.Kind == frameworks.BodyOther {
			s.Texts = nil // over HTTP, a gateway decides
		}
		b.answered(s)
		return s
	}
	if m.typ == nil || m.copied {
		return nil
	}
	carrier, known := b.carrier(m.typ)
	s.Carrier, s.Known = m.typ, known
	s.Status = statusOf(m, carrier)
	if !s.Status.MayBeError() || !known && !s.Status.IsError() {
		return nil
	}
	for _, t := range m.texts {
		if len(carrier.Sent) == 0 || slices.Contains(carrier.Sent, t.field) {
			s.Texts = append(s.Texts, t.expr)
		}
	}
	return s
}

// statusOf returns the status of a value: that of the field that becomes the
// response's or, if it is not known which that is, of the one that is an
// error's.
func statusOf(m *made, c Carrier) response.Status {
	for _, i := range m.ints {
		if c.Field == i.Field || c.Field == "" && i.Status.IsError() {
			return i.Status
		}
	}
	return response.Status{Param: response.None}
}

// answered says who makes the response of a site.
func (b *builder) answered(s *Site) {
	own := b.result.Central[s.Framework.Name]
	s.Default = !own || s.Framework.Errors.Protocol
	s.Known = own || s.Framework.Errors.Protocol || b.pass.Pkg.Name() == "main"
	if s.Default {
		s.Kind = s.Framework.Errors.Kind
		s.Shape = jsonshape.OfKeys(s.Framework.Errors.Keys)
	}
}

// enclosing returns the innermost function around a node, nil if there is none.
func enclosing(c inspector.Cursor) ast.Node {
	for anc := range c.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if anc.Node() != c.Node() {
			return anc.Node()
		}
	}
	return nil
}

// passedOn follows a value out of the expressions that keep it what it is and
// returns the outermost; passed is false if it is only looked at.
func (b *builder) passedOn(c inspector.Cursor) (outer ast.Expr, passed bool) {
	outer = c.Node().(ast.Expr)
	for {
		kind, _ := c.ParentEdge()
		parent := c.Parent()
		switch kind {
		case edge.ParenExpr_X:
		case edge.UnaryExpr_X:
			if parent.Node().(*ast.UnaryExpr).Op != token.AND {
				return nil, false
			}
		case edge.SelectorExpr_Sel: // pkg.Name
		case edge.SelectorExpr_X:
			// echo.NewHTTPError(..).SetInternal(err); all else looks at it.
			call, ok := parent.Parent().Node().(*ast.CallExpr)
			if !ok || call.Fun != parent.Node() {
				return nil, false
			}
			fn, _ := typeutil.Callee(b.info, call).(*types.Func)
			if fn == nil || !b.same[frameworks.FuncOf(fn)] && !b.copies(fn) {
				return nil, false
			}
			parent = parent.Parent()
		case edge.CallExpr_Fun: // the callee of a function in a variable
		case edge.CallExpr_Args:
			call := parent.Node().(*ast.CallExpr)
			if b.info.Types[call.Fun].IsType() {
				break
			}
			return outer, !b.looksAt(call)
		case edge.ReturnStmt_Results, edge.KeyValueExpr_Value, edge.CompositeLit_Elts, edge.SendStmt_Value:
			return outer, enclosing(c) != nil
		case edge.AssignStmt_Rhs:
			return outer, slices.ContainsFunc(parent.Node().(*ast.AssignStmt).Lhs, func(e ast.Expr) bool {
				id, ok := e.(*ast.Ident)
				return !ok || id.Name != "_"
			})
		case edge.ValueSpec_Values:
			return outer, enclosing(c) != nil // at package level, its uses are sites
		default:
			return nil, false
		}
		c = parent
		outer = c.Node().(ast.Expr)
	}
}

// copies reports whether a method returns its receiver or a copy of it.
func (b *builder) copies(fn *types.Func) bool {
	m := b.makesOf(fn.Origin())
	return m != nil && m.Copy
}

// looksAt reports whether a call only compares its arguments, or prints them.
func (b *builder) looksAt(call *ast.CallExpr) bool {
	fn, _ := typeutil.Callee(b.info, call).(*types.Func)
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "errors", "github.com/pkg/errors":
		return fn.Name() == "Is" || fn.Name() == "As"
	case "log", "log/slog":
		return true
	}
	return false
}

// plain finds an error that a handler returns to the framework and that no
// framework made.
func (b *builder) plain(c inspector.Cursor, ret *ast.ReturnStmt) {
	if len(ret.Results) == 0 {
		return
	}
	around := enclosing(c)
	var sig *types.Signature
	switch n := around.(type) {
	case *ast.FuncDecl:
		if fn, ok := b.info.Defs[n.Name].(*types.Func); ok {
			sig = fn.Signature()
		}
	case *ast.FuncLit:
		sig, _ = b.info.TypeOf(n).Underlying().(*types.Signature)
	}
	if sig == nil || len(ret.Results) != sig.Results().Len() {
		return
	}
	f := b.handler(sig)
	if f == nil || f.Errors.Plain == 0 || sig.Params().Len() != sig.Results().Len() {
		return // not a handler: func(Context) error, func(context.Context, *Request) (*Response, error)
	}
	e := ret.Results[len(ret.Results)-1]
	status, ok := b.plainStatus(around, f, e)
	if !ok {
		return
	}
	s := &Site{Expr: e, Func: around, Status: status, Framework: f, Plain: true}
	if f.Errors.PlainText {
		s.Texts = []ast.Expr{e}
	}
	b.answered(s)
	b.result.Sites = append(b.result.Sites, s)
}

// plainStatus returns the status of the response for the error e; ok is false
// if a response may have been written already, or if e is no error of this kind.
func (b *builder) plainStatus(around ast.Node, f *frameworks.Framework, e ast.Expr) (status response.Status, ok bool) {
	status = response.Status{Codes: []int{f.Errors.Plain}, Param: response.None}
	e = ast.Unparen(e)
	if b.info.Types[e].IsNil() || b.mentions(around, e) {
		return status, false
	}
	switch e := e.(type) {
	case *ast.CallExpr:
		return b.ofCall(status, e)
	case *ast.Ident:
		v, isVar := b.info.Uses[e].(*types.Var)
		if !isVar {
			return status, false
		}
		if v.Parent() == b.pass.Pkg.Scope() {
			return status, true
		}
		sources := b.sources(around, v)
		if len(sources) == 0 {
			return status, false // a parameter, or one of a function around
		}
		for _, src := range sources {
			if b.info.Types[src].IsNil() {
				continue
			}
			call, isCall := ast.Unparen(src).(*ast.CallExpr)
			if !isCall || b.mentions(around, src) {
				return status, false
			}
			one, good := b.ofCall(status, call)
			if !good {
				return status, false
			}
			if len(one.Codes) == 0 {
				status = one
			}
		}
		return status, true
	case *ast.SelectorExpr: // sql.ErrNoRows
		v, isVar := b.info.Uses[e.Sel].(*types.Var)
		return status, isVar && !v.IsField()
	}
	return status, false
}

// mentions reports whether a value is made in e: it is a site itself.
func (b *builder) mentions(around ast.Node, e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if x, ok := n.(ast.Expr); ok && !found {
			m := b.made(around, x)
			found = m != nil && b.site(x, around, m) != nil
		}
		return !found
	})
	return found
}

// ofCall says what is known of the error that a call returns: nothing if it
// was given what it could answer with.
func (b *builder) ofCall(status response.Status, call *ast.CallExpr) (response.Status, bool) {
	unknown := response.Status{Param: response.None}
	fn, _ := typeutil.Callee(b.info, call).(*types.Func)
	if v, isValue := b.values[frameworks.FuncOf(fn)]; isValue && v.Fails {
		if v.Fixed != 0 {
			return response.Status{Codes: []int{v.Fixed}, Param: response.None}, true
		}
		return unknown, true
	}
	if len(b.res.Call(call)) > 0 || b.contextOf(call) != nil {
		return unknown, false
	}
	for _, arg := range call.Args {
		if _, isFunc := ast.Unparen(arg).(*ast.FuncLit); isFunc {
			return unknown, false
		}
	}
	if fn == nil || fn.Pkg() == nil {
		return unknown, fn != nil
	}
	if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) || b.ours(fn.Pkg()) {
		return unknown, true // which may return one that chooses its status
	}
	return status, true
}

// ours reports whether a package is one of this module.
func (b *builder) ours(p *types.Package) bool {
	return p == b.pass.Pkg || b.pass.Module != nil && within(p.Path(), b.pass.Module.Path)
}

// sources returns what a variable is assigned in a function.
func (b *builder) sources(around ast.Node, v *types.Var) (list []ast.Expr) {
	ast.Inspect(around, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if id, ok := lhs.(*ast.Ident); ok && b.info.ObjectOf(id) == v {
					list = append(list, n.Rhs[min(i, len(n.Rhs)-1)])
				}
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if b.info.Defs[name] == v && len(n.Values) > 0 {
					list = append(list, n.Values[min(i, len(n.Values)-1)])
				}
			}
		}
		return true
	})
	return list
}

// within reports whether an import path is that of a module or of a package of
// it.
func within(path, module string) bool {
	return path == module || strings.HasPrefix(path, module+"/")
}
