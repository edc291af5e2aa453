package response

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/jsonshape"
)

// maxOutcomes bounds the size of a fact: a function that answers in more ways
// is a handler, and its callers want to know no more than that it answers.
const maxOutcomes = 8

// exportFacts hands the summaries to the packages that import this one.
func (b *builder) exportFacts() {
	for fn, decl := range b.decls {
		s := b.sums[decl]
		if s == nil || len(s.out) == 0 {
			continue
		}
		w := &Writes{Module: b.module(), Certainty: b.certainty(s)}
		for _, in := range s.out {
			o := in.Outcome
			if in.origin != nil {
				o.Judged = in.origin.Error
			}
			if !slices.ContainsFunc(w.Outcomes, func(old Outcome) bool { return sameOutcome(old, o) }) {
				w.Outcomes = append(w.Outcomes, o)
			}
		}
		if len(w.Outcomes) > maxOutcomes {
			w.Outcomes = slices.DeleteFunc(w.Outcomes, func(o Outcome) bool { return o.Status.Param == None && o.Body.Param == None })
			w.Outcomes = append(w.Outcomes[:min(len(w.Outcomes), maxOutcomes)], Outcome{Status: Status{Param: None}, Body: Body{Param: None}})
		}
		b.result.funcs[fn] = w
		b.pass.ExportObjectFact(fn, w)
	}
	b.exportReturns()
	b.exportStatuses()
	for node := range b.sums {
		if b.fillsErrors(node) {
			b.result.FillsErrors = true
			b.result.Fillers = append(b.result.Fillers, node)
		}
	}
	b.pass.ExportPackageFact(&Package{
		Module:      b.module(),
		Envelopes:   append(slices.Clone(b.result.Envelopes), b.result.Imported...),
		FillsErrors: b.result.FillsErrors,
	})
}

// fillsErrors reports whether a function runs a gin chain and then looks at the
// errors that the handlers left.
func (b *builder) fillsErrors(node ast.Node) bool {
	next, errors := false, false
	ast.Inspect(node, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok || b.info.Selections[sel] == nil {
			return true
		}
		switch obj := b.info.Selections[sel].Obj().(type) {
		case *types.Func:
			next = next || frameworks.RunsNext(frameworks.FuncOf(obj))
		case *types.Var:
			recv := frameworks.TypeOf(b.info.TypeOf(sel.X))
			errors = errors || b.collected[frameworks.Func{Pkg: recv.Pkg, Recv: recv.Name, Name: obj.Name()}]
		}
		return true
	})
	return next && errors
}

// returned returns the shape of what a call returns: a literal that a function
// builds. A struct's shape is known by its type.
func (b *builder) returned(call *ast.CallExpr) jsonshape.Shape {
	fn, _ := b.target(call)
	if fn == nil || fn.Signature().Results().Len() != 1 {
		return jsonshape.Shape{}
	}
	if fn.Pkg() != b.pass.Pkg {
		var fact Returns
		if b.pass.ImportObjectFact(fn, &fact) {
			return fact.Shape
		}
		return jsonshape.Shape{}
	}
	return b.returnedBy(fn)
}

func (b *builder) returnedBy(fn *types.Func) jsonshape.Shape {
	if s := b.returns[fn]; s != nil {
		return *s
	}
	var all jsonshape.Shape
	b.returns[fn] = &all // of a function that calls itself: unknown
	decl := b.decls[fn]
	if decl == nil || !buildable(fn.Signature()) {
		return all
	}
	env := jsonshape.Env{Info: b.info, Body: decl, Call: b.returned}
	first := true
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			s := jsonshape.Shape{}
			if len(n.Results) == 1 {
				s = env.Of(n.Results[0])
			}
			if first {
				all, first = s, false
			} else {
				all = jsonshape.Join(all, s)
			}
		}
		return true
	})
	return all
}

// buildable reports whether a function returns one value whose type does not
// tell its keys.
func buildable(sig *types.Signature) bool {
	if sig.Results().Len() != 1 {
		return false
	}
	switch t := sig.Results().At(0).Type().Underlying().(type) {
	case *types.Map:
		return true
	case *types.Interface:
		return t.Empty()
	}
	return false
}

func (b *builder) exportReturns() {
	for fn := range b.decls {
		if fn.Exported() && buildable(fn.Signature()) {
			if s := b.returnedBy(fn); s.Known() {
				b.pass.ExportObjectFact(fn, &Returns{s})
			}
		}
	}
}

const directive = "//prodvet:envelope"

func mentionsDirective(files []*ast.File) bool {
	return slices.ContainsFunc(files, func(f *ast.File) bool {
		return slices.ContainsFunc(f.Comments, func(g *ast.CommentGroup) bool {
			return slices.ContainsFunc(g.List, isDirective)
		})
	})
}

func isDirective(c *ast.Comment) bool {
	rest, ok := strings.CutPrefix(c.Text, directive)
	return ok && (rest == "" || rest[0] == ' ' || rest[0] == '\t')
}

// directives finds the envelopes that the package declares. Those of functions
// get their shapes when the functions are summarised.
func (b *builder) directives() {
	b.marked = make(map[*types.Func]bool)
	meant := make(map[*ast.Comment]bool)
	claim := func(groups ...*ast.CommentGroup) bool {
		found := false
		for _, g := range groups {
			if g == nil {
				continue
			}
			for _, c := range g.List {
				if isDirective(c) {
					meant[c], found = true, true
				}
			}
		}
		return found
	}
	for _, f := range b.pass.Files {
		for _, decl := range f.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if fn, ok := b.info.Defs[d.Name].(*types.Func); ok && claim(d.Doc) {
					b.marked[fn] = true
				}
			case *ast.GenDecl:
				b.markedTypes(d, claim)
			}
		}
	}
	for _, f := range b.pass.Files {
		for _, g := range f.Comments {
			for _, c := range g.List {
				if isDirective(c) && !meant[c] {
					b.result.Misplaced = append(b.result.Misplaced, c)
				}
			}
		}
	}
}

func (b *builder) markedTypes(d *ast.GenDecl, claim func(...*ast.CommentGroup) bool) {
	for _, spec := range d.Specs {
		ts, ok := spec.(*ast.TypeSpec)
		if !ok {
			continue
		}
		groups := []*ast.CommentGroup{ts.Doc}
		if len(d.Specs) == 1 {
			groups = append(groups, d.Doc)
		}
		if obj := b.info.Defs[ts.Name]; obj != nil && claim(groups...) {
			b.result.Envelopes = append(b.result.Envelopes, Envelope{Shape: jsonshape.OfType(obj.Type()), Name: obj.Pkg().Name() + "." + obj.Name()})
		}
	}
}

// declareWriters adds the envelopes of the functions that carry the directive.
func (b *builder) declareWriters() {
	for _, f := range b.pass.Files {
		for _, decl := range f.Decls {
			d, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			fn, _ := b.info.Defs[d.Name].(*types.Func)
			if fn == nil || !b.marked[fn] {
				continue
			}
			e := Envelope{Writer: frameworks.FuncOf(fn), Name: fn.Pkg().Name() + "." + fn.Name()}
			if s := b.sums[d]; s != nil {
				e.Shape = written(s.out)
			}
			b.result.Envelopes = append(b.result.Envelopes, e)
		}
	}
}

// written returns the shape of the one object that all of the outcomes in JSON
// have; unknown if there are several.
func written(out []inst) jsonshape.Shape {
	var shape jsonshape.Shape
	for _, in := range out {
		if in.Body.Kind != frameworks.BodyJSON || in.Body.Shape.Type != jsonshape.Object {
			continue
		}
		if shape.Known() && !shape.Equal(in.Body.Shape) {
			return jsonshape.Shape{}
		}
		shape = in.Body.Shape
	}
	return shape
}
