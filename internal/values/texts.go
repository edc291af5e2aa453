package values

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"
	"unicode"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/expr"
)

// textFuncs make a text of a text, and perhaps of other constant texts.
var textFuncs = map[string]func(text string, args []string) string{
	"strings.Clone":      func(s string, _ []string) string { return s },
	"strings.TrimSpace":  func(s string, _ []string) string { return strings.TrimSpace(s) },
	"strings.ToLower":    func(s string, _ []string) string { return strings.ToLower(s) },
	"strings.ToUpper":    func(s string, _ []string) string { return strings.ToUpper(s) },
	"strings.Trim":       func(s string, a []string) string { return strings.Trim(s, a[0]) },
	"strings.TrimLeft":   func(s string, a []string) string { return strings.TrimLeft(s, a[0]) },
	"strings.TrimRight":  func(s string, a []string) string { return strings.TrimRight(s, a[0]) },
	"strings.TrimPrefix": func(s string, a []string) string { return strings.TrimPrefix(s, a[0]) },
	"strings.TrimSuffix": func(s string, a []string) string { return strings.TrimSuffix(s, a[0]) },
	"strings.ReplaceAll": func(s string, a []string) string { return strings.ReplaceAll(s, a[0], a[1]) },
}

// splitFuncs make a list of a text, and perhaps of other constant texts.
var splitFuncs = map[string]func(text string, args []string) []string{
	"strings.Split":      func(s string, a []string) []string { return strings.Split(s, a[0]) },
	"strings.SplitN":     func(s string, a []string) []string { return strings.Split(s, a[0]) },
	"strings.SplitAfter": func(s string, a []string) []string { return strings.SplitAfter(s, a[0]) },
	"strings.Fields":     func(s string, _ []string) []string { return strings.Fields(s) },
}

// testFuncs tell something of two texts.
var testFuncs = map[string]func(s, t string) bool{
	"strings.Contains": strings.Contains, "strings.HasPrefix": strings.HasPrefix,
	"strings.HasSuffix": strings.HasSuffix, "strings.EqualFold": strings.EqualFold,
}

// listFuncs return the list that they are given; lo.Map what a function makes of
// its elements.
var listFuncs = map[string]bool{
	"slices.Clone": true, "slices.Compact": true, "slices.Sorted": true, "slices.Values": true, "slices.Collect": true,
	"strings.SplitSeq": true, "strings.FieldsSeq": true,
	"github.com/samber/lo.Uniq": true, "github.com/samber/lo.Compact": true,
}

// ofTextCall returns the values of a call of a function that works on texts or
// lists of texts.
func (v *View) ofTextCall(call *ast.CallExpr, at []inspector.Cursor) ([]Value, bool) {
	fn := typeutil.StaticCallee(v.info, call)
	if fn == nil || len(call.Args) == 0 {
		return nil, false
	}
	id := name(fn)
	switch {
	case textFuncs[id] != nil:
		args, ok := v.constants(call.Args[1:])
		return v.eachText(ok, call, at, func(text string) any { return textFuncs[id](text, args) })
	case id == "strings.SplitSeq" || id == "strings.FieldsSeq":
		return v.splitBy(call, strings.TrimSuffix(id, "Seq"), at)
	case splitFuncs[id] != nil:
		return v.splitBy(call, id, at)
	case id == "strings.FieldsFunc":
		separates, ok := v.separator(call.Args[1])
		return v.eachText(ok, call, at, func(text string) any { return strings.FieldsFunc(text, separates) })
	case testFuncs[id] != nil:
		args, ok := v.constants(call.Args[1:])
		return v.eachText(ok, call, at, func(text string) any { return testFuncs[id](text, args[0]) })
	case id == "strings.Join":
		return v.joined(call, at)
	case listFuncs[id]:
		return v.sources(call.Args[0], at), true
	case id == "github.com/samber/lo.Map" && len(call.Args) == 2:
		l, ok := v.mapped(call)
		return []Value{{Expr: call, At: at, list: &l}}, ok
	}
	return nil, false
}

func (v *View) splitBy(call *ast.CallExpr, id string, at []inspector.Cursor) ([]Value, bool) {
	args, ok := v.constants(call.Args[1:min(2, len(call.Args))])
	return v.eachText(ok, call, at, func(text string) any { return splitFuncs[id](text, args) })
}

// constants returns the constant texts that args are.
func (v *View) constants(args []ast.Expr) (texts []string, ok bool) {
	for _, arg := range args {
		text, ok := v.String(arg)
		if !ok {
			return nil, false
		}
		texts = append(texts, text)
	}
	return texts, true
}

// eachText returns what a call makes of the texts that its first argument may be:
// a text, a list or whether something is so. It is not ok if the other arguments
// are not.
func (v *View) eachText(ok bool, call *ast.CallExpr, at []inspector.Cursor, do func(text string) any) ([]Value, bool) {
	if !ok {
		return nil, false
	}
	var vals []Value
	for _, val := range v.sources(call.Args[0], at) {
		c := v.ConstantOf(val, types.Typ[types.String])
		if c == nil || c.Kind() != constant.String {
			return []Value{{Expr: call, At: at}}, true
		}
		vals = append(vals, v.made(val, call, do(constant.StringVal(c))))
	}
	return vals, true
}

// made returns the value that call made of val.
func (v *View) made(val Value, call *ast.CallExpr, of any) Value {
	from := val.Expr
	switch {
	case val.Known != nil:
	case from == nil:
		from = call
	}
	made := Value{Expr: from, At: val.At, Default: val.Default}
	switch of := of.(type) {
	case bool:
		made.Expr, made.text = call, constant.MakeBool(of)
	case string:
		if val.Zero() && of == "" {
			return val
		}
		made.text = constant.MakeString(of)
		made.Known = val.Known.with(of)
	case []string:
		made.Known = val.Known.withList(of)
		if val.Known == nil {
			if v.frame == nil {
				from = call.Args[0]
			}
			l := listOf(from, of)
			made.Expr, made.list = call, &l
		}
	}
	return made
}

// joined returns the values of strings.Join.
func (v *View) joined(call *ast.CallExpr, at []inspector.Cursor) ([]Value, bool) {
	sep, ok := v.String(call.Args[1])
	if !ok {
		return nil, false
	}
	var vals []Value
	for _, val := range v.sources(call.Args[0], at) {
		l := v.List(val)
		if !l.Complete || val.Whole {
			return nil, false
		}
		var texts []string
		for _, item := range l.Items {
			texts = append(texts, item.Text)
		}
		vals = append(vals, v.made(val, call, strings.Join(texts, sep)))
	}
	return vals, true
}

// separator returns what a function says of a rune, as far as it compares it with
// constants: whether it separates fields.
func (v *View) separator(e ast.Expr) (func(rune) bool, bool) {
	if obj := expr.Object(v.info, e); obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "unicode" && obj.Name() == "IsSpace" {
		return unicode.IsSpace, true
	}
	var body *ast.BlockStmt
	if lit, isLit := ast.Unparen(e).(*ast.FuncLit); isLit {
		body = lit.Body
	} else if fn := expr.Func(v.info, e); fn != nil {
		if decl, found := v.Declaration(fn); found {
			body = decl.Node().(*ast.FuncDecl).Body
		}
	}
	if body == nil {
		return nil, false
	}
	ok := true
	var runes []rune
	space := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BasicLit:
			if n.Kind == token.CHAR {
				r, _ := constant.Int64Val(v.constant(n))
				runes = append(runes, rune(r))
			}
		case *ast.CallExpr:
			fn := typeutil.StaticCallee(v.info, n)
			space = space || fn != nil && name(fn) == "unicode.IsSpace"
		case *ast.UnaryExpr:
			ok = false // what it does not compare with
		}
		return true
	})
	return func(r rune) bool { return space && unicode.IsSpace(r) || strings.ContainsRune(string(runes), r) }, ok
}
