// Package frameworks holds what prodvet knows of packages whose source it does
// not analyse: the standard library, HTTP frameworks and CORS libraries.
//
// It is data. Each file describes one framework or library; to teach the suite
// a new one is to add a file here, to list it in All, and to add its fixtures.
// In-house code is never listed: it is learnt from its behaviour by
// internal/summary.
package frameworks

import (
	"go/types"
	"sync"
)

// Func identifies a package-level function or a method by what the type
// checker proves. It is comparable, so that tables can be maps.
type Func struct {
	Pkg  string // import path
	Recv string // receiver's type name without pointer; "" for a function
	Name string
}

// FuncOf returns the identity of fn. A method promoted from an embedded field
// has the identity of the type that declares it; a method of an interface has
// the interface's name. The zero Func is returned for nil, for builtins and for
// methods of unnamed types.
func FuncOf(fn *types.Func) Func {
	if fn == nil || fn.Pkg() == nil {
		return Func{}
	}
	f := Func{Pkg: fn.Pkg().Path(), Name: fn.Name()}
	recv := fn.Signature().Recv()
	if recv == nil {
		return f
	}
	f.Recv = TypeOf(recv.Type()).Name
	if f.Recv == "" {
		return Func{}
	}
	return f
}

// String returns the function as users write it in configuration:
// "pkg/path.Name" or "pkg/path.Type.Name".
func (f Func) String() string {
	if f.Recv == "" {
		return f.Pkg + "." + f.Name
	}
	return f.Pkg + "." + f.Recv + "." + f.Name
}

// Type identifies a named type.
type Type struct{ Pkg, Name string }

// TypeOf returns the identity of t, of what t points to, or of what t is an
// alias for; the zero Type if t is not a named type.
func TypeOf(t types.Type) Type {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, ok := t.(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return Type{}
	}
	return Type{n.Obj().Pkg().Path(), n.Obj().Name()}
}

// Framework is what is known of one package or of one family of packages.
type Framework struct {
	Name     string   // as its users say it: "chi", "gin"
	Packages []string // import paths that the tables speak about

	// Contexts are the parameter types by which a function is known to run
	// while a request is served.
	Contexts []Type

	// Next are the methods by which a handler runs the handlers behind it, and
	// Abort those after which Next runs none: gin's kind of chain. Where the next
	// handler is a parameter instead, there is none to list.
	Next, Abort []Func
	// ChainHandler is the type of handlers of a chain that goes on by itself when
	// one returns, and ChainContext what they are given: gin's and hertz's.
	ChainHandler, ChainContext Type

	// Collect are the methods by which a handler leaves an error to a middleware,
	// and Collected the fields in which that finds it, as if they were methods.
	Collect, Collected []Func
	// Stored are the functions that return what other code must have put into the
	// request's context.
	Stored []Func

	// Responses are the types by which a response is written. Those that have
	// the methods of http.ResponseWriter need no row.
	Responses []Type

	// Bodies are functions that return the io.Writer of a response's body.
	Bodies []Func

	// Handlers are the signatures of the functions that the framework calls with
	// a response, by their parameters; {"", "error"}, {"", "any"} and {"", "func"}
	// stand for types without a name. Results do not matter.
	Handlers [][]Type

	// Requests are further types of parameters by which a function is known to
	// serve a remote call. No response is written to them.
	Requests []Type

	// Services are what the names of methods begin with that generated code
	// gives to the types which serve remote calls embed: the methods that such a
	// type has in common with its embedded one are called for requests.
	Services []string

	// Commands are the parameter types by which a function is known to be a
	// command of a command line.
	Commands []Type

	Writers      []Writer     // functions that write to a response
	Renderers    []Renderer   // values that writers send
	Encoders     []Encoder    // types that encode values to a response
	Routers      []Router     // types on which routes and middleware are registered
	RouterFuncs  []RouterFunc // functions that register on a router
	RouteTypes   []RouteType  // types that describe routes
	RouteOptions []RouteOption
	Middlewares  []Middleware   // the package's own middleware
	Passes       []Func         // functions that return the handler that they are given, as another type
	Strips       []Func         // middleware that takes the front off the path of a request
	Lists        MiddlewareList // lists of middleware
	Servers      []Server       // functions that serve the handler that they are given
	Runners      []Runner       // functions that run their argument on another goroutine
	// RunnerFields are fields with functions that run on another goroutine.
	RunnerFields []RunnerField
	Recoverers   []Func // functions that recover when they are deferred
	CORS         *CORS  // a CORS library's configuration

	HeaderSetters []HeaderFunc // functions that set a header
	HeaderGetters []HeaderFunc // functions that read a header
	// ContentTypes are functions that set a response's content type, which is
	// their Value: whole, or the extension of a file of that type.
	ContentTypes []HeaderFunc

	// Harmless are functions that do not panic in practice, whatever they are
	// given: a goroutine of nothing else needs no recover. Without a name it is
	// all methods of a type, and without a type all of a package.
	Harmless []Func

	Errors *Errors // how handlers' errors become responses

	Answers  []Answer  // middleware that answers by itself, in its own form
	Settings []Setting // what says how the framework's routers answer

	BodyReads []BodyRead // functions that read a request's body
	// BodyBounds are methods that bound the body of the request that they are
	// called on.
	BodyBounds []Func
	// BodyMiddleware is what users write as the framework's own middleware that
	// bounds bodies.
	BodyMiddleware string
	BodyLimit      *BodyLimit // the limit of bodies that it has without being told
	Preflights     Preflights // what an OPTIONS request passes that no route is for

	Lifecycle *Lifecycle // how servers are started and stopped

	Exits     []Exit     // functions after which nothing runs
	ExitHooks []ExitHook // what makes them do something else
}

// All lists every framework and library, in a fixed order.
func All() []*Framework {
	return []*Framework{
		netHTTP, stdlib, chi, chiRender, gin, echo3, echo4, echo5, fiber2, fiber3, fasthttp, hertz, iris, beego, goframe, goZero, kratos,
		huma, negroni, negroni3, unrolledRender, httprouter, grpcGateway, twirp,
		middlewareLibraries, rsCORS, chiCORS, ginCORS, gorillaMux, gorillaHandlers, hertzCORS, jub0bsCORS,
		xsync,
		conc, ants, pond1, pond2, robfigCron, gocron, nats, gammazero, goframeRunners, goZeroRunners, lo,
		gopool, oklogRun, resiliency, goCache, viperRunners, fx, kubernetesWait,
		zap, zerolog, logrus, klog, glog,
		fiberLog, hlog, kratosLog, goframeLog, golog, gommonLog, grpclog, commands,
		grpcServer, grpcMiddleware, grpcStatus, connect, standIns,
		bodyReaders,
	}
}

// RunsNext reports whether f is among the Next of a framework.
func RunsNext(f Func) bool { return chains().next[f] }

// IsChainHandler reports whether t is the ChainHandler of a framework.
func IsChainHandler(t Type) bool { return t != Type{} && chains().handler[t] }

// ChainGoesOn reports whether t is the ChainContext of a framework.
func ChainGoesOn(t Type) bool { return t != Type{} && chains().context[t] }

// AbortsChain reports whether f is among the Abort of a framework.
func AbortsChain(f Func) bool { return chains().abort[f] }

// EndsChain reports whether no later handler of a chain runs after f: it is among
// the Abort of a framework, or a writer that aborts.
func EndsChain(f Func) bool { return chains().ends[f] }

var chains = sync.OnceValue(func() (c struct {
	next, abort      map[Func]bool
	ends             map[Func]bool
	handler, context map[Type]bool
}) {
	c.next, c.abort, c.ends = make(map[Func]bool), make(map[Func]bool), make(map[Func]bool)
	c.handler, c.context = make(map[Type]bool), make(map[Type]bool)
	for _, f := range All() {
		c.handler[f.ChainHandler], c.context[f.ChainContext] = true, true
		for _, fn := range f.Next {
			c.next[fn] = true
		}
		for _, fn := range f.Abort {
			c.abort[fn], c.ends[fn] = true, true
		}
		for _, w := range f.Writers {
			if w.Aborts {
				c.ends[w.Func] = true
			}
		}
	}
	return c
})

// IsRequest reports whether t is among the Requests of a framework.
func IsRequest(t Type) bool { return requests()[t] }

var requests = sync.OnceValue(func() map[Type]bool {
	m := make(map[Type]bool)
	for _, f := range All() {
		for _, t := range f.Requests {
			m[t] = true
		}
	}
	return m
})

// IsContext reports whether t is among the Contexts of a framework.
func IsContext(t Type) bool { return contexts()[t] }

var contexts = sync.OnceValue(func() map[Type]bool {
	m := make(map[Type]bool)
	for _, f := range All() {
		for _, t := range f.Contexts {
			m[t] = true
		}
	}
	return m
})
