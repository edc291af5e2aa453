package errorvalue

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/token"
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
	Status    response.Status
	// Type is a project's own, which may become a response: Ints are its fields
	// that may be the status.
	Type frameworks.Type
	Ints []Int
	// Copy: a method that returns its receiver, or a copy of it with other texts.
	Copy bool

	Result int // index of the result
	// Texts are the parameters that clients may get to read.
	Texts []Text
}

// Int is an integer that a field is given.
type Int struct {
	Field  string
	Status response.Status
}

// Text is a parameter that becomes a field, or part of it.
type Text struct {
	Field string // "" for a framework's value
	Param int
}

func (*Makes) AFact() {}

// Package is the fact about a package that has such values, or installs a
// central handler, or imports a package that does.
type Package struct {
	Central  []string
	Carriers []Carrier
	Made     []frameworks.Type // with the status of an error
}

func (*Package) AFact() {}

// made is what is known of a value at the place of an expression: of a
// framework's, or of one of a type of the project's own.
type made struct {
	framework *frameworks.Framework
	status    response.Status
	typ       *types.TypeName
	ints      []Int
	copied    bool // from a value of the same type
	result    int
	texts     []text
	maker     *types.Func
}

type text struct {
	field string
	expr  ast.Expr
}

// made returns what is known of the value that e makes in the function around
// it, nil if it makes none.
func (b *builder) made(around ast.Node, e ast.Expr) *made {
	e = ast.Unparen(e)
	switch e := e.(type) {
	case *ast.CallExpr:
		return b.called(around, e)
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			return b.made(around, e.X)
		}
	case *ast.StarExpr:
		return b.received(around, e.X)
	case *ast.CompositeLit:
		return b.literal(around, e)
	case *ast.Ident:
		if m := b.received(around, e); m != nil {
			return m
		}
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
	if !m.Copy {
		out.maker = fn
		return out
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	base := b.made(around, sel.X)
	if base == nil {
		return nil
	}
	with := *base
	with.texts = slices.Concat(base.texts, out.texts)
	return &with
}

// received returns what a method's receiver is: a value of its type.
func (b *builder) received(around ast.Node, e ast.Expr) *made {
	decl, ok := around.(*ast.FuncDecl)
	id, isIdent := ast.Unparen(e).(*ast.Ident)
	if !ok || !isIdent || decl.Recv == nil || len(decl.Recv.List[0].Names) != 1 || b.info.Uses[id] == nil {
		return nil
	}
	if b.info.Uses[id] != b.info.Defs[decl.Recv.List[0].Names[0]] {
		return nil
	}
	name := b.own(b.info.TypeOf(id))
	if name == nil {
		return nil
	}
	return &made{typ: name, copied: true}
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
	case v.Codes != nil:
		m.status = b.ofCode(v, call)
	case v.Status != frameworks.None && v.Status < len(call.Args):
		m.status = b.res.Status(around, call.Args[v.Status])
		if v.RPC {
			m.status = ofRPC(m.status)
		}
	}
	if v.Message != frameworks.None && v.Message < len(call.Args) {
		for _, arg := range call.Args[v.Message:] {
			m.texts = append(m.texts, text{"", arg})
		}
	}
	return m
}

// ofCode returns the status of a code that is a text: an argument of a call, or
// its receiver.
func (b *builder) ofCode(v value, call *ast.CallExpr) response.Status {
	var code ast.Expr
	if v.Status == frameworks.None {
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
			code = sel.X
		}
	} else if v.Status < len(call.Args) {
		code = call.Args[v.Status]
	}
	if val := b.info.Types[code].Value; code != nil && val != nil && val.Kind() == constant.String {
		if status := v.Codes[constant.StringVal(val)]; status != 0 {
			return response.Status{Codes: []int{status}, Param: response.None}
		}
	}
	return response.Status{Param: response.None}
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
	if m == nil || m.copied {
		return nil
	}
	return m.fact()
}

// fact returns what there is to say of a value, without its texts.
func (m *made) fact() *Makes {
	f := &Makes{Status: m.status, Ints: m.ints, Copy: m.copied}
	if m.framework != nil {
		f.Framework = m.framework.Name
	}
	if m.typ != nil {
		f.Type = frameworks.Type{Pkg: m.typ.Pkg().Path(), Name: m.typ.Name()}
	}
	return f
}

// typeNamed returns the name of a type of this package or of one that it knows.
func (b *builder) typeNamed(t frameworks.Type) *types.TypeName {
	if t.Name == "" {
		return nil
	}
	if t.Pkg == b.pass.Pkg.Path() {
		name, _ := b.pass.Pkg.Scope().Lookup(t.Name).(*types.TypeName)
		return name
	}
	if p := b.reachable()[t.Pkg]; p != nil {
		name, _ := p.Scope().Lookup(t.Name).(*types.TypeName)
		return name
	}
	return nil
}

// reachable returns the packages that this one imports, directly or not.
func (b *builder) reachable() map[string]*types.Package {
	if b.packages == nil {
		b.packages = make(map[string]*types.Package)
		var visit func(p *types.Package)
		visit = func(p *types.Package) {
			if b.packages[p.Path()] == nil {
				b.packages[p.Path()] = p
				for _, i := range p.Imports() {
					visit(i)
				}
			}
		}
		visit(b.pass.Pkg)
	}
	return b.packages
}

// export hands what was found to the packages that import this one.
func (b *builder) export() {
	fact := new(Package)
	for name := range b.result.Central {
		fact.Central = append(fact.Central, name)
	}
	slices.Sort(fact.Central)
	fact.Carriers = b.carriers
	for t := range b.result.made {
		fact.Made = append(fact.Made, t)
	}
	slices.SortFunc(fact.Made, func(s, t frameworks.Type) int {
		return cmp.Or(cmp.Compare(s.Pkg, t.Pkg), cmp.Compare(s.Name, t.Name))
	})
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
			if m := b.known[v]; m != nil && m.worth() {
				b.pass.ExportObjectFact(v, m)
			}
		}
	}
}
