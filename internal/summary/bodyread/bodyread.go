// Package bodyread finds where a package reads the bodies of requests, and what
// bounds them there: in the function itself and in those that it calls. What
// runs around a handler is for others to know.
//
// It follows readers through variables, wrappers and parameters. A reader that
// comes from code which is not known is no request's body for it.
package bodyread

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/requestpath"
)

// Analyzer finds the reads of one package. Its result is a *Result.
var Analyzer = &analysis.Analyzer{
	Name:       "prodvet_bodyread",
	Doc:        "find the reads of request bodies, and what bounds them",
	Requires:   []*analysis.Analyzer{requestpath.Analyzer},
	FactTypes:  []analysis.Fact{new(Fact)},
	ResultType: reflect.TypeFor[*Result](),
	Run:        run,
}

// Fact is what a function does to the bodies that it is given.
type Fact struct {
	// Reads are the parameters, readers, that it reads to their end.
	Reads []Param
	// Bounds says that it bounds the body of a request that it is given, Restores
	// that it puts back what it has read of it.
	Bounds, Restores bool
}

// AFact marks Fact as a fact about a *types.Func.
func (*Fact) AFact() {}

// Param is a parameter that is read; Decodes says that the function decodes what
// it reads.
type Param struct {
	Index   int
	Decodes bool
}

// Result holds the reads of one package.
type Result struct {
	// Reads are those of request bodies that their function does not bound, and
	// those that cut a body short, in the order of the source.
	Reads []*Read
	// Unpacks are the places where functions put what is decompressed of a body in
	// its place, and hand the request on.
	Unpacks []*Unpack
	// Bounds are places where functions bound the body of a request.
	Bounds []token.Pos
	// Limits says that the package makes, or has, a handler or a middleware that
	// bounds the bodies of others.
	Limits bool
}

// Unpack is a place where a body becomes what an Unpacker makes of it.
type Unpack struct {
	Body     *ast.SelectorExpr
	Unpacker *ast.CallExpr
}

// Kind says what a read does with a body.
type Kind int

const (
	Whole   Kind = iota + 1 // takes it into memory
	Decoded                 // decodes it
	Spilled                 // parses a form, whose files it puts on the disk
)

// Read is one read of a request's body.
type Read struct {
	Call *ast.CallExpr
	Kind Kind
	// Unpacker is the call that decompresses what is read, nil if none does. A
	// limit of the body does not bound what comes out of it.
	Unpacker *ast.CallExpr
	// Cut is the io.LimitReader that ends a body which is longer as if it were
	// whole, nil if there is none.
	Cut ast.Node
}

func run(pass *analysis.Pass) (any, error) {
	res := new(Result)
	p := &pkg{
		pass:  pass,
		info:  pass.TypesInfo,
		path:  pass.ResultOf[requestpath.Analyzer].(*requestpath.Result),
		decls: make(map[*types.Func]*ast.FuncDecl),
		facts: make(map[*types.Func]*Fact),
		flows: make(map[*ast.FuncDecl]*flow),
	}
	if frameworks.Standard(pass) || !concerns(pass.Pkg) {
		return res, nil
	}
	var order []*types.Func
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			if decl, ok := d.(*ast.FuncDecl); ok && decl.Body != nil {
				if fn, ok := pass.TypesInfo.Defs[decl.Name].(*types.Func); ok {
					p.decls[fn] = decl
					order = append(order, fn)
				}
			}
		}
	}
	for _, fn := range order {
		if fact := p.fact(fn); fn.Exported() && (fact.Bounds || fact.Restores || len(fact.Reads) > 0) {
			pass.ExportObjectFact(fn, fact)
		}
		f := p.flow(p.decls[fn])
		reads, bounded := f.requestReads()
		res.Reads = append(res.Reads, reads...)
		res.Bounds = append(res.Bounds, bounded...)
		res.Unpacks = append(res.Unpacks, f.handedOn()...)
		for _, b := range f.bounds {
			if !b.memory {
				res.Bounds = append(res.Bounds, b.pos)
			}
		}
		res.Limits = res.Limits || f.limits
	}
	return res, nil
}

// concerns reports whether pkg can have to do with bodies: it imports io, or
// something that has requests.
func concerns(pkg *types.Package) bool {
	return slices.ContainsFunc(pkg.Imports(), func(imp *types.Package) bool {
		return imp.Path() == "io" || frameworks.HasContexts(imp.Path())
	})
}

// pkg is the state of one run.
type pkg struct {
	pass  *analysis.Pass
	info  *types.Info
	path  *requestpath.Result
	decls map[*types.Func]*ast.FuncDecl
	facts map[*types.Func]*Fact
	flows map[*ast.FuncDecl]*flow
}

// fact returns what is known of fn; never nil. A function that calls itself is
// not known while it is looked at.
func (p *pkg) fact(fn *types.Func) *Fact {
	fn = fn.Origin()
	if f := p.facts[fn]; f != nil {
		return f
	}
	f := new(Fact)
	p.facts[fn] = f
	decl := p.decls[fn]
	if decl == nil {
		if fn.Pkg() != nil && fn.Pkg() != p.pass.Pkg {
			p.pass.ImportObjectFact(fn, f)
		}
		return f
	}
	*f = p.flow(decl).summary(fn)
	return f
}

func (p *pkg) flow(decl *ast.FuncDecl) *flow {
	f := p.flows[decl]
	if f == nil {
		f = newFlow(p, decl)
		p.flows[decl] = f
	}
	return f
}

// callee returns the function that call calls, or the function in a variable of
// package level that has the name of one in the tables; the zero Func if neither
// is known.
func (p *pkg) callee(call *ast.CallExpr) (frameworks.Func, *types.Func) {
	fun := ast.Unparen(call.Fun)
	if instance, ok := fun.(*ast.IndexExpr); ok {
		fun = instance.X
	}
	switch obj := expr.Object(p.info, fun).(type) {
	case *types.Func:
		return frameworks.FuncOf(obj), obj
	case *types.Var:
		if obj.Pkg() != nil && obj.Parent() == obj.Pkg().Scope() {
			return frameworks.Func{Pkg: obj.Pkg().Path(), Name: obj.Name()}, nil
		}
	}
	return frameworks.Func{}, nil
}
