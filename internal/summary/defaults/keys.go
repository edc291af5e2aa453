package defaults

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/values"
)

// importKeys takes over the keys of the packages that this one imports. One for
// which two of them have different defaults has none.
func (s *summary) importKeys() {
	facts := s.pass.AllPackageFacts()
	slices.SortFunc(facts, func(a, b analysis.PackageFact) int { return strings.Compare(a.Package.Path(), b.Package.Path()) })
	differ := make(map[string]bool)
	for _, f := range facts {
		keys, ok := f.Fact.(*Keys)
		if !ok || f.Package == s.pass.Pkg {
			continue
		}
		for _, d := range keys.Defaults {
			k, again := s.keys[d.Key]
			if again && !same(k, d.Known) {
				differ[d.Key] = true
			}
			s.keys[d.Key] = d.Known
		}
	}
	for key := range differ {
		delete(s.keys, key)
	}
}

func same(a, b values.Known) bool { return a.List == b.List && slices.Equal(a.Items, b.Items) }

// maySetKey reports whether a call may set the default of a key, by the name
// that it is called with.
func maySetKey(call *ast.CallExpr) bool {
	var id *ast.Ident
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		id = fun
	case *ast.SelectorExpr:
		id = fun.Sel
	default:
		return false
	}
	return id.Name == "SetDefault" || id.Name == "Provider"
}

// ownKeys adds the defaults that the package itself sets. They count although
// other packages set the same keys: those of the importing package come later.
func (s *summary) ownKeys(c candidates) {
	own := make(map[string]*known)
	add := func(key string, e ast.Expr) {
		key = strings.ToLower(key)
		if own[key] == nil {
			own[key] = new(known)
		}
		own[key].add(s.ofKey(e))
	}
	for _, call := range c.setters {
		if cur := s.values.At(call); !cur.Valid() || s.view.Skipped(cur) || !s.isExpected(cur, nil) {
			continue
		}
		switch id := frameworks.FuncOf(typeutil.StaticCallee(s.info, call)); {
		case id.Pkg == "github.com/spf13/viper" && id.Name == "SetDefault" && len(call.Args) == 2:
			if key, ok := s.always.String(call.Args[0]); ok {
				s.addKey(add, key, call.Args[1], ".")
			}
		case strings.HasPrefix(id.Pkg, "github.com/knadh/koanf/") && strings.HasSuffix(id.Pkg, "providers/confmap") && id.Name == "Provider" && len(call.Args) == 2:
			if delim, ok := s.always.String(call.Args[1]); ok {
				s.addKey(add, "", call.Args[0], delim)
			}
		}
	}
	for key, k := range own {
		delete(s.keys, key)
		if k.any && !k.bad && c.matters(crossOrigin(key), k.Known) {
			s.keys[key] = k.Known
		}
	}
}

// addKey adds the default of a key, or of those below it if it is a map.
func (s *summary) addKey(add func(string, ast.Expr), key string, e ast.Expr, delim string) {
	vals := s.view.Sources(e)
	if len(vals) != 1 || vals[0].Whole {
		return
	}
	lit, ok := vals[0].Expr.(*ast.CompositeLit)
	if !ok {
		add(key, e)
		return
	}
	if _, ok := s.info.TypeOf(lit).Underlying().(*types.Map); !ok {
		add(key, e)
		return
	}
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if name, ok := s.always.String(kv.Key); ok {
			if key != "" {
				name = key + delim + name
			}
			s.addKey(add, name, kv.Value, delim)
		}
	}
}

// ofKey returns the default that a key is given.
func (s *summary) ofKey(e ast.Expr) (values.Known, bool) {
	t := s.info.TypeOf(e)
	if b, ok := t.Underlying().(*types.Basic); ok && b.Kind() == types.UntypedNil || !isSetting(t) {
		if tv := s.info.Types[e]; tv.Value == nil || tv.Value.Kind() != constant.String {
			return values.Known{}, false
		}
	}
	return s.ofValues(s.view, e, t)
}
