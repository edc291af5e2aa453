// Package errortext summarises where the text of errors, panics and stacks goes:
// which results of a function carry it, which parameters a function sends to the
// client with which status, and which responses with a server error have it in
// their body.
//
// It follows paths, not just values: the text and the status of a response are
// looked for together, backwards from the call that writes. A function that
// replaces the text where the status is 500 therefore sends none.
package errortext

import (
	"go/ast"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/errorvalue"
	"github.com/prodvet/prodvet/internal/summary/response"
	"github.com/prodvet/prodvet/internal/values"
)

// Analyzer computes the summaries. Its result is a *Result; it reports nothing.
var Analyzer = &analysis.Analyzer{
	Name:       "prodvet_errortext",
	Doc:        "summarise where the text of errors goes",
	Requires:   []*analysis.Analyzer{inspect.Analyzer, response.Analyzer, errorvalue.Analyzer, values.Analyzer},
	Run:        run,
	FactTypes:  []analysis.Fact{new(Flows), new(Package)},
	ResultType: reflect.TypeFor[*Result](),
}

// None stands for "no parameter", "no result"; Receiver is the index of a
// method's receiver among its parameters.
const (
	None     = frameworks.None
	Receiver = -2
)

// Kind says what a text is of.
type Kind int

const (
	OfParam Kind = iota // of a parameter: the caller knows
	OfError
	OfPanic
	OfStack
)

// Flows is the fact about a function through which texts of errors go. A
// function without results that carry any, and with a Flows, makes its errors
// of texts of its own.
type Flows struct {
	Module  string
	Carries []Carry
	Sends   []Send
	Stores  []Store
	Codes   []Code
	// Vague: not all of its results could be followed.
	Vague bool
}

func (*Flows) AFact() {}

// Package is the fact about a package whose functions, or those of one that it
// imports, make responses of error values.
type Package struct {
	Shows, Hides []frameworks.Type // see Result
}

func (*Package) AFact() {}

// Carry says that a result has a text in it.
type Carry struct {
	Result int
	Kind   Kind
	Param  int    // whose text it is, if Kind is OfParam
	Raw    bool   // it is the error itself
	With   int    // index of the result that is a status then, or None
	Status Status // what that is
}

// Send says that the text of a parameter gets into the body of a response.
type Send struct {
	Param  int
	Raw    bool // as a value that is encoded, and not as text
	Status Status
	// Framework or a function of the project that is given a Carrier makes the
	// response; nobody else does if both are empty.
	Framework string
	Carrier   frameworks.Type
}

// Store says that the text of a parameter gets into another parameter.
type Store struct{ From, To int }

// Code says what constants a result can be.
type Code struct {
	Result int
	Codes  []int
}

// Status is the status that goes with a text.
type Status struct {
	Codes    []int // the constants that it can be
	Param    int   // or the parameter that it is, or None
	Implicit bool  // or that of an earlier call
	// Low, High and Not bound what a parameter can be where the text is sent.
	Low, High int
	Not       []int
}

// Leak is a place where a response with a status of 500 to 599 is given a text
// that says what went wrong inside.
type Leak struct {
	Expr   ast.Expr // writes the response, or makes or returns the error value of which one is made
	Kind   Kind
	Status []int
	// Said is the expression that has the text, as the user wrote it, and Of
	// the function that it comes from, or "".
	Said, Of string
	// Via is the project's function that is given the error and makes a text of
	// it, or sends it; nil if none does.
	Via *types.Func
	// Param is the function's own parameter of type error that has the text, or
	// nil.
	Param *types.Var
	Fn    *types.Func // the function around it, if it is a declaration
	// Raw: the error itself is encoded, not its text.
	Raw bool
	// Carrier is the project's type of the value that is made, and Framework the
	// name of the framework that makes the response of it, if either does. Known
	// says that it is known who does; otherwise the link step decides.
	Carrier   *types.TypeName
	Framework string
	Known     bool
	Returned  bool // it is an error like any other, which a handler returns
}

// Result is what Analyzer found in one package.
type Result struct {
	Leaks []*Leak
	// Takers are the package's functions that can be a Leak's Via.
	Takers []*types.Func
	// Shows are the types of error values whose text the package sends with the
	// status that the value holds, whatever that is; Hides are those whose text it
	// replaces where the status is a server error's.
	Shows, Hides []*types.TypeName

	at    map[ast.Expr]bool
	names map[frameworks.Type]string
}

// At reports whether e is the place of a Leak.
func (r *Result) At(e ast.Expr) bool { return r.at[e] }

func run(pass *analysis.Pass) (any, error) {
	b := newBuilder(pass)
	if frameworks.Standard(pass) {
		return b.result, nil
	}
	b.index()
	b.summarise()
	return b.result, nil
}
