package errorvalue

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/response"
)

// Makes is the fact about a function that returns such a value wherever it
// returns, and about a variable that holds one.
type Makes struct {
	Framework string // the name of the one that makes the response, or ""
	Result    int    // index of the result
	Status    response.Status
	// Texts are the indexes of the parameters that clients get to read.
	Texts []int
}

func (*Makes) AFact() {}

// Package is the fact about a package that has such values, or installs a
// central handler, or imports a package that does.
type Package struct {
	Central []string
}

func (*Package) AFact() {}

// made is what is known of a value at the place of an expression.
type made struct {
	framework *frameworks.Framework
	result    int
	status    response.Status
	texts     []ast.Expr
	maker     *types.Func
}

// made returns what is known of the value that e makes in the function around
// it, nil if it makes none.
func (b *builder) made(around ast.Node, e ast.Expr) *made {
	e = ast.Unparen(e)
	switch e := e.(type) {
	case *ast.CallExpr:
		return b.called(around, e)
	case *ast.UnaryExpr:
		if lit, ok := ast.Unparen(e.X).(*ast.CompositeLit); ok {
			return b.literal(around, lit)
		}
	case *ast.CompositeLit:
		return b.literal(around, e)
	case *ast.Ident:
		return b.variable(b.info.Uses[e])
	case *ast.SelectorExpr:
		if b.info.Selections[e] == nil {
			return b.variable(b.info.Uses[e.Sel])
		}
	}
	return nil
}

// called returns what a call makes.
func (b *builder) called(around ast.Node, call *ast.CallExpr) *made {
	tv := b.info.Types[call.Fun]
	if tv.IsType() && len(call.Args) == 1 {
		return b.made(around, call.Args[0])
	}
	fn, ok := typeutil.Callee(b.info, call).(*types.Func)
	if !ok {
		return b.calledVar(around, call)
	}
	fn = fn.Origin()
	id := frameworks.FuncOf(fn)
	if v, ok := b.values[id]; ok && !v.Fails {
		return b.ofFramework(around, v, call)
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && b.same[id] {
		return b.made(around, sel.X)
	}
	m := b.makesOf(fn)
	if m == nil {
		return nil
	}
	out := b.instantiate(around, m, call)
	out.maker = fn
	return out
}

// calledVar returns what a call of a framework's variable makes.
func (b *builder) calledVar(around ast.Node, call *ast.CallExpr) *made {
	if v, ok := b.values[b.named(call.Fun)]; ok {
		return b.ofFramework(around, v, call)
	}
	return nil
}

func (b *builder) ofFramework(around ast.Node, v value, call *ast.CallExpr) *made {
	m := &made{framework: v.framework, status: response.Status{Param: response.None}}
	switch {
	case v.Fixed != 0:
		m.status.Codes = []int{v.Fixed}
	case v.Status != frameworks.None && v.Status < len(call.Args):
		m.status = b.res.Status(around, call.Args[v.Status])
		if v.RPC {
			m.status = ofRPC(m.status)
		}
	}
	if v.Message != frameworks.None && v.Message < len(call.Args) {
		m.texts = call.Args[v.Message:]
	}
	return m
}

// ofRPC turns codes of gRPC into statuses.
func ofRPC(s response.Status) response.Status {
	out := response.Status{Param: response.None}
	for _, c := range s.Codes {
		if c < 0 || c >= len(frameworks.RPCStatus) {
			return response.Status{Param: response.None}
		}
		out.Codes = append(out.Codes, frameworks.RPCStatus[c])
	}
	slices.Sort(out.Codes)
	out.Codes = slices.Compact(out.Codes)
	return out
}

// literal returns what a literal of a framework's type makes.
func (b *builder) literal(around ast.Node, lit *ast.CompositeLit) *made {
	t, ok := b.types[frameworks.TypeOf(b.info.TypeOf(lit))]
	if !ok {
		return nil
	}
	m := &made{framework: t.framework, status: response.Status{Param: response.None}}
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return nil // all fields, in an order that may differ between versions
		}
		switch id, _ := kv.Key.(*ast.Ident); {
		case id == nil:
		case id.Name == t.Status:
			m.status = b.res.Status(around, kv.Value)
		case id.Name == t.Message:
			m.texts = []ast.Expr{kv.Value}
		}
	}
	return m
}

// variable returns what a package's variable holds.
func (b *builder) variable(obj types.Object) *made {
	v, ok := obj.(*types.Var)
	if !ok || v.IsField() || v.Pkg() == nil || v.Parent() != v.Pkg().Scope() {
		return nil
	}
	if val, ok := b.values[frameworks.Func{Pkg: v.Pkg().Path(), Name: v.Name()}]; ok {
		if val.Fixed == 0 {
			return nil // a function
		}
		return &made{framework: val.framework, status: response.Status{Codes: []int{val.Fixed}, Param: response.None}}
	}
	m, seen := b.known[v]
	if !seen {
		b.known[v] = nil // while it is computed
		m = b.held(v)
		b.known[v] = m
	}
	if m == nil {
		return nil
	}
	return b.instantiate(nil, m, nil)
}

// held returns what a variable of package level begins with.
func (b *builder) held(v *types.Var) *Makes {
	if v.Pkg() != b.pass.Pkg {
		m := new(Makes)
		if b.pass.ImportObjectFact(v, m) {
			return m
		}
		return nil
	}
	init := b.vars[v]
	if init == nil {
		return nil
	}
	m := b.made(nil, init)
	if m == nil || m.status.Param != response.None {
		return nil
	}
	return &Makes{Framework: m.framework.Name, Status: m.status}
}

// makesOf returns what a function makes wherever it returns, nil if it does not.
func (b *builder) makesOf(fn *types.Func) *Makes {
	if fn.Pkg() != b.pass.Pkg {
		m := new(Makes)
		if b.pass.ImportObjectFact(fn, m) {
			return m
		}
		return nil
	}
	m, seen := b.makes[fn]
	if !seen {
		b.makes[fn] = nil // one that calls itself
		m = b.constructor(fn)
		b.makes[fn] = m
	}
	return m
}

// constructor returns what a function makes: each of its return statements does.
func (b *builder) constructor(fn *types.Func) *Makes {
	decl := b.decls[fn]
	results := fn.Signature().Results()
	if decl == nil || results.Len() == 0 {
		return nil
	}
	index := results.Len() - 1
	var all *Makes
	ok := true
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			if len(n.Results) != results.Len() {
				ok = false
				return false
			}
			m := b.made(decl, b.only(decl, n.Results[index]))
			if m == nil {
				ok = false
				return false
			}
			all = b.join(all, m, fn.Signature())
			ok = ok && all != nil
		}
		return ok
	})
	if !ok || all == nil {
		return nil
	}
	all.Result = index
	return all
}

// only returns what a local variable is assigned, if it is only once, and e
// itself if it is no such variable.
func (b *builder) only(decl *ast.FuncDecl, e ast.Expr) ast.Expr {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return e
	}
	v, ok := b.info.Uses[id].(*types.Var)
	if !ok || v.Parent() == b.pass.Pkg.Scope() {
		return e
	}
	var found ast.Expr
	n := 0
	ast.Inspect(decl.Body, func(node ast.Node) bool {
		if assign, ok := node.(*ast.AssignStmt); ok {
			for i, lhs := range assign.Lhs {
				if l, ok := lhs.(*ast.Ident); ok && b.info.ObjectOf(l) == v {
					n++
					if len(assign.Lhs) == len(assign.Rhs) {
						found = assign.Rhs[i]
					}
				}
			}
		}
		return true
	})
	if n == 1 && found != nil {
		return found
	}
	return e
}

// join adds what one more return statement makes.
func (b *builder) join(all *Makes, m *made, sig *types.Signature) *Makes {
	one := &Makes{Framework: m.framework.Name, Status: m.status}
	for _, text := range m.texts {
		ast.Inspect(text, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				for i := range sig.Params().Len() {
					if sig.Params().At(i) == b.info.Uses[id] && !slices.Contains(one.Texts, i) {
						one.Texts = append(one.Texts, i)
					}
				}
			}
			return true
		})
	}
	if all == nil {
		return one
	}
	if all.Framework != one.Framework {
		return nil
	}
	if all.Status.Param != one.Status.Param || len(all.Status.Codes) == 0 || len(one.Status.Codes) == 0 {
		if all.Status.Param != one.Status.Param {
			all.Status = response.Status{Param: response.None}
		}
	} else {
		all.Status.Codes = append(all.Status.Codes, one.Status.Codes...)
		slices.Sort(all.Status.Codes)
		all.Status.Codes = slices.Compact(all.Status.Codes)
	}
	for _, t := range one.Texts {
		if !slices.Contains(all.Texts, t) {
			all.Texts = append(all.Texts, t)
		}
	}
	return all
}

// instantiate returns what a call of a function makes that makes m, or what a
// variable is, if call is nil.
func (b *builder) instantiate(around ast.Node, m *Makes, call *ast.CallExpr) *made {
	out := &made{result: m.Result, status: m.Status}
	for _, f := range frameworks.All() {
		if f.Name == m.Framework {
			out.framework = f
		}
	}
	if call == nil {
		return out
	}
	if p := m.Status.Param; p != response.None {
		out.status = response.Status{Param: response.None}
		if p < len(call.Args) {
			out.status = b.res.Status(around, call.Args[p])
		}
	}
	sig, _ := b.info.TypeOf(call.Fun).Underlying().(*types.Signature)
	for _, p := range m.Texts {
		switch {
		case p >= len(call.Args):
		case sig != nil && sig.Variadic() && p == sig.Params().Len()-1:
			out.texts = append(out.texts, call.Args[p:]...)
		default:
			out.texts = append(out.texts, call.Args[p])
		}
	}
	return out
}

// export hands what was found to the packages that import this one.
func (b *builder) export() {
	fact := new(Package)
	for name := range b.result.Central {
		fact.Central = append(fact.Central, name)
	}
	slices.Sort(fact.Central)
	b.pass.ExportPackageFact(fact)
	for fn := range b.decls {
		if fn.Exported() {
			if m := b.makesOf(fn); m != nil {
				b.pass.ExportObjectFact(fn, m)
			}
		}
	}
	for v := range b.vars {
		if v.Exported() && v.Parent() == b.pass.Pkg.Scope() {
			b.variable(v)
			if m := b.known[v]; m != nil {
				b.pass.ExportObjectFact(v, m)
			}
		}
	}
}
