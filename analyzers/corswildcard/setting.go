package corswildcard

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/values"
)

// setting is what a policy says about one thing.
type setting struct {
	role frameworks.CORSRole
	name string // as the user wrote it: AllowedOrigins, handlers.AllowedOrigins
	vals []values.Value
	// list are origins that are arguments one by one; vals is empty then.
	list *values.List
	node ast.Expr // where a list stands
}

// settings returns what the policy says about what has a role, in the order in
// which the library asks. What it says nothing about has a zero value.
func (p *policies) settings(pol policy, role frameworks.CORSRole) []setting {
	if pol.lib.Config == (frameworks.Type{}) || pol.config == nil {
		return p.optionSettings(pol, role)
	}
	var found []setting
	for _, f := range pol.lib.Fields {
		if f.Role == role {
			found = append(found, setting{role: role, name: f.Name, vals: p.field(pol, f)})
		}
	}
	return found
}

// field returns the values of a field of the configuration, with those that a
// preset has.
func (p *policies) field(pol policy, f frameworks.CORSField) []values.Value {
	switch {
	case pol.opaque:
		return []values.Value{{Expr: pol.config, Whole: true}}
	case !hasField(p.info.TypeOf(pol.config), f.Name):
		return []values.Value{{}} // not in this version
	}
	vals := p.view.Field(pol.config, f.Name)
	for i, val := range vals {
		if !val.Whole {
			continue
		}
		pr := pol.lib.presetOf(p.info, val.Expr)
		if pr == nil || pr.Anyone && f.Role == frameworks.CORSOrigins {
			continue
		}
		vals[i].Whole = false
		switch {
		case f.Role == frameworks.CORSOrigins && len(pr.Origins) > 0:
			vals[i].Known = &values.Known{Items: pr.Origins, List: true, Key: types.ExprString(val.Expr), Place: "by default"}
		case f.Role == frameworks.CORSCredentials && pr.Credentials:
			vals[i].Known = &values.Known{Items: []string{"true"}}
		default:
			vals[i].Expr = nil
		}
	}
	return vals
}

func hasField(t types.Type, name string) bool {
	return slices.ContainsFunc(fieldsOf(t), func(f *types.Var) bool { return f.Name() == name })
}

// fieldsOf returns the fields of a struct, or of what a pointer to one points to.
func fieldsOf(t types.Type) []*types.Var {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	return slices.Collect(st.Fields())
}

func (p *policies) optionSettings(pol policy, role frameworks.CORSRole) []setting {
	var found []setting
	for _, o := range pol.options {
		if o.Role == role {
			found = append(found, p.optionSetting(o))
		}
	}
	switch {
	case len(found) > 0:
		return found[len(found)-1:] // the last one counts
	case pol.opaque:
		return []setting{{vals: []values.Value{{Expr: pol.call, Whole: true}}}}
	}
	return []setting{{vals: []values.Value{{}}}}
}

func (p *policies) optionSetting(o option) setting {
	s := setting{role: o.Role, name: types.ExprString(o.call.Fun), node: o.call}
	if len(o.call.Args) > 0 {
		if sel, ok := ast.Unparen(o.call.Fun).(*ast.SelectorExpr); ok {
			if _, isCall := ast.Unparen(sel.X).(*ast.CallExpr); isCall {
				s.name = sel.Sel.Name // of a chain, not all that stands before it
			}
		}
	}
	fn := typeutil.StaticCallee(p.info, o.call)
	switch {
	case o.Arg == frameworks.None:
		s.vals = []values.Value{{Expr: o.call, Known: &values.Known{Items: []string{"true"}}}}
	case o.Arg >= len(o.call.Args):
		s.list = &values.List{Complete: true}
	case oneByOne(fn, o.Arg) && !o.call.Ellipsis.IsValid():
		s.list = p.arguments(o.call.Args[o.Arg:])
		s.node = o.call.Args[o.Arg]
	default:
		s.vals = p.view.Sources(o.call.Args[o.Arg])
	}
	return s
}

// oneByOne reports whether a parameter is one string, or one for each argument
// from there on.
func oneByOne(fn *types.Func, i int) bool {
	params := fn.Signature().Params()
	if i >= params.Len() {
		return false
	}
	t := params.At(i).Type()
	if slice, ok := types.Unalias(t).(*types.Slice); ok && fn.Signature().Variadic() && i == params.Len()-1 {
		t = slice.Elem()
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// arguments returns strings that are arguments one by one, as a list.
func (p *policies) arguments(args []ast.Expr) *values.List {
	l := &values.List{Complete: true}
	for _, arg := range args {
		if text, ok := p.view.String(arg); ok {
			l.Items = append(l.Items, values.Item{Text: text, Expr: arg})
		} else {
			l.Complete = false
		}
	}
	return l
}
