package errorvalue

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/response"
)

// collector is a method by which a handler leaves an error to a middleware.
type collector struct {
	framework *frameworks.Framework
	status    int // index of the argument, or None
}

// collectors adds the methods by which handlers of a framework leave errors to
// a middleware.
func (b *builder) collectors(f *frameworks.Framework) {
	b.result.collecting = append(b.result.collecting, f)
	for _, fn := range f.Collect {
		b.collect[fn] = collector{f, frameworks.None}
	}
	for _, w := range f.Writers {
		if w.Collects && !w.OnFailure {
			b.collect[w.Func] = collector{f, w.Status}
		}
	}
}

// collected returns the site of a call that leaves an error to a middleware, nil
// if it is no such call. Without a middleware nobody reads the error's text.
func (b *builder) collected(around ast.Node, call *ast.CallExpr) *Site {
	fn, _ := typeutil.Callee(b.info, call).(*types.Func)
	c, ok := b.collect[frameworks.FuncOf(fn)]
	if !ok || len(call.Args) == 0 {
		return nil
	}
	s := &Site{
		Expr: call, Func: around, Status: response.Status{Param: response.None}, Framework: c.framework,
		Carrier: b.collecting(c.framework), Collected: true,
		Default: !b.res.FillsErrors, Known: b.res.FillsErrors || b.pass.Pkg.Name() == "main",
	}
	if c.status != frameworks.None && c.status < len(call.Args) {
		s.Status = b.res.Status(around, call.Args[c.status])
	}
	if s.Default {
		s.Kind = frameworks.BodyEmpty
	} else {
		s.Texts = call.Args[len(call.Args)-1:]
	}
	return s
}

// collecting returns the type that stands for the errors which a framework
// collects: that of its context.
func (b *builder) collecting(f *frameworks.Framework) *types.TypeName {
	if len(f.Collect) == 0 {
		return nil
	}
	return b.typeNamed(frameworks.Type{Pkg: f.Collect[0].Pkg, Name: f.Collect[0].Recv})
}

// fillers finds the middleware of the package that answers with collected
// errors.
func (b *builder) fillers() {
	for c := range b.in.Root().Preorder((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if !b.res.Fills(c.Node()) {
			continue
		}
		for _, f := range b.result.collecting {
			b.handles(f)
		}
		for call := range c.Preorder((*ast.CallExpr)(nil)) {
			b.fill(call)
		}
	}
}

func (b *builder) fill(c inspector.Cursor) {
	call := c.Node().(*ast.CallExpr)
	if len(b.res.Call(call)) == 0 {
		return
	}
	for _, f := range frameworks.All() {
		if name := b.collecting(f); name != nil && b.given(call, name) {
			b.send(&Sender{Carrier: Carrier{Type: frameworks.TypeOf(name.Type())}, Call: call, name: name})
		}
	}
}

// given reports whether a call has a value of a type, or a pointer to one, as
// receiver or argument.
func (b *builder) given(call *ast.CallExpr, name *types.TypeName) bool {
	is := func(e ast.Expr) bool {
		t := b.info.TypeOf(e)
		return t != nil && frameworks.TypeOf(t) == frameworks.TypeOf(name.Type())
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && is(sel.X) {
		return true
	}
	for _, arg := range call.Args {
		if is(arg) {
			return true
		}
	}
	return false
}

// Collector returns the name of the framework to whose middleware the package
// leaves errors, if it does; "" if it imports none, or several.
func (r *Result) Collector() string {
	if len(r.collecting) == 1 {
		return r.collecting[0].Name
	}
	return ""
}
