package defaults

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/values"
)

// candidates are the declarations of a package that facts could be about, found
// without looking at what they do.
type candidates struct {
	cells   []cell
	getters []getter
	lookups []*ast.FuncDecl
}

// cell is an exported variable or a field.
type cell struct {
	obj   *types.Var
	name  string // as other packages say it: config.Config.Origins
	words bool   // its name says that it has to do with other origins
	tag   reflect.StructTag
}

// getter is an exported function without parameters.
type getter struct {
	fn    *types.Func
	decl  *ast.FuncDecl
	name  string
	words bool
}

// scan finds the candidates: what says by its name that it has to do with other
// origins, what is written beside "*", and functions that look something up.
func (s *summary) scan(root inspector.Cursor) candidates {
	var c candidates
	star := s.starred(root)
	for file := range root.Children() {
		if tf := s.pass.Fset.File(file.Node().Pos()); tf != nil && strings.HasSuffix(tf.Name(), "_test.go") {
			continue
		}
		for _, decl := range file.Node().(*ast.File).Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				s.scanFunc(&c, decl, star)
			case *ast.GenDecl:
				s.scanDecl(&c, decl, star)
			}
		}
	}
	return c
}

// starred returns the variables and fields to which something with "*" in it is
// written, and the functions that return it.
func (s *summary) starred(root inspector.Cursor) map[types.Object]bool {
	objs := make(map[types.Object]bool)
	for cur := range root.Preorder((*ast.BasicLit)(nil)) {
		if lit := cur.Node().(*ast.BasicLit); lit.Value != `"*"` && lit.Value != "`*`" {
			continue
		}
		for c := range cur.Enclosing((*ast.KeyValueExpr)(nil), (*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.ReturnStmt)(nil), (*ast.CallExpr)(nil)) {
			switch n := c.Node().(type) {
			case *ast.KeyValueExpr:
				s.mark(objs, n.Key)
			case *ast.AssignStmt:
				for _, lhs := range n.Lhs {
					s.mark(objs, lhs)
				}
			case *ast.ValueSpec:
				for _, id := range n.Names {
					s.mark(objs, id)
				}
			case *ast.ReturnStmt:
				for decl := range c.Enclosing((*ast.FuncDecl)(nil)) {
					s.mark(objs, decl.Node().(*ast.FuncDecl).Name)
				}
			case *ast.CallExpr: // flag.StringVar(&x, name, "*", usage)
				for _, arg := range n.Args {
					if u, ok := arg.(*ast.UnaryExpr); ok && u.Op == token.AND {
						s.mark(objs, u.X)
					}
				}
			}
		}
	}
	return objs
}

// mark notes the variable, the field or the function that e names.
func (s *summary) mark(objs map[types.Object]bool, e ast.Expr) {
	switch n := ast.Unparen(e).(type) {
	case *ast.Ident:
		if obj := s.info.ObjectOf(n); obj != nil {
			objs[obj] = true
		}
	case *ast.SelectorExpr:
		s.mark(objs, n.Sel)
	}
}

func (s *summary) scanFunc(c *candidates, decl *ast.FuncDecl, star map[types.Object]bool) {
	if decl.Body == nil || !decl.Name.IsExported() || decl.Type.Results == nil {
		return
	}
	fn, ok := s.info.Defs[decl.Name].(*types.Func)
	if !ok || fn.Signature().Results().Len() > 2 {
		return
	}
	if fn.Signature().Params().Len() > 0 {
		if mayFallBack(fn.Signature()) {
			c.lookups = append(c.lookups, decl)
		}
		return
	}
	name := s.pass.Pkg.Name() + "." + fn.Name() + "()"
	if recv := fn.Signature().Recv(); recv != nil {
		name = s.pass.Pkg.Name() + "." + typeName(recv.Type()) + "." + fn.Name() + "()"
	}
	if words := crossOrigin(name); isSetting(fn.Signature().Results().At(0).Type()) && (words || star[fn]) {
		c.getters = append(c.getters, getter{fn, decl, name, words})
	}
}

func (s *summary) scanDecl(c *candidates, decl *ast.GenDecl, star map[types.Object]bool) {
	for _, spec := range decl.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			if st, ok := spec.Type.(*ast.StructType); ok {
				s.scanStruct(c, st, s.pass.Pkg.Name()+"."+spec.Name.Name, spec.Name.IsExported(), star)
			}
		case *ast.ValueSpec:
			if decl.Tok != token.VAR {
				continue
			}
			for _, id := range spec.Names {
				obj, ok := s.info.Defs[id].(*types.Var)
				if !ok || !obj.Exported() {
					continue
				}
				name := s.pass.Pkg.Name() + "." + id.Name
				if words := crossOrigin(name); isSetting(obj.Type()) && (words || star[obj]) {
					c.cells = append(c.cells, cell{obj, name, words, ""})
				}
				if st, ok := spec.Type.(*ast.StructType); ok {
					s.scanStruct(c, st, name, true, star)
				}
			}
		}
	}
}

func (s *summary) scanStruct(c *candidates, st *ast.StructType, name string, exported bool, star map[types.Object]bool) {
	for _, field := range st.Fields.List {
		for _, id := range field.Names {
			obj, ok := s.info.Defs[id].(*types.Var)
			if !ok {
				continue
			}
			own := name + "." + id.Name
			tag := tagOf(field)
			words := crossOrigin(own) || crossOrigin(string(tag))
			if exported && obj.Exported() && isSetting(obj.Type()) && (words || star[obj] || strings.Contains(string(tag), `"*"`)) {
				c.cells = append(c.cells, cell{obj, own, words, tag})
			}
			if named := namedOf(obj.Type()); named != nil && named.Obj().Pkg() == s.pass.Pkg {
				s.parents[named] = append(s.parents[named], obj)
			}
			if inner, ok := field.Type.(*ast.StructType); ok {
				s.scanStruct(c, inner, own, exported && obj.Exported(), star)
			}
		}
	}
}

func tagOf(field *ast.Field) reflect.StructTag {
	if field.Tag == nil {
		return ""
	}
	text, _ := strconv.Unquote(field.Tag.Value) // the parser has checked it
	return reflect.StructTag(text)
}

// tagDefault returns the text that a tag of the cell says it is by default.
func (c cell) tagDefault() (text string, ok bool) {
	for _, d := range frameworks.TagDefaults {
		if text, ok = c.tag.Lookup(d.Tag); ok && (d.Option == "" || strings.Contains(text, d.Option)) {
			return text, true
		}
	}
	return "", false
}

// matters reports whether a default is worth a fact: by the names of what has
// it, or because it lets everybody in.
func matters(words bool, k values.Known) bool {
	return words || crossOrigin(k.Key) || slices.ContainsFunc(k.Items, func(s string) bool { return strings.Contains(s, "*") })
}

// isSetting reports whether t is the type of a setting that a policy is made of.
func isSetting(t types.Type) bool {
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return t.Info()&(types.IsString|types.IsBoolean) != 0
	case *types.Slice:
		e, ok := t.Elem().Underlying().(*types.Basic)
		return ok && e.Info()&types.IsString != 0
	case *types.Pointer: // to a flag's value
		b, ok := t.Elem().Underlying().(*types.Basic)
		return ok && b.Info()&(types.IsString|types.IsBoolean) != 0
	}
	return false
}

// mayFallBack reports whether a function of this signature may look something up
// and return a parameter if there is nothing.
func mayFallBack(sig *types.Signature) bool {
	if sig.Results().Len() != 1 || sig.Params().Len() > 5 {
		return false
	}
	result := sig.Results().At(0).Type()
	for p := range sig.Params().Variables() {
		if canBecome(p.Type(), result) {
			return true
		}
	}
	return false
}

// canBecome reports whether a parameter of type t can be the fallback of a
// function with this result: it is of the same type, a list of them if it is
// variadic, or a text where the result is a list.
func canBecome(t, result types.Type) bool {
	if types.Identical(t, result) {
		_, ok := t.Underlying().(*types.Interface)
		_, param := t.(*types.TypeParam)
		return param || !ok && isValue(t)
	}
	if list, ok := t.(*types.Slice); ok && types.Identical(list.Elem(), result) {
		return true
	}
	list, ok := result.Underlying().(*types.Slice)
	return ok && types.Identical(list.Elem(), t)
}

func isValue(t types.Type) bool {
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return true
	case *types.Slice:
		_, ok := t.Elem().Underlying().(*types.Basic)
		return ok
	}
	return false
}

// crossOrigin reports whether a name says that something has to do with what
// other origins may do.
func crossOrigin(name string) bool {
	return slices.ContainsFunc(values.Words(name), func(w string) bool {
		switch w {
		case "cross", "credentials":
			return true
		}
		return strings.HasPrefix(w, "cors") || strings.HasSuffix(w, "origin") || strings.HasSuffix(w, "origins")
	})
}

// namedOf returns the named type that t is or points to, or nil.
func namedOf(t types.Type) *types.Named {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	named, _ := t.(*types.Named)
	if named != nil {
		return named.Origin()
	}
	return nil
}

func typeName(t types.Type) string {
	if named := namedOf(t); named != nil {
		return named.Obj().Name()
	}
	return ""
}
