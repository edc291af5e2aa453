package missingreturn

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/response"
)

// answer is a call that surely answers, with an error, a redirect or a whole
// response in JSON, or begins to.
type answer struct {
	call *ast.CallExpr
	k    known // when it has answered
	// status: it has set the status, and sent it if sent; the body may follow.
	status, sent bool
	whole        bool // it is meant to be all of the answer
	redirect     bool
	aborts       bool
	// given: it answers only if this error is not nil.
	given ast.Expr
	json  bool
	// any: nothing tells that it is an error. It is a whole response in JSON, of
	// which there can be one.
	any bool
	// onFailure: it answers only if it fails, and its error is ignored.
	onFailure bool
	codes     []int
}

// answerOf returns what a call answers with at which k is known, nil if it does
// not surely answer with an error. used says that the caller looks at what it
// returns.
func (v *visitor) answerOf(call *ast.CallExpr, k known, used bool) *answer {
	outs := v.response.Call(call)
	if len(outs) == 0 {
		return only(&answer{call: call, k: k, onFailure: true, aborts: true}, v.response.AnswersOnFailure(call) && !used)
	}
	a := v.sure(call, k, used)
	if a == nil {
		return nil
	}
	complete, errors, stream := true, true, false
	a.status, a.redirect = true, redirects(outs)
	for _, o := range outs {
		complete = complete && !o.StatusOnly && (!o.Status.Implicit || o.Errors)
		errors = errors && (o.Status.IsError() || o.Errors && o.Status.MayBeError() || o.Judged)
		stream = stream || o.Body.Kind == frameworks.BodyOther || slices.ContainsFunc(o.Status.Codes, func(c int) bool { return c < 200 })
		a.status = a.status && o.StatusOnly
		a.aborts = a.aborts || o.Aborts
		a.json = a.json || o.Body.Kind == frameworks.BodyJSON
		a.codes = append(a.codes, o.Status.Codes...)
	}
	switch {
	case a.status:
		a.sent = v.sends(call)
		w, known := v.response.Writer(call)
		a.whole = known && (!w.StatusOnly || w.Aborts)
		return only(a, errors)
	case !complete:
		return nil
	}
	failing := a.given != nil || a.k.failing() || v.givenError(call) && mayBeError(outs)
	fails := errors || a.redirect || failing && !stream
	a.any = !fails && !mayBeError(outs)
	return only(a, fails || a.json && !stream)
}

// sure returns an answer for a call that surely answers, on the way on which it
// does, nil if it is not sure or its caller is told.
func (v *visitor) sure(call *ast.CallExpr, k known, used bool) *answer {
	a := &answer{call: call, k: k}
	c := v.response.Certain(call)
	if c.Exits || used && v.tells(call) {
		return nil
	}
	if c.Always {
		return a
	}
	if c.NotNil == response.None || c.NotNil >= len(call.Args) {
		return nil
	}
	arg := call.Args[c.NotNil]
	switch v.made(k, arg) {
	case isNil:
		return nil
	case notNil:
	default:
		if used || v.results(call) > 0 {
			return nil
		}
		a.given = arg
	}
	a.k = v.set(k, arg, notNil)
	return a
}

func only(a *answer, ok bool) *answer {
	if !ok {
		return nil
	}
	return a
}

func mayBeError(outs []response.Outcome) bool {
	return !slices.ContainsFunc(outs, func(o response.Outcome) bool { return !o.Status.MayBeError() })
}

// redirects reports whether all outcomes are redirects.
func redirects(outs []response.Outcome) bool {
	return !slices.ContainsFunc(outs, func(o response.Outcome) bool {
		return len(o.Status.Codes) == 0 || slices.ContainsFunc(o.Status.Codes, func(c int) bool { return c < 300 || c > 399 || c == 304 })
	})
}

// sends reports whether a call that sets a status sends it at once, so that no
// later one counts.
func (v *visitor) sends(call *ast.CallExpr) bool {
	w, ok := v.response.Writer(call)
	if ok {
		if !w.StatusOnly || w.Aborts {
			return true
		}
		if w.Name != "WriteHeader" {
			return false
		}
	}
	r := v.responseOf(call)
	return r != nil && !frameworks.ChainGoesOn(frameworks.TypeOf(r.Type())) && (ok || writesItself(r.Type()))
}

// tells reports whether a call returns something other than an error, by which
// its caller is told whether to go on.
func (v *visitor) tells(call *ast.CallExpr) bool {
	sig, ok := v.pass.TypesInfo.TypeOf(call.Fun).(*types.Signature)
	return ok && sig.Results().Len() > 0 && !(sig.Results().Len() == 1 && expr.IsErrorType(sig.Results().At(0).Type()))
}

func (v *visitor) results(call *ast.CallExpr) int {
	sig, ok := v.pass.TypesInfo.TypeOf(call.Fun).(*types.Signature)
	if !ok {
		return 0
	}
	return sig.Results().Len()
}

// givenError reports whether a call hands an error to a parameter for one.
func (v *visitor) givenError(call *ast.CallExpr) bool {
	sig, ok := v.pass.TypesInfo.TypeOf(call.Fun).(*types.Signature)
	if !ok {
		return false
	}
	for i := range sig.Params().Len() {
		if expr.IsErrorType(sig.Params().At(i).Type()) && i < len(call.Args) && !v.pass.TypesInfo.Types[call.Args[i]].IsNil() {
			return true
		}
	}
	return false
}

// runsHandler reports whether a call runs another handler for the same request.
func (v *visitor) runsHandler(call *ast.CallExpr) bool {
	switch callee := typeutil.Callee(v.pass.TypesInfo, call).(type) {
	case *types.Func:
		if frameworks.RunsNext(frameworks.FuncOf(callee)) {
			return true
		}
		return callee.Name() == "ServeHTTP" && callee.Signature().Recv() != nil && v.responseOf(call) != nil
	case *types.Var:
		sig, ok := callee.Type().Underlying().(*types.Signature)
		return ok && v.takesContext(sig) && v.responseOf(call) != nil
	}
	return false
}

// takesContext reports whether a signature is a handler's: it takes a response
// and returns nothing, or an error at most.
func (v *visitor) takesContext(sig *types.Signature) bool {
	if sig.Results().Len() > 1 || sig.Results().Len() == 1 && !expr.IsErrorType(sig.Results().At(0).Type()) {
		return false
	}
	takes := false
	for i := range sig.Params().Len() {
		t := sig.Params().At(i).Type()
		if expr.IsErrorType(t) {
			return false // a hook for errors
		}
		takes = takes || v.response.IsResponse(t)
	}
	return takes
}

// responseOf returns the variable through which a call has the response, or nil.
func (v *visitor) responseOf(call *ast.CallExpr) *types.Var {
	for _, arg := range call.Args {
		if v.response.IsResponse(v.pass.TypesInfo.TypeOf(arg)) {
			return v.root(arg)
		}
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		return v.root(sel.X)
	}
	return nil
}

// asks reports whether a condition asks whether an answer was sent, or the chain
// was aborted.
func (v *visitor) asks(cond ast.Expr) bool {
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return !found
		}
		switch sel.Sel.Name {
		case "IsAborted", "IsStopped", "Written", "Committed":
			found = found || v.pass.TypesInfo.Selections[sel] != nil
		}
		if t := v.pass.TypesInfo.TypeOf(sel.X); t != nil && !types.IsInterface(t) && writesItself(t) {
			found = true // the project's own writer knows
		}
		return !found
	})
	return found
}

// writesItself reports whether t has net/http's WriteHeader.
func writesItself(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "WriteHeader")
	fn, ok := obj.(*types.Func)
	return ok && fn.Signature().Params().Len() == 1
}
