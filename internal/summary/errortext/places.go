package errortext

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"
)

// place is a variable, or one field or constant key of it, whose value is
// looked for.
type place struct {
	v     *types.Var
	part  string // the field or key, or "" for all of it
	known string // the fields and keys that were set later: what is set before does not matter
}

func (p place) key() string {
	return fmt.Sprintf("%p.%s!%s", p.v, p.part, p.known)
}

// knows reports whether part was set later.
func (p place) knows(part string) bool {
	return part != "" && slices.Contains(strings.Split(p.known, ","), part)
}

func (p place) with(part string) place {
	if part == "" || p.knows(part) {
		return p
	}
	list := strings.Split(p.known, ",")
	if p.known == "" {
		list = nil
	}
	list = append(list, part)
	slices.Sort(list)
	p.known = strings.Join(list, ",")
	return p
}

// placeOf returns the place that e names: a variable, a field or an element
// with a constant key of one. Of longer paths it is the first part, and whole is
// false.
func (b *builder) placeOf(e ast.Expr) (p place, whole, ok bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v := b.variable(e)
		return place{v: v}, true, v != nil && !v.IsField()
	case *ast.StarExpr:
		return b.placeOf(e.X)
	case *ast.SelectorExpr:
		s := b.info.Selections[e]
		if s == nil || s.Kind() != types.FieldVal {
			return place{}, false, false
		}
		return b.within(e.X, e.Sel.Name)
	case *ast.IndexExpr:
		return b.within(e.X, b.constant(e.Index))
	case *ast.SliceExpr:
		p, _, ok := b.placeOf(e.X)
		return p, false, ok
	case *ast.UnaryExpr:
		return b.placeOf(e.X)
	}
	return place{}, false, false
}

// within returns the place of a part of x.
func (b *builder) within(x ast.Expr, part string) (place, bool, bool) {
	p, whole, ok := b.placeOf(x)
	switch {
	case !ok:
		return p, false, false
	case p.part != "" || !whole:
		return p, false, true
	case part == "":
		return p, false, true
	}
	p.part = part
	return p, true, true
}

func (b *builder) constant(e ast.Expr) string {
	if e == nil {
		return ""
	}
	if v := b.info.Types[e].Value; v != nil && v.Kind() == constant.String {
		return strings.ReplaceAll(constant.StringVal(v), ",", ";")
	}
	return ""
}
