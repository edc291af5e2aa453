package routing

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// narrow notes what a call says of router r, a route that may be registered
// already: its path, its HTTP methods.
func (w *walker) narrow(call *ast.CallExpr, r int, m *frameworks.RouterMethod) {
	if m.Op == frameworks.OpSame && m.Pattern != frameworks.None {
		for i := range w.reg.Events {
			if e := &w.reg.Events[i]; e.Op == Derive && e.Child == r {
				e.Path = joinPaths(e.Path, w.p.path(call, m))
			}
		}
	}
	if !m.Methods {
		return
	}
	methods := make([]string, len(call.Args))
	for i, a := range call.Args {
		s, ok := w.p.constant(a)
		if !ok {
			return
		}
		methods[i] = strings.ToUpper(s)
	}
	w.reg.Routers[r].Methods = methods
	for i := range w.reg.Events {
		if e := &w.reg.Events[i]; (e.Op == Route || e.Op == Mount) && e.Router == r {
			e.Method = strings.Join(methods, ",")
		}
	}
}

// joinPaths joins two paths of which either can be empty.
func joinPaths(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return strings.TrimSuffix(a, "/") + "/" + strings.TrimPrefix(b, "/")
}

// fieldOwner returns the type of the struct whose own field s selects.
func fieldOwner(s *types.Selection) types.Type {
	t := s.Recv()
	for _, i := range s.Index()[:len(s.Index())-1] {
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		st, ok := t.Underlying().(*types.Struct)
		if !ok {
			return t
		}
		t = st.Field(i).Type()
	}
	return t
}

// settingOf returns the router whose field l selects; None if it is no field of a
// router.
func (w *walker) settingOf(l *ast.SelectorExpr) int {
	s := w.p.info.Selections[l]
	if s == nil || s.Kind() != types.FieldVal {
		return None
	}
	owner := fieldOwner(s)
	if !isRouter(owner) {
		return None
	}
	k, ok := w.keyOf(l.X)
	if !ok {
		return w.eval(l.X)
	}
	k.path = fieldPath(k.path, s.Recv(), s.Index()[:len(s.Index())-1])
	known := len(w.reg.Routers)
	r := w.at(k, owner)
	if r >= known {
		w.reg.Routers[r].holder = w.p.holder(l.X)
	}
	return r
}
