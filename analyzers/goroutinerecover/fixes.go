package goroutinerecover

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/summary/recovery"
)

// deferRecover returns the fix that recovers first in a goroutine's body: with
// the project's own recovering function, if exactly one is known that needs no
// arguments and its name means it there, and without any with the logger that
// the file uses.
func (v *visitor) deferRecover(body *ast.BlockStmt) []analysis.SuggestedFix {
	if len(body.List) == 0 {
		return nil
	}
	scope := v.pass.Pkg.Scope().Innermost(body.List[0].Pos())
	file := v.file(body.Pos())
	if scope == nil || file == nil {
		return nil
	}
	means := func(name string) types.Object {
		_, obj := scope.LookupParent(name, body.List[0].Pos())
		return obj
	}
	call, several := v.helper(file, means)
	switch {
	case call != "":
		return v.insertFirst(body, fmt.Sprintf("Defer %s first", call), fmt.Sprintf("defer %s()", call))
	case several || means("recover") != types.Universe.Lookup("recover"):
		return nil
	}
	if log := logCall(file, v.pass.TypesInfo, means); log != "" {
		return v.insertFirst(body, "Defer a recover that logs", "defer func() {\n\tif v := recover(); v != nil {\n\t\t"+log+"\n\t}\n}()")
	}
	return nil
}

// helper returns the project's recovering function as one calls it in the file:
// that of the package, or else that of a package of the module that the file
// imports. several says that there are more.
func (v *visitor) helper(file *ast.File, means func(string) types.Object) (call string, several bool) {
	own := v.recovery.Helpers(v.pass.Pkg)
	if len(own) > 0 {
		if len(own) == 1 && means(own[0].Name()) == types.Object(own[0]) {
			return own[0].Name(), false
		}
		return "", true
	}
	for _, spec := range file.Imports {
		pkg := v.pass.TypesInfo.PkgNameOf(spec)
		if pkg == nil || !v.recovery.SameModule(pkg.Imported()) {
			continue
		}
		for _, fn := range v.recovery.Helpers(pkg.Imported()) {
			if call != "" || pkg.Name() == "_" || pkg.Name() == "." || means(pkg.Name()) != types.Object(pkg) {
				return "", true
			}
			call = pkg.Name() + "." + fn.Name()
		}
	}
	return call, false
}

// loggers are the statements by which a recovered v is logged, with the package
// that has to be imported for it.
var loggers = []struct{ path, call string }{
	{"log", `.Printf("panic: %v", v)`},
	{"log/slog", `.Error("panic", "value", v)`},
	{"github.com/rs/zerolog/log", `.Error().Interface("value", v).Msg("panic")`},
	{"github.com/sirupsen/logrus", `.Errorf("panic: %v", v)`},
	{"k8s.io/klog/v2", `.Errorf("panic: %v", v)`},
}

// logCall returns a call of the logger that the file imports, "" if it imports
// none or several.
func logCall(file *ast.File, info *types.Info, means func(string) types.Object) (call string) {
	for _, spec := range file.Imports {
		pkg := info.PkgNameOf(spec)
		if pkg == nil {
			continue
		}
		for _, l := range loggers {
			if pkg.Imported().Path() != l.path {
				continue
			}
			if call != "" || means(pkg.Name()) != types.Object(pkg) {
				return ""
			}
			call = pkg.Name() + l.call
		}
	}
	return call
}

// file returns the file that pos is in.
func (v *visitor) file(pos token.Pos) *ast.File {
	for _, f := range v.pass.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return f
		}
	}
	return nil
}

// insertFirst returns a fix that makes text, which may have several lines, the
// first statement of the body.
func (v *visitor) insertFirst(body *ast.BlockStmt, message, text string) []analysis.SuggestedFix {
	pos := body.Lbrace + 1
	file := v.pass.Fset.File(body.Lbrace)
	if next := file.Line(body.Lbrace) + 1; next <= file.Line(body.List[0].Pos()) {
		// go func() { // comment
		// +	defer helper()
		//	// about work
		//	work()
		pos = file.LineStart(next)
		indent := strings.Repeat("\t", file.Position(body.List[0].Pos()).Column-1)
		text = indent + strings.ReplaceAll(text, "\n", "\n"+indent) + "\n"
	} else {
		// go func() { work() }()
		//            +++++++++++++++++
		line := strings.NewReplacer("{\n", "{ ", "\n", " ", "\t", "").Replace(text)
		text = " " + line + ";"
	}
	return []analysis.SuggestedFix{{
		Message:   message,
		TextEdits: []analysis.TextEdit{{Pos: pos, End: pos, NewText: []byte(text)}},
	}}
}

// repairDefer returns the fix for a defer that was meant to recover, where what
// was meant is beyond doubt.
func (v *visitor) repairDefer(x recovery.Ineffective) []analysis.SuggestedFix {
	call := x.Defer.Call
	switch x.Why {
	case recovery.DeferredBuiltin:
		// defer recover()
		//       -------
		//       +++++++++++++++++++++++++
		return []analysis.SuggestedFix{{
			Message:   "Call recover in a deferred function",
			TextEdits: []analysis.TextEdit{{Pos: call.Pos(), End: call.End(), NewText: []byte("func() { _ = recover() }()")}},
		}}
	case recovery.ReturnsRecoverer:
		// defer Recover(logger)
		//                      ++
		return []analysis.SuggestedFix{{
			Message:   "Defer the function that is returned",
			TextEdits: []analysis.TextEdit{{Pos: call.End(), End: call.End(), NewText: []byte("()")}},
		}}
	case recovery.NestedCall:
		return v.deferInner(x)
	}
	return nil
}

// deferInner turns `defer func() { helper() }()` into `defer helper()`, for a
// helper without arguments.
func (v *visitor) deferInner(x recovery.Ineffective) []analysis.SuggestedFix {
	lit, ok := ast.Unparen(x.Defer.Call.Fun).(*ast.FuncLit)
	if !ok || len(lit.Body.List) != 1 || len(x.Inner.Args) > 0 {
		return nil
	}
	s, ok := lit.Body.List[0].(*ast.ExprStmt)
	if !ok || s.X != ast.Expr(x.Inner) || v.commented(x.Defer) {
		return nil
	}
	return []analysis.SuggestedFix{{
		Message: "Defer it directly",
		TextEdits: []analysis.TextEdit{
			{Pos: x.Defer.Call.Pos(), End: x.Inner.Pos()},
			{Pos: x.Inner.End(), End: x.Defer.Call.End()},
		},
	}}
}

// commented reports whether a comment lies in n, which a fix would lose.
func (v *visitor) commented(n ast.Node) bool {
	for _, f := range v.pass.Files {
		if f.FileStart > n.Pos() || n.Pos() >= f.FileEnd {
			continue
		}
		for _, g := range f.Comments {
			if n.Pos() <= g.Pos() && g.Pos() < n.End() {
				return true
			}
		}
	}
	return false
}
