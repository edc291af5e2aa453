package processexit

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// Ends reports whether call ends the process, or the goroutine, whatever
// happens before. The place is that of the call that does so in the function
// that is called, if that is known.
func (r *Result) Ends(call *ast.CallExpr) (Ending, bool) {
	fn := r.function(call.Fun)
	if fn == nil {
		return Ending{}, false
	}
	for _, row := range frameworks.Exits(frameworks.FuncOf(fn)) {
		if how, ok := r.applies(row, call); ok && how != frameworks.Panics {
			return Ending{How: how}, true
		}
	}
	if r.kills(fn, call) {
		return Ending{How: frameworks.Kills}, true
	}
	f := r.fact(fn)
	if f.Ends != nil {
		return *f.Ends, true
	}
	for _, l := range f.Levels {
		if arg := r.argument(call, l.Param); arg != nil && r.constant(arg) == l.Value {
			return l.Ending, true
		}
	}
	return Ending{}, false
}

// EndsAsValue is Ends for a function that is not called but given to another.
func (r *Result) EndsAsValue(e ast.Expr) (Ending, bool) {
	if _, ok := r.info.TypeOf(e).Underlying().(*types.Signature); !ok {
		return Ending{}, false
	}
	fn := r.function(e)
	if fn == nil {
		return Ending{}, false
	}
	for _, row := range frameworks.Exits(frameworks.FuncOf(fn)) {
		if row.On == nil && row.Level == "" && row.How != frameworks.Panics && !r.hooked[row.Pkg] {
			return Ending{How: row.How}, true
		}
	}
	if f := r.fact(fn); f.Ends != nil {
		return *f.Ends, true
	}
	return Ending{}, false
}

// applies reports whether a row of the tables is about call, and what it does.
func (r *Result) applies(row frameworks.Exit, call *ast.CallExpr) (frameworks.How, bool) {
	if row.Level != "" {
		if arg := r.argument(call, 0); arg == nil || r.constant(arg) != row.Level {
			return 0, false
		}
	}
	if row.On != nil && r.startOf(call, row.On) == nil {
		return 0, false
	}
	how := row.How
	if how == frameworks.LogsFatal || how == frameworks.ExitsProcess {
		return r.instead(call, row)
	}
	return how, true
}

// startOf returns the call of one of the functions of which the receiver of
// call comes, by methods of the receiver's type and variables that are set
// once.
func (r *Result) startOf(call *ast.CallExpr, on []frameworks.Func) *ast.CallExpr {
	for range 32 {
		recv := r.receiver(call.Fun)
		if recv == nil {
			return nil
		}
		next, ok := r.resolve(recv).(*ast.CallExpr)
		if !ok {
			return nil
		}
		if slices.Contains(on, frameworks.FuncOf(r.function(next.Fun))) {
			return next
		}
		call = next
	}
	return nil
}

// Start returns the call of zerolog's Fatal at the start of a chain of calls
// that ends the process, nil if call is no such chain.
func (r *Result) Start(call *ast.CallExpr) *ast.CallExpr {
	for _, row := range frameworks.Exits(frameworks.FuncOf(r.function(call.Fun))) {
		if row.On != nil && row.How != frameworks.Panics {
			if start := r.startOf(call, row.On); start != nil {
				return start
			}
		}
	}
	return nil
}

// instead says what a library's function does, of which the table says that it
// ends the process, if the package uses one of the library's hooks. What a hook
// is for is told by the logger's construction, where the package shows it.
func (r *Result) instead(call *ast.CallExpr, row frameworks.Exit) (frameworks.How, bool) {
	if !r.hooked[row.Pkg] {
		return row.How, true
	}
	for _, h := range frameworks.ExitHooks(row.Pkg) {
		if h.Instead == nil {
			return 0, false // it is for all calls
		}
	}
	recv := r.receiver(call.Fun)
	if recv == nil {
		return 0, false
	}
	for range 32 {
		c, ok := r.resolve(recv).(*ast.CallExpr)
		if !ok {
			return 0, false // from somewhere else: it may have the hook
		}
		for _, arg := range c.Args {
			if how, known, isHook := r.hook(arg, row.Pkg); isHook {
				return how, known
			}
		}
		recv = r.receiver(c.Fun)
		if recv == nil { // a constructor
			fn := r.function(c.Fun)
			return row.How, fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == row.Pkg
		}
	}
	return 0, false
}

// hook says what the option e of the library makes of its functions.
func (r *Result) hook(e ast.Expr, pkg string) (how frameworks.How, known, isHook bool) {
	call, ok := r.resolve(e).(*ast.CallExpr)
	if !ok {
		return 0, false, false
	}
	id := frameworks.FuncOf(r.function(call.Fun))
	for _, h := range frameworks.ExitHooks(pkg) {
		if h.Func != id || len(call.Args) != 1 {
			continue
		}
		obj := expr.Object(r.info, r.resolve(call.Args[0]))
		if obj == nil || obj.Pkg() == nil {
			return 0, false, true
		}
		how, known := h.Instead[frameworks.Func{Pkg: obj.Pkg().Path(), Name: obj.Name()}]
		return how, known, true
	}
	return 0, false, false
}

// argument returns what call gives for parameter i of its callee, nil if that is
// not one expression.
func (r *Result) argument(call *ast.CallExpr, i int) ast.Expr {
	if args := r.recovery.Arguments(call, i); len(args) == 1 {
		return args[0]
	}
	return nil
}

// named returns the exact constant that e names, "" if it names none.
func (r *Result) named(e ast.Expr) string {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if c, ok := r.info.Uses[e].(*types.Const); ok && c.Pkg() != nil { // not true or false
			return r.constant(e)
		}
	case *ast.SelectorExpr:
		return r.constant(e)
	}
	return ""
}

// constant returns the exact constant that e is, "" if it is none.
func (r *Result) constant(e ast.Expr) string {
	if v := r.info.Types[e].Value; v != nil && v.Kind() != constant.Unknown {
		return v.ExactString()
	}
	return ""
}
