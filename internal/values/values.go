// Package values tells where a value comes from, as far as one package and what
// it knows of others can tell: through constants, variables, struct fields, calls
// with their arguments, and what is made of texts and lists on the way; and which
// code runs in development only.
//
// A View looks at a package as it runs in production: what is written in
// development only does not count there. By default, the environment is empty,
// flags, keys of configuration libraries and tagged fields have their defaults;
// as configured, the files of an environment come before these.
package values

import (
	"go/ast"
	"go/types"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/settings"
)

// Analyzer gives the rules that require it a *Result. It has no configuration
// and does nothing until a rule asks.
var Analyzer = &analysis.Analyzer{
	Name:       "prodvet_values",
	Doc:        "where values come from, for the rules that ask",
	Requires:   []*analysis.Analyzer{inspect.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[*Result](),
}

// Result knows the assignments of one package. It is safe for concurrent use.
type Result struct {
	pkg    *types.Package
	module string // path of the package's module, or ""
	info   *types.Info
	root   inspector.Cursor
	index  func() *index
	keyed  func() *keyed
}

func run(pass *analysis.Pass) (any, error) {
	r := &Result{
		pkg:  pass.Pkg,
		info: pass.TypesInfo,
		root: pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root(),
	}
	if pass.Module != nil {
		r.module = pass.Module.Path
	}
	r.index = sync.OnceValue(func() *index { return newIndex(pass, r.root) })
	r.keyed = sync.OnceValue(func() *keyed { return newKeyed(r) })
	return r, nil
}

// place is a piece of code in the call or loop that is being looked into.
type place struct {
	frame *frame
	cur   inspector.Cursor
}

// View is a package as it runs in production. It is not safe for concurrent
// use; each rule has its own.
type View struct {
	*Result
	development map[string]bool
	harmless    map[string]bool
	byDefault   bool
	opposite    bool                  // what runs in development counts, what runs in production only does not
	foreign     Foreign               // may be nil
	unbound     bool                  // parameters are not followed to all calls
	env         *settings.Environment // nil unless the view is of an environment

	inDev   map[*ast.FuncDecl]bool // by usedInDevelopment, known or being found out
	reached map[reachingKey]reachingWrites
	skipped map[place]bool   // by Skipped, known or being found out
	frame   *frame           // the call or loop that is being looked into
	busy    map[busyKey]bool // what is being resolved: assignments in a circle end here
	steps   int              // taken since the outermost question
}

// Production returns a view of the package. Names in development, written
// "pkg/path.Name" or "pkg/path.Type.Name", are functions, variables and fields
// that are true in development only. Methods in harmless, written the same,
// leave the fields that the caller asks about alone, although they are called
// through a pointer.
func (r *Result) Production(development, harmless []string) *View {
	v := &View{
		Result:      r,
		development: make(map[string]bool),
		harmless:    make(map[string]bool),
		inDev:       make(map[*ast.FuncDecl]bool),
		reached:     make(map[reachingKey]reachingWrites),
		skipped:     make(map[place]bool),
		busy:        make(map[busyKey]bool),
	}
	for _, name := range development {
		v.development[name] = true
	}
	for _, name := range harmless {
		v.harmless[name] = true
	}
	return v
}

// fresh returns a copy of v that has yet to find out what depends on the view.
func (v *View) fresh() *View {
	d := *v
	d.reached = make(map[reachingKey]reachingWrites)
	d.skipped = make(map[place]bool)
	d.busy = make(map[busyKey]bool)
	return &d
}

// At returns the cursor of n, a node of the package. It is not valid for
// a node of a test file or of another package.
func (r *Result) At(n ast.Node) inspector.Cursor {
	c, ok := r.root.FindByPos(n.Pos(), n.End())
	if !ok {
		return inspector.Cursor{}
	}
	return c
}
