// Package origins tells what an origin check lets in. It tries origins on the
// check and never reads it for its syntax: functions of the package under
// analysis are interpreted, matchers of libraries are called.
//
// The interpreter is partial. A value that it does not know is unknown, and so
// is what is made of it, except where && and || do without it. What a program
// is configured with is not known either; a check is judged under each of the
// answers that it may get, and what is said of it holds under all of those
// under which it lets anybody in:
//
//   - a text that an origin is compared with is one of "https://trusted.example",
//     "trusted.example" and ".trusted.example", or one of the values that the
//     package gives it; an unknown list, or map of texts, has one such element;
//   - a switch, a condition that has nothing to do with the origin, is on or
//     off. A check that lets everyone in when a switch is on, and nobody
//     otherwise, is unknown, unless it is the request's method or path that
//     switches. What tells development is off.
//
// Anything else, such as the host that the client names, is unknown.
//
// The interpreter runs functions and closures of the package, with structs,
// lists, maps, all control flow but goto, select and type switches, and what is
// used on origins of strings, slices, sort, regexp, net/url, path, fmt and net; a
// regular expression that is made of the configuration is unknown unless that is
// quoted. TestAgreesWithGo holds it against compiled programs.
//
// What is tried are serialised origins, scheme://host or scheme://host:port,
// made of the texts and regular expressions that the check compares origins
// with. Somebody is a stranger whose registrable domain is not that of a host
// that is named; hosts under a shared suffix such as vercel.app each are one. A
// check is loose if a stranger gets in and an origin that is meant to does.
package origins

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/values"
)

// Evaluator interprets the origin checks of one package. It is not safe for
// concurrent use; each rule has its own.
type Evaluator struct {
	view *values.View
	info *types.Info
	defs map[*types.Var]definition // by definitions

	library map[string]libraryFunc
	memo
}

// New returns an evaluator of the package that view looks at.
func New(view *values.View, info *types.Info) *Evaluator {
	return &Evaluator{view: view, info: info, library: libraryFuncs(), memo: newMemo()}
}

// Check is something that decides about origins. The zero Check is unknown.
type Check struct {
	try     func(*trial) truth
	texts   []string // what is known to be compared with an origin
	pattern bool     // texts are patterns of a library
}

// Func returns the check that a function makes: a literal, the name of
// a function or method, a method value such as re.MatchString, a variable or
// field with one of these, or a call that returns one. The origin is its last
// parameter of type string. It is let in if the results, as far as there are any
// of these types, are true, a nil error, and the origin or "*".
func (e *Evaluator) Func(fn ast.Expr) Check {
	return Check{try: func(t *trial) truth {
		r := newRun(e, t, nil)
		f := r.eval(r.root(), fn)
		args, ok := r.originArguments(e.info.TypeOf(fn))
		if !ok {
			return unsure
		}
		return r.admits(r.invoke(f, args, fn))
	}}
}

// Cond returns the check that all of conds make, which stand in one function;
// isOrigin says whether an expression that is not a variable of that function is
// the origin. Reached sees more: use it where there is a place in the code.
func (e *Evaluator) Cond(conds []values.Condition, isOrigin func(ast.Expr) bool) Check {
	return Check{try: func(t *trial) truth {
		r := newRun(e, t, isOrigin)
		r.inPlace = true
		all := yes
		for _, c := range conds {
			all = and(all, r.condition(r.root(), c))
		}
		return r.result(all)
	}}
}

// Reached returns the check that code makes before the node at cur runs: an origin
// is let in if cur is reached when the function around it has it, and value, an
// expression at cur unless it is nil, then is the origin or "*". It is the
// innermost function, run from its start; isOrigin says whether an expression
// in it, other than a variable with a value of that function, is the origin.
func (e *Evaluator) Reached(cur inspector.Cursor, value ast.Expr, isOrigin func(ast.Expr) bool) Check {
	if !cur.Valid() {
		return Check{}
	}
	return Check{try: func(t *trial) truth {
		r := newRun(e, t, isOrigin)
		r.target, r.sent = cur.Node(), value
		for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
			r.enter(c)
			return r.result(r.reached)
		}
		return unsure
	}}
}

// Pattern returns the check that a library makes with patterns: match is how it
// compares an origin with texts, which name the hosts.
func Pattern(texts []string, match func(origin string) bool) Check {
	return Check{texts: texts, pattern: true, try: func(t *trial) truth { return truthOf(match(t.origin)) }}
}

// truth is true, false or unknown.
type truth int8

const (
	unsure truth = iota
	no
	yes
)

func truthOf(b bool) truth {
	if b {
		return yes
	}
	return no
}

func not(t truth) truth {
	switch t {
	case yes:
		return no
	case no:
		return yes
	}
	return unsure
}

func and(a, b truth) truth {
	switch {
	case a == no || b == no:
		return no
	case a == yes && b == yes:
		return yes
	}
	return unsure
}

func or(a, b truth) truth { return not(and(not(a), not(b))) }

// condition evaluates a condition of package values.
func (r *run) condition(f *frame, c values.Condition) truth {
	var is truth
	switch {
	case c.Cases == nil && c.Expr == nil:
		return unsure
	case c.Cases == nil:
		is = r.truth(f, c.Expr)
	case c.Expr == nil:
		is = no
		for _, e := range c.Cases {
			is = or(is, r.truth(f, e))
		}
	default:
		is = no
		tag := r.eval(f, c.Expr)
		for _, e := range c.Cases {
			is = or(is, r.isCase(c.Expr, e, r.compare(token.EQL, tag, r.eval(f, e))))
		}
	}
	if !c.Holds {
		is = not(is)
	}
	return is
}
