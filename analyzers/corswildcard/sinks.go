package corswildcard

import (
	"fmt"
	"go/ast"
	"go/types"
	"path"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/values"
)

// sink is a place where origins become a policy, if "*" is among them.
type sink struct {
	Name   string // what they become there: AllowedOrigins
	Where  string // the place: server/server.go:12
	Answer frameworks.CORSAnswer
	Creds  string // how credentials are allowed there, or ""
}

// sinkParams is a fact about a function: what its parameters become, by index.
type sinkParams struct{ Params map[int]sink }

func (*sinkParams) AFact() {}
func (f *sinkParams) String() string {
	var s []string
	for i := range 16 {
		if k, ok := f.Params[i]; ok {
			s = append(s, fmt.Sprintf("%d becomes %s", i, k.Name))
		}
	}
	return strings.Join(s, ", ")
}

// sinkField is a fact about a struct field: what it becomes.
type sinkField struct{ Sink sink }

func (*sinkField) AFact()           {}
func (f *sinkField) String() string { return "becomes " + f.Sink.Name }

// sinks are the parameters and fields of the package that become policies.
type sinks struct {
	pass  *analysis.Pass
	known map[*types.Var]sink
}

// note records that val, of which nothing is known, becomes a policy.
func (s *sinks) note(val values.Value, k sink) {
	if s == nil || val.Whole || val.Known != nil || val.Expr == nil {
		return
	}
	v, ok := named(s.pass.TypesInfo, val.Expr).(*types.Var)
	if !ok || v.Pkg() != s.pass.Pkg || !v.IsField() && v.Kind() != types.ParamVar {
		return
	}
	if _, ok := s.known[v]; !ok {
		s.known[v] = k
	}
}

// ofField returns what a field becomes, in this package or in another.
func (s *sinks) ofField(v *types.Var) (sink, bool) {
	if k, ok := s.known[v]; ok {
		return k, true
	}
	var fact sinkField
	ok := v.Pkg() != s.pass.Pkg && s.pass.ImportObjectFact(v.Origin(), &fact)
	return fact.Sink, ok
}

// ofParam returns what a parameter becomes, in this package or in another.
func (s *sinks) ofParam(fn *types.Func, i int) (sink, bool) {
	if fn.Pkg() == s.pass.Pkg {
		params := fn.Origin().Signature().Params()
		if i >= params.Len() {
			return sink{}, false
		}
		k, ok := s.known[params.At(i)]
		return k, ok
	}
	var fact sinkParams
	if !s.pass.ImportObjectFact(fn.Origin(), &fact) {
		return sink{}, false
	}
	k, ok := fact.Params[i]
	return k, ok
}

// imported reports whether a package that this one imports has sinks.
func (s *sinks) imported() bool {
	for _, f := range s.pass.AllObjectFacts() {
		if slices.Contains(s.pass.Pkg.Imports(), f.Object.Pkg()) {
			return true
		}
	}
	return false
}

// export makes facts of what other packages can give.
func (s *sinks) export() {
	for v, k := range s.known {
		if v.IsField() {
			if v.Exported() {
				s.pass.ExportObjectFact(v, &sinkField{k})
			}
		}
	}
	for _, name := range s.pass.Pkg.Scope().Names() {
		switch obj := s.pass.Pkg.Scope().Lookup(name).(type) {
		case *types.Func:
			s.exportFunc(obj)
		case *types.TypeName:
			if named, ok := types.Unalias(obj.Type()).(*types.Named); ok && !obj.IsAlias() {
				for m := range named.Methods() {
					s.exportFunc(m)
				}
			}
		}
	}
}

func (s *sinks) exportFunc(fn *types.Func) {
	fact := sinkParams{Params: make(map[int]sink)}
	params := fn.Signature().Params()
	for i := range params.Len() {
		if k, ok := s.known[params.At(i)]; ok {
			fact.Params[i] = k
		}
	}
	if len(fact.Params) > 0 && fn.Exported() {
		s.pass.ExportObjectFact(fn, &fact)
	}
}

// place returns where n stands, for a message in another package.
func (s *sinks) place(n ast.Node) string {
	pos := s.pass.Fset.Position(n.Pos())
	file := path.Base(strings.ReplaceAll(pos.Filename, `\`, "/"))
	return fmt.Sprintf("%s/%s:%d", path.Base(s.pass.Pkg.Path()), file, pos.Line)
}

// sunk returns the findings about origins that are arguments of functions, or
// values of fields, from which they become policies.
func (p *policies) sunk() []finding {
	var found []finding
	for range 4 { // what is passed on by functions that pass it on
		n := len(p.sinks.known)
		found = p.sunkOnce()
		if len(p.sinks.known) == n {
			break
		}
	}
	return found
}

func (p *policies) sunkOnce() []finding {
	var found []finding
	check := func(cur inspector.Cursor, e ast.Expr, what string, k sink) {
		if f, ok := p.find(cur, func(p *policies) (finding, bool) { return p.sunkValue(e, what, k) }); ok {
			found = append(found, f)
		}
	}
	for cur := range p.root.Preorder((*ast.CallExpr)(nil), (*ast.KeyValueExpr)(nil), (*ast.AssignStmt)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			fn := typeutil.StaticCallee(p.info, n)
			if fn == nil || fn.Pkg() == nil {
				continue
			}
			for i, arg := range n.Args {
				if k, ok := p.sinks.ofParam(fn, i); ok && (!fn.Signature().Variadic() || i < fn.Signature().Params().Len()-1 || n.Ellipsis.IsValid()) {
					check(cur, arg, "the argument of "+types.ExprString(n.Fun), k)
				}
			}
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok {
				if v, ok := p.info.Uses[key].(*types.Var); ok && v.IsField() && v.Pkg() != p.pkg {
					if k, ok := p.sinks.ofField(v); ok {
						check(cur, n.Value, key.Name, k)
					}
				}
			}
		case *ast.AssignStmt:
			if sel, ok := ast.Unparen(n.Lhs[0]).(*ast.SelectorExpr); ok && len(n.Lhs) == 1 && len(n.Rhs) == 1 {
				if v, ok := p.info.Uses[sel.Sel].(*types.Var); ok && v.IsField() && v.Pkg() != p.pkg {
					if k, ok := p.sinks.ofField(v); ok {
						check(cur, n.Rhs[0], types.ExprString(sel), k)
					}
				}
			}
		}
	}
	return found
}

// sunkValue tells whether "*" is among the origins e.
func (p *policies) sunkValue(e ast.Expr, what string, k sink) (finding, bool) {
	var f finding
	j := &judge{policies: p}
	for _, val := range p.view.Sources(e) {
		p.sinks.note(val, k)
		l := j.listOf(val)
		i := slices.IndexFunc(l.Items, func(item values.Item) bool { return item.Text == "*" })
		if i < 0 {
			return finding{}, false
		}
		item := l.Items[i]
		f = finding{
			node:   item.Expr,
			what:   fmt.Sprintf("%s, which becomes %s (%s),", says(what, item), k.Name, k.Where),
			placed: item.Known != nil,
			answer: k.Answer,
			creds:  k.Creds != "", credsBy: k.Creds,
			advice: "list the origins that need access",
		}
	}
	return f, f.node != nil
}
