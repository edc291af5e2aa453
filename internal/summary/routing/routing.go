// Package routing summarises what functions do to HTTP routers: in which order
// they register middleware and routes, derive groups, mount, wrap and serve.
//
// It follows router values through variables, fields, parameters, results,
// closures and calls, and keeps the order of the source. What it cannot follow
// it says (Escape, Unknown), so that rules can be silent about it.
package routing

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/recovery"
	"github.com/prodvet/prodvet/internal/symbols"
)

// Analyzer computes the summaries of a package's functions.
var Analyzer = &analysis.Analyzer{
	Name:       "prodvet_routing",
	Doc:        "summarise in which order functions register middleware and routes",
	Requires:   []*analysis.Analyzer{recovery.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(Registration), new(Handler)},
}

// Result holds the summaries of one package.
type Result struct {
	// Functions are the functions of the package that get hold of a
	// router, in the order of the source, without those of its tests.
	Functions []*Function

	pkg *pkg // nil if the package has nothing to do with routers
}

// Function is the summary of one declared function, or, without Func, of the
// initializers of the package's variables.
type Function struct {
	Func *types.Func
	*Registration
}

func run(pass *analysis.Pass) (any, error) {
	res := new(Result)
	if !concerns(pass.Pkg) {
		return res, nil
	}
	p := newPackage(pass)
	res.pkg = p
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			decl, ok := d.(*ast.FuncDecl)
			if !ok || decl.Body == nil {
				continue
			}
			fn, ok := pass.TypesInfo.Defs[decl.Name].(*types.Func)
			if !ok {
				continue
			}
			p.exportHandler(fn)
			reg := p.registration(fn)
			p.exportRegistration(fn, reg)
			if reg != nil && len(reg.Routers) > 0 && !p.isTest(f) {
				res.Functions = append(res.Functions, &Function{fn, reg})
			}
		}
	}
	if reg := p.variables(); reg != nil {
		res.Functions = append(res.Functions, &Function{nil, reg})
	}
	return res, nil
}

// concerns reports whether pkg can have to do with routers or middleware: it
// imports net/http or a framework with routers.
func concerns(pkg *types.Package) bool {
	return slices.ContainsFunc(pkg.Imports(), func(imp *types.Package) bool {
		return slices.ContainsFunc(frameworks.All(), func(f *frameworks.Framework) bool {
			return len(f.Routers) > 0 && slices.Contains(f.Packages, imp.Path())
		})
	})
}

// pkg is the state of one run.
type pkg struct {
	pass     *analysis.Pass
	info     *types.Info
	recovery *recovery.Result

	decls         map[*types.Func]*ast.FuncDecl
	registrations map[*types.Func]*Registration // nil while it is computed
	handlers      map[*types.Func]*Handler
	values        map[*types.Var]ast.Expr         // see only; made when it is first asked
	literals      map[*ast.FuncLit]symbols.Symbol // made when it is first asked
}

func newPackage(pass *analysis.Pass) *pkg {
	p := &pkg{
		pass:          pass,
		info:          pass.TypesInfo,
		recovery:      pass.ResultOf[recovery.Analyzer].(*recovery.Result),
		decls:         make(map[*types.Func]*ast.FuncDecl),
		registrations: make(map[*types.Func]*Registration),
		handlers:      make(map[*types.Func]*Handler),
	}
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			if decl, ok := d.(*ast.FuncDecl); ok && decl.Body != nil {
				if fn, ok := pass.TypesInfo.Defs[decl.Name].(*types.Func); ok {
					p.decls[fn] = decl
				}
			}
		}
	}
	return p
}

// registration returns the summary of fn; nil if nothing is known of it, which
// includes that it calls itself.
func (p *pkg) registration(fn *types.Func) *Registration {
	fn = fn.Origin()
	if fn.Pkg() != p.pass.Pkg {
		reg := new(Registration)
		if p.pass.ImportObjectFact(fn, reg) {
			return reg
		}
		return nil
	}
	if reg, ok := p.registrations[fn]; ok {
		return reg
	}
	p.registrations[fn] = nil
	decl := p.decls[fn]
	if decl == nil {
		return nil // a method of an interface, or written in assembly
	}
	w := newWalker(p, fn)
	w.stmts(decl.Body.List)
	if w.overflow {
		return nil
	}
	p.registrations[fn] = w.reg
	return w.reg
}

// variables returns what the initializers of the package's variables do to
// routers, or nil if it is nothing.
func (p *pkg) variables() *Registration {
	w := newWalker(p, nil)
	for _, f := range p.pass.Files {
		if p.isTest(f) {
			continue
		}
		for _, d := range f.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.VAR {
				w.stmt(&ast.DeclStmt{Decl: g})
			}
		}
	}
	if w.overflow || len(w.reg.Events) == 0 {
		return nil
	}
	return w.reg
}

func (p *pkg) isTest(f *ast.File) bool {
	return strings.HasSuffix(p.pass.Fset.File(f.FileStart).Name(), "_test.go")
}

// Recovering returns what body does, that of a function which is deferred to
// recover, or is given what was recovered.
func (r *Result) Recovering(body *ast.BlockStmt) Handler {
	if r.pkg == nil {
		return Handler{Aborts: true}
	}
	return r.pkg.recovering(body)
}

// Writes reports whether call writes a response in a chain like gin's: it is a
// writer of the context, or a function that is given one and does.
func (r *Result) Writes(call *ast.CallExpr) bool {
	if r.pkg == nil {
		return false
	}
	var h Handler
	f := frame{pkg: r.pkg, h: &h}
	f.call(call)
	return h.Writes
}
