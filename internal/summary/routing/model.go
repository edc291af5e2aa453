package routing

import (
	"go/token"
	"go/types"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/symbols"
)

// None stands for no router and for no parameter.
const None = -1

// Registration is what one function does, in order, to the routers that it
// makes, is given, or reaches through fields. It is also the fact that the
// function's callers in other packages read.
type Registration struct {
	Routers []Router
	Events  []Event
	// Results has, for each result of the function, the router that it
	// returns there, or None.
	Results []int
}

// AFact marks Registration as a fact about a *types.Func.
func (*Registration) AFact() {}

// Origin says how a function comes to a router.
type Origin int

const (
	// FromElsewhere is a router about whose past nothing is known.
	FromElsewhere Origin = iota
	// FromParam is a parameter, the receiver, or a field reached from one.
	FromParam
	// Made is a router that a constructor of the framework returned.
	Made
	// Derived is a group or sub-router, or a handler that wraps another.
	Derived
)

// Router is one router (or a handler that is one, or wraps one) of a
// Registration.
type Router struct {
	Origin   Origin
	Type     frameworks.Type           // of the tables; zero for a handler
	Recovers bool                      // made by a constructor that registers recovery itself
	Runs     frameworks.MiddlewareKind // what the middleware is for that its constructor registers
	Opaque   bool                      // made with a configuration that is not seen
	Func     frameworks.Func           // the constructor, of one that is made
	Inline   bool                      // a chi inline router (With, Group), whose routes are its parent's

	// Param is, for FromParam, the parameter: 0 is the first, None the
	// receiver. Path is the field path from it, "" for the parameter itself.
	Param int
	Path  string

	// Methods are the HTTP methods that its routes are for; empty for all.
	Methods []string

	// Maker says, for Made, where: "example.com/api/router.go:24". Made is the call
	// there, as the source has it.
	Maker, Made string

	// Parent is, for Derived, the router that it was derived from.
	Parent int

	// Name is how the source calls it: a variable, or the call that made it.
	Name  string
	named bool // Name is a variable of the analysed package

	// holder is the field or package-level variable that the source reads it
	// from.
	holder *types.Var

	site
}

// Table returns the router's row of the tables and the framework; nil if it is
// a handler.
func (r Router) Table() (*frameworks.Router, *frameworks.Framework) {
	return frameworks.RouterNamed(r.Type)
}

// LateUse says what a Use means for the routes that the router has already. For
// a handler it is what a further handler around it means.
func (r Router) LateUse() frameworks.LateUse {
	if t, _ := r.Table(); t != nil {
		return t.LateUse
	}
	return frameworks.LateUseApplies
}

// Op is what happens to a router.
type Op int

const (
	Make     Op = iota + 1 // a constructor returns it
	Use                    // middleware is registered
	Derive                 // Child is derived from it, with Middleware of its own
	Route                  // a route is registered
	NotFound               // a handler is set for what no route is for, or what else Sets says
	Mount                  // Child is attached below a pattern
	Wrap                   // Child is a handler that runs Middleware around it
	Serve                  // a server is given it
	Store                  // it is kept where code that is not seen can reach it
	Errors                 // its central error handler is set
	Escape                 // code that is not known is given it, and may register anything
	Enable                 // it is told to answer by itself on the occasions in Sets
	Pages                  // it is told how to render pages
)

// Event is one thing that happens to a router.
type Event struct {
	Op     Op
	Router int
	Child  int // of Derive, Mount and Wrap; else None

	// When are the conditions under which it happens.
	When []Arm

	// Middleware are the arguments of Use, Derive and Wrap, outermost first; of a
	// Route those that are for it alone.
	Middleware []Middleware

	// Path is the path of a Route, NotFound, Derive or Mount below that of the router: a
	// constant, or an expression as the source has it in braces.
	Path string
	// Method and Handler are those of a Route, as far as they are known, and Funcs
	// the functions that Handler stands for.
	Method, Handler string
	Funcs           []symbols.Symbol

	// Name says what the source wrote: `GET "/users"` of a route, the call of
	// anything else.
	Name string

	// Of Use only: Outside of all other middleware and on all routes, whenever it
	// comes.
	Outside bool
	ForPath bool // of Use only: for the requests below a path

	// Sets are the occasions that a NotFound or Enable is about.
	Sets frameworks.Occasion

	// Whole, of a Mount: the router below gets the whole path of the request, as it
	// is, and so has the path of the mount in its routes' own.
	Whole bool

	// Answers is, of a NotFound, what its handler is for; everything if that is not
	// known.
	Answers frameworks.MiddlewareKind

	// Chi's With and Group freeze a router that is not Inline; so do routes.
	Freezes bool

	// Of routes only:
	Deliberate bool // health, metrics, profiles, static files
	Recovers   bool // a handler of the route recovers by itself
	AddsErrors bool // a handler of the route calls gin's Context.Error
	Files      bool // files are the answer
	Pages      bool // HTML is the answer, or can be

	holder *types.Var // of Store: where it is kept, nil if that has no name
	site
}

// Holder returns the field or package-level variable that the router is read
// from; nil if it is neither, or another package's.
func (r Router) Holder() *types.Var { return r.holder }

// Holder returns the field or package-level variable that a Store event puts
// the router into; nil if it has no name.
func (e Event) Holder() *types.Var { return e.holder }

// Arm is one way out of a branch: the case taken at a branch of the function.
type Arm struct{ Branch, Case int }

// Middleware is one middleware expression.
type Middleware struct {
	Func     frameworks.Func // the function that is, or returns, it; zero if none is known
	Name     string          // how the source calls it
	Recovers bool            // it recovers panics of what it runs around
	Errors   bool            // it turns gin's Context.Errors into responses
	Collects bool            // it adds panics to gin's Context.Errors, and does not answer them
	Unknown  bool            // what it does cannot be seen
	Kind     frameworks.MiddlewareKind
	Panics   string // the evident panic in its own frame, "" if there is none

	// Ends says that no handler behind it runs: it answers and, in a framework
	// where it would have to run the next handler itself, does not.
	Ends bool

	// Field says that it is a field of the router, as httprouter's PanicHandler:
	// it has its place inside all that wraps the router.
	Field bool

	path bool // it is no middleware but the path for which the others are

	site
}

// site says where something is written. It does not travel in facts: what
// comes from another package stands at the call that brought it.
type site struct {
	pos, end token.Pos
	call     *callSite // the outermost call that brought it from another package, or nil
}

// callSite is a call of a function of another package.
type callSite struct {
	name     string
	pos, end token.Pos
}

// Pos returns where it is written, in the package that is analysed.
func (s site) Pos() token.Pos { return s.pos }

// End returns the end of what Pos points to.
func (s site) End() token.Pos { return s.end }

// From returns the name of the function of another package that did it, as the
// call at Pos writes it, or "".
func (s site) From() string {
	if s.call == nil {
		return ""
	}
	return s.call.name
}

// SameCall reports whether one call of a function of another package brought
// both: then they are that package's business.
func (s site) SameCall(t site) bool { return s.call != nil && s.call == t.call }

// Site returns where it is written.
func (s site) Site() site { return s }

// Exclusive reports whether no run of the function has both a and b.
func Exclusive(a, b []Arm) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Branch == y.Branch && x.Case != y.Case {
				return true
			}
		}
	}
	return false
}

// Implies reports whether every run that has a also has b: b has no condition
// that a lacks.
func Implies(a, b []Arm) bool {
	for _, y := range b {
		found := false
		for _, x := range a {
			found = found || x == y
		}
		if !found {
			return false
		}
	}
	return true
}

// Together reports whether a and b happen in one run whenever one particular
// of them does. Conditions that merely do not exclude each other are not
// enough: `if dev { r.Get(…) }; if !dev { r.Use(…) }`.
func Together(a, b []Arm) bool {
	return !Exclusive(a, b) && (Implies(a, b) || Implies(b, a))
}

// add appends r and returns its index.
func (reg *Registration) add(r Router) int {
	reg.Routers = append(reg.Routers, r)
	return len(reg.Routers) - 1
}

// Root returns the router that r was derived from, by groups and wrappers.
func (reg *Registration) Root(r int) int {
	for reg.Routers[r].Origin == Derived {
		r = reg.Routers[r].Parent
	}
	return r
}
