package errenvelope

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/response"
)

// fixes replaces the call of w by one of the service's one error writer, with the
// same status and the same message. None if the writer wants to know more than is
// there, or does something else besides.
func (v *vet) fixes(w *response.Write) []analysis.SuggestedFix {
	row, ok := v.res.Primitive(w.Call)
	if !ok || v.writer == nil || w.StatusCall != nil || row.Status == response.None || row.Status >= len(w.Call.Args) {
		return nil
	}
	switch {
	case w.Status.Param != response.None || w.Body.Param != response.None:
		return nil // a helper, which the writer may call itself
	case w.Collects, typeutil.StaticCallee(v.pass.TypesInfo, w.Call) == nil && !isMethod(v.pass.TypesInfo, w.Call):
		return nil // it does something else, or is a variable that would not be used any more
	}
	r := &replacement{vet: v, write: w, status: w.Call.Args[row.Status]}
	if r.file = v.fileOf(w.Call); r.file == nil || !r.statement() || !r.findMessage(row) {
		return nil
	}
	call, ok := r.call()
	if !ok {
		return nil
	}
	edits := slices.Concat(r.imports, []analysis.TextEdit{{Pos: w.Call.Pos(), End: w.Call.End(), NewText: []byte(call)}})
	return []analysis.SuggestedFix{{Message: "Call " + v.call, TextEdits: edits}}
}

// isMethod reports whether call calls a method by its name.
func isMethod(info *types.Info, call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return ok && info.Selections[sel] != nil && info.Selections[sel].Kind() == types.MethodVal
}

func (v *vet) fileOf(n ast.Node) *ast.File {
	i := slices.IndexFunc(v.pass.Files, func(f *ast.File) bool { return f.FileStart <= n.Pos() && n.Pos() < f.FileEnd })
	if i < 0 {
		return nil
	}
	return v.pass.Files[i]
}

// replacement is a call of the writer that takes the place of another call.
type replacement struct {
	*vet
	write   *response.Write
	file    *ast.File
	status  ast.Expr
	message string // the source of the message
	imports []analysis.TextEdit
}

// statement reports whether the writer's call can stand where the other stands: a
// statement of its own, or what a return statement returns, if the results are
// the same; and whether it leaves a gin chain as the other does.
func (r *replacement) statement() bool {
	sum := r.res.Of(r.writer)
	if sum == nil || slices.ContainsFunc(sum.Outcomes, func(o response.Outcome) bool { return o.Aborts != r.write.Aborts }) {
		return false
	}
	cur, ok := r.pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root().FindNode(r.write.Call)
	if !ok {
		return false
	}
	results := r.writer.Signature().Results()
	switch p := cur.Parent().Node().(type) {
	case *ast.ExprStmt:
		return results.Len() == 0
	case *ast.ReturnStmt:
		return len(p.Results) == 1 && results.Len() == 1 && types.Identical(results.At(0).Type(), r.pass.TypesInfo.TypeOf(r.write.Call))
	}
	return false
}

// findMessage finds the source of what the call tells its client: the text that
// it sends, or the only text in the value that it encodes. A response without a
// body tells what its status is called.
func (r *replacement) findMessage(row frameworks.Writer) bool {
	args := r.write.Call.Args
	switch {
	case row.Kind == frameworks.BodyEmpty:
		name, ok := r.imported("net/http")
		r.message = name + ".StatusText(" + r.source(r.status) + ")"
		return ok
	case row.Body == response.None || row.Body >= len(args):
		return false
	case row.Kind == frameworks.BodyText && (!row.FormatsBody || len(args) == row.Body+1):
		if row.FormatsBody && strings.Contains(r.source(args[row.Body]), "%") {
			return false
		}
		return r.text(args[row.Body])
	case row.Kind == frameworks.BodyJSON:
		lit, ok := ast.Unparen(args[row.Body]).(*ast.CompositeLit)
		if !ok || len(lit.Elts) != 1 {
			return false
		}
		kv, ok := lit.Elts[0].(*ast.KeyValueExpr)
		return ok && r.text(kv.Value)
	}
	return false
}

// text takes e as the message, if it is a string.
func (r *replacement) text(e ast.Expr) bool {
	t := r.pass.TypesInfo.TypeOf(e)
	if t == nil || !types.AssignableTo(t, types.Typ[types.String]) {
		return false
	}
	r.message = r.source(e)
	return true
}

func (r *replacement) source(e ast.Expr) string {
	var b bytes.Buffer
	if err := format.Node(&b, r.pass.Fset, e); err != nil {
		return ""
	}
	return b.String()
}

// call returns the source of the writer's call. Its parameters are the response
// and the request, a number for the status, and one string for the message.
func (r *replacement) call() (string, bool) {
	sig := r.writer.Signature()
	params := sig.Params()
	if sig.Recv() != nil || sig.TypeParams().Len() > 0 {
		return "", false
	}
	var args []string
	status, message := false, false
	for i := range params.Len() {
		if sig.Variadic() && i == params.Len()-1 {
			break
		}
		arg, ok := "", false
		switch t := params.At(i).Type(); {
		case isInteger(t) && !status:
			status, arg, ok = true, r.source(r.status), true
		case isString(t) && !message:
			message, arg, ok = true, r.message, true
		default:
			arg, ok = r.inScope(t)
		}
		if !ok {
			return "", false
		}
		args = append(args, arg)
	}
	name, ok := r.name()
	return name + "(" + strings.Join(args, ", ") + ")", ok && status && message
}

func isInteger(t types.Type) bool { return types.Identical(t, types.Typ[types.Int]) }

func isString(t types.Type) bool { return types.Identical(t, types.Typ[types.String]) }

// inScope returns the one parameter of the functions round the call that has type
// t, a response or a request; ok is false if there is none of that name here.
func (r *replacement) inScope(t types.Type) (name string, ok bool) {
	if !frameworks.IsContext(frameworks.TypeOf(t)) {
		return "", false
	}
	scope := r.pass.Pkg.Scope().Innermost(r.write.Call.Pos())
	for s := scope; s != nil && s != r.pass.Pkg.Scope(); s = s.Parent() {
		for _, n := range s.Names() {
			v, isVar := s.Lookup(n).(*types.Var)
			if !isVar || n == "_" || !types.Identical(v.Type(), t) {
				continue
			}
			if _, found := scope.LookupParent(n, r.write.Call.Pos()); found == v {
				return n, true
			}
		}
	}
	return "", false
}

// name returns the writer as the file calls it, and notes the import that it
// needs.
func (r *replacement) name() (string, bool) {
	pkg := r.writer.Pkg()
	if pkg == r.pass.Pkg {
		_, obj := r.scope().LookupParent(r.writer.Name(), r.write.Call.Pos())
		return r.writer.Name(), obj == r.writer
	}
	if name, ok := r.imported(pkg.Path()); ok {
		return name + "." + r.writer.Name(), true
	}
	if _, obj := r.scope().LookupParent(pkg.Name(), r.write.Call.Pos()); obj != nil {
		return "", false // the name is taken
	}
	return pkg.Name() + "." + r.writer.Name(), r.addImport(pkg.Path())
}

func (r *replacement) scope() *types.Scope {
	return r.pass.Pkg.Scope().Innermost(r.write.Call.Pos())
}

// imported returns the name by which the file calls the package, if nothing else
// has it here.
func (r *replacement) imported(path string) (string, bool) {
	for _, spec := range r.file.Imports {
		if p, err := strconv.Unquote(spec.Path.Value); err != nil || p != path {
			continue
		}
		obj := r.pass.TypesInfo.PkgNameOf(spec)
		if obj == nil || obj.Name() == "_" || obj.Name() == "." {
			return "", false
		}
		_, found := r.scope().LookupParent(obj.Name(), r.write.Call.Pos())
		return obj.Name(), found == obj
	}
	return "", false
}

// addImport adds an import to the file's list, behind the last one that sorts
// before it among those of the last group.
func (r *replacement) addImport(path string) bool {
	i := slices.IndexFunc(r.file.Decls, func(d ast.Decl) bool {
		g, ok := d.(*ast.GenDecl)
		return ok && g.Tok == token.IMPORT && g.Lparen.IsValid() && len(g.Specs) > 0
	})
	if i < 0 {
		return false
	}
	specs := r.file.Decls[i].(*ast.GenDecl).Specs
	line := func(n ast.Node) int { return r.pass.Fset.Position(n.Pos()).Line }
	group := len(specs) - 1
	for group > 0 && line(specs[group])-line(specs[group-1]) == 1 {
		group--
	}
	text := fmt.Sprintf("\n\t%q", path)
	for j := len(specs) - 1; j >= group; j-- {
		if p, err := strconv.Unquote(specs[j].(*ast.ImportSpec).Path.Value); err == nil && p < path {
			r.imports = []analysis.TextEdit{{Pos: specs[j].End(), End: specs[j].End(), NewText: []byte(text)}}
			return true
		}
	}
	at := specs[group].Pos()
	r.imports = []analysis.TextEdit{{Pos: at, End: at, NewText: []byte(strings.TrimPrefix(text, "\n\t") + "\n\t")}}
	return true
}
