package values

import (
	"encoding/json"
	"go/ast"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// member is a field on the way from a configuration to one of its values.
type member struct {
	field *types.Var
	tag   reflect.StructTag
}

// members returns the fields through which e, such as cfg.CORS.Origins, selects.
func (v *View) members(e ast.Expr) []member {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	s := v.info.Selections[sel]
	if s == nil || s.Kind() != types.FieldVal {
		return nil
	}
	path := v.members(sel.X)
	t := s.Recv()
	if path == nil {
		path = outer(t)
	}
	for _, i := range s.Index() {
		st, ok := structOf(t)
		if !ok {
			return nil
		}
		path = append(path, member{st.Field(i), reflect.StructTag(st.Tag(i))})
		t = st.Field(i).Type()
	}
	return path
}

// outer returns the fields through which a configuration holds one of type t, if
// there is one such way in the package that declares t.
func outer(t types.Type) (path []member) {
	for range 4 {
		id := frameworks.TypeOf(t)
		named, ok := types.Unalias(deref(t)).(*types.Named)
		if id.Pkg == "" || !ok {
			return path
		}
		m, holder, ok := holderOf(named)
		if !ok {
			return path
		}
		path = append([]member{m}, path...)
		t = holder
	}
	return path
}

func deref(t types.Type) types.Type {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// holderOf returns the only field with a tag whose type is t, or a pointer to it,
// among the structs of the package of t.
func holderOf(t *types.Named) (m member, holder types.Type, ok bool) {
	scope := t.Obj().Pkg().Scope()
	for _, name := range scope.Names() {
		tn, isType := scope.Lookup(name).(*types.TypeName)
		if !isType || tn.IsAlias() {
			continue
		}
		st, isStruct := tn.Type().Underlying().(*types.Struct)
		if !isStruct {
			continue
		}
		for i := range st.NumFields() {
			if types.Identical(deref(st.Field(i).Type()), t) {
				if ok {
					return member{}, nil, false
				}
				m, holder, ok = member{st.Field(i), reflect.StructTag(st.Tag(i))}, tn.Type(), true
			}
		}
	}
	return m, holder, ok
}

// key returns the name of a field in a configuration file; "" if its fields are
// among those of what holds it.
func (m member) key() string {
	for _, tag := range frameworks.TagKeys {
		text, ok := m.tag.Lookup(tag)
		if !ok {
			continue
		}
		name, options, _ := strings.Cut(text, ",")
		switch {
		case name != "" && name != "-":
			return name
		case strings.Contains(options, "squash"), strings.Contains(options, "inline"):
			return ""
		}
	}
	if m.field.Embedded() {
		return ""
	}
	return m.field.Name()
}

// tagged reports whether a field has one of the tags.
func (m member) tagged(tags []string) bool {
	for _, tag := range tags {
		if _, ok := m.tag.Lookup(tag); ok {
			return true
		}
	}
	return false
}

// keyPath returns the path of a field in a configuration file.
func keyPath(path []member) (keys []string) {
	for _, m := range path {
		if key := m.key(); key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}

// variableOf returns the name of the environment variable of a field, or "".
func variableOf(path []member) string {
	prefix := ""
	for i, m := range path {
		for _, tag := range frameworks.TagPrefixes {
			prefix += m.tag.Get(tag)
		}
		for _, tag := range frameworks.TagVariables {
			name, options, _ := strings.Cut(m.tag.Get(tag), ",")
			if i == len(path)-1 && name != "" && name != "-" {
				return prefix + name
			}
			if _, after, ok := strings.Cut(options, "prefix="); ok {
				p, _, _ := strings.Cut(after, ",")
				prefix += strings.TrimSpace(p)
			}
		}
	}
	return ""
}

// settingName is how a message calls the field: by its environment variable, its
// key in a file or its flag, or as the code does.
func settingName(n *ast.SelectorExpr, path []member) string {
	last := path[len(path)-1]
	if name := variableOf(path); name != "" {
		return name
	}
	if last.tagged(frameworks.TagKeys) {
		return strings.Join(keyPath(path), ".")
	}
	for _, tag := range frameworks.TagFlags {
		if name := last.tag.Get(tag); name != "" {
			return "--" + name
		}
	}
	return types.ExprString(n)
}

// configuredField returns what the files of the environment say about a field.
func (v *View) configuredField(n *ast.SelectorExpr, at []inspector.Cursor) (vals []Value, ok bool) {
	if v.env == nil {
		return nil, false
	}
	path := v.members(n)
	if len(path) == 0 {
		return nil, false
	}
	if name := variableOf(path); name != "" {
		if k, set := v.variableNamed(name); set {
			return v.fromOutside(n, k, at)
		}
	}
	keys := keyPath(path)
	if len(keys) == 0 {
		return nil, false
	}
	val, ok := v.env.Key(keys...)
	if !ok {
		return nil, false
	}
	return v.fromOutside(n, inFile(val, strings.Join(keys, ".")), at)
}

// defaultOfField returns the default value of a field that a configuration is
// read into: that of its tag, or of its key.
func (v *View) defaultOfField(n *ast.SelectorExpr, at []inspector.Cursor) ([]Value, bool) {
	if !v.byDefault {
		return nil, false
	}
	path := v.members(n)
	if len(path) == 0 {
		return nil, false
	}
	last := path[len(path)-1]
	if items, list, ok := tagDefault(last.tag, last.field.Type()); ok {
		return v.fromOutside(n, &Known{Items: items, List: list, Key: settingName(n, path), Place: placeDefault}, at)
	}
	if keys := keyPath(path); len(keys) > 1 {
		for _, lib := range frameworks.AllSettings() {
			if len(lib.Defaults)+len(lib.Maps) > 0 {
				if vals, ok := v.ofKey(n, strings.Join(keys, "."), lib, at); ok {
					return vals, true
				}
			}
		}
	}
	return nil, false
}

// tagDefault returns the default that a tag gives to a field of type t.
func tagDefault(tag reflect.StructTag, t types.Type) (items []string, list, ok bool) {
	for _, d := range frameworks.TagDefaults {
		text, ok := tag.Lookup(d.Tag)
		if ok && d.Option != "" {
			text, ok = option(text, d.Option)
		}
		if !ok {
			continue
		}
		if !isSlice(t) {
			return []string{text}, false, true
		}
		return elements(text, separatorOf(tag, d)), true, true
	}
	return nil, false, false
}

// option returns what stands after an option of a tag. A list in brackets may have
// commas in it, and go-envconfig's default is the last option.
func option(text, option string) (string, bool) {
	for i := range text {
		if text[i] != ',' {
			continue
		}
		value, ok := strings.CutPrefix(strings.TrimLeft(text[i+1:], " "), option)
		if !ok {
			continue
		}
		if strings.HasPrefix(value, "[") {
			if list, _, ok := strings.Cut(value, "]"); ok {
				return list + "]", true
			}
		}
		value, _, _ = strings.Cut(value, ",")
		return value, true
	}
	return "", false
}

func separatorOf(tag reflect.StructTag, d frameworks.TagDefault) string {
	for _, s := range d.Separators {
		if sep := tag.Get(s); sep != "" {
			return sep
		}
	}
	return ","
}

// elements returns the elements of a list in a tag.
func elements(text, separator string) []string {
	var items []string
	if strings.HasPrefix(text, "[") && json.Unmarshal([]byte(text), &items) == nil {
		return items
	}
	text = strings.TrimSuffix(strings.TrimPrefix(text, "["), "]")
	if text == "" {
		return nil
	}
	items = strings.Split(text, separator)
	for i := range items {
		items[i] = strings.TrimSpace(items[i])
	}
	return items
}
