package frameworks

import (
	"go/types"
	"sync"
)

// LateUse says what a Use means for routes that are already registered.
type LateUse int

const (
	LateUseApplies LateUse = iota // the framework composes the chain when it serves
	LateUseSkipped                // the earlier routes silently run without it
	LateUsePanics                 // the registration panics at start-up
	// LateUsePositional is as LateUseSkipped, but a group that exists already gets
	// it for its later routes: the framework runs what was registered before a
	// route, in the order of registration (fiber).
	LateUsePositional
)

// Unrecovered says what a handler's panic does where no middleware recovers it.
type Unrecovered int

const (
	UnrecoveredNothing Unrecovered = iota // the framework recovers it itself
	UnrecoveredLeft                       // as UnrecoveredDrops, and teams leave it at that: there is no recovery to be found beside the router
	UnrecoveredDrops                      // the connection is dropped without a response
	UnrecoveredEnds                       // the process ends
)

// Preflights says which middleware a request passes whose path has routes, and
// none of them for its method: the OPTIONS request by which a browser asks first.
type Preflights int

const (
	PreflightsUnknown Preflights = iota
	PreflightsAround             // only handlers around the router
	PreflightsServer             // that of the server, not of its groups
	PreflightsPrefix             // that of the server, and of all below whose prefix the path is
)

// Router is a type on which routes and middleware are registered.
// Source: the executed table of middleware order, per framework version.
type Router struct {
	Type    // *chi.Mux, chi.Router, *gin.Engine, *gin.RouterGroup, gin.IRouter …
	LateUse LateUse

	// Unrecovered is what a panic does on a router without recovery, and
	// Recovery what users write as the framework's own recovery middleware;
	// RecoveryOption is what they give the constructor where there is no Use.
	Unrecovered    Unrecovered
	Recovery       string
	RecoveryOption string

	Constructors []Constructor // they make a new root router
	Methods      []RouterMethod
	// Options are functions whose results the constructors are given, each with the
	// method that does the same; their Router does not matter. If there are any,
	// what else a constructor is given and is not the framework's may do anything.
	Options []RouterFunc

	// Defaults are what the router answers by itself. Inherits says that one that
	// is mounted on another of its kind answers as that does.
	Defaults []Default
	Inherits bool
}

// Method returns the row of the method called name, or nil.
func (r *Router) Method(name string) *RouterMethod {
	for i := range r.Methods {
		if r.Methods[i].Name == name {
			return &r.Methods[i]
		}
	}
	return nil
}

// Constructor is a function that returns a new router.
type Constructor struct {
	Func
	// Runs is what the middleware is for that it registers itself (gin.Default).
	Runs MiddlewareKind
	// Takes marks one whose arguments are middleware.
	Takes bool
	// Prefix marks one whose first argument goes before the paths of its routes.
	Prefix bool
}

// RouterFunc is a function that does to a router what a method would.
type RouterFunc struct {
	Func
	// Router is the index of the argument that is the router. None is the router
	// of the whole program, which the package's variable Global holds.
	Router int
	Global string
	Method RouterMethod // without a name
}

// RouteType is a struct type that describes a route; OpHandle methods with
// Literals are given values of it. The fields but Path may be missing.
type RouteType struct {
	Type
	Method, Path, Handler, Middlewares string
}

// RouteOption is a function whose result an OpHandle method is given besides.
type RouteOption struct {
	Func
	Path        int            // index of the argument that goes before the paths, or None
	Middlewares int            // index of the first argument that is, or holds, middleware for the routes beside it, or None
	Kind        MiddlewareKind // what the framework runs for the routes itself
}

// MiddlewareList describes a type that holds a list of middleware.
type MiddlewareList struct {
	New, Append []Func // functions and methods that are given middleware
	Extend      []Func // methods that are given another list
	Then        []Func // methods that run the list around the handler that they are given
}

// RouterOp is what a router's method does.
type RouterOp int

const (
	OpUse      RouterOp = iota + 1 // registers middleware for later (or all) routes
	OpWith                         // returns a router with inline middleware (chi With)
	OpGroup                        // returns a sub-router (gin Group) or calls back with one (chi Group, Route)
	OpMount                        // attaches another handler below a pattern
	OpHandle                       // registers a route
	OpNotFound                     // sets the 404 or 405 handler
	OpServe                        // starts serving
	OpPages                        // has the router render pages
	OpSame                         // returns the router itself, of which it may say more (gorilla's Route)
)

// RouterMethod is one method of a Router.
type RouterMethod struct {
	Name     string
	Op       RouterOp
	Pattern  int // index of the pattern argument, or None
	Handlers int // index of the first middleware or handler argument (to the last one), or None
	Callback int // index of the func(sub-router) argument, or None

	// HandlerFirst marks an OpHandle whose handler is the first of Handlers, before
	// the route's middleware, and not the last (echo).
	HandlerFirst bool

	// Route marks an OpHandle that returns its route, a router of the tables that
	// tells later for which requests it is (gorilla).
	Route bool
	// Methods marks an OpGroup or OpSame whose arguments are the HTTP methods of
	// the routes.
	Methods bool

	// Literals marks an OpHandle whose argument at Pattern, and those after it but
	// the handlers, are, or hold, values of a RouteType, or are a RouteOption.
	Literals bool
	// Each marks an OpHandle or OpMount of which each argument is a handler on its
	// own.
	Each bool
	// Single marks one with a single handler, or middleware: what comes after it
	// is something else.
	Single bool
	// Freezing are functions of which one must make an argument of an OpGroup that
	// registers routes at once: only then a later Use is too late.
	Freezing []Func

	// Static marks a method that serves files: its handler is the framework's.
	Static bool
	// Outside marks an OpUse whose middleware runs outside that of the others
	// and applies to routes that exist already, whatever LateUse says.
	Outside bool
	// Sets says on which occasions the handlers of an OpNotFound answer.
	Sets Occasion
	// Prefix marks an OpUse whose first argument can be a path: it is then for
	// that path only, or mounts a router there.
	Prefix bool
}

// answers returns the row of a method that sets the handler for requests without a
// route.
func answers(name string, pattern, handlers int, sets Occasion) RouterMethod {
	return RouterMethod{Name: name, Op: OpNotFound, Pattern: pattern, Handlers: handlers, Callback: None, Sets: sets}
}

// renders returns rows of methods that have a router render pages.
func renders(names ...string) []RouterMethod {
	rows := make([]RouterMethod, len(names))
	for i, name := range names {
		rows[i] = RouterMethod{Name: name, Op: OpPages, Pattern: None, Handlers: None, Callback: None}
	}
	return rows
}

// handles returns rows of methods that register a route.
func handles(pattern, handlers int, names ...string) []RouterMethod {
	rows := make([]RouterMethod, len(names))
	for i, name := range names {
		rows[i] = RouterMethod{Name: name, Op: OpHandle, Pattern: pattern, Handlers: handlers, Callback: None}
	}
	return rows
}

// same returns rows of methods that return the router itself.
func same(pattern int, names ...string) []RouterMethod {
	rows := make([]RouterMethod, len(names))
	for i, name := range names {
		rows[i] = RouterMethod{Name: name, Op: OpSame, Pattern: pattern, Handlers: None, Callback: None}
	}
	return rows
}

// groups returns rows of methods that derive a router, without middleware.
func groups(pattern int, names ...string) []RouterMethod {
	rows := same(pattern, names...)
	for i := range rows {
		rows[i].Op = OpGroup
	}
	return rows
}

// serves returns rows of methods that start to serve.
func serves(names ...string) []RouterMethod {
	rows := make([]RouterMethod, len(names))
	for i, name := range names {
		rows[i] = RouterMethod{Name: name, Op: OpServe, Pattern: None, Handlers: None, Callback: None}
	}
	return rows
}

// handlesOne returns rows of methods that register a route with one handler.
func handlesOne(pattern, handler int, names ...string) []RouterMethod {
	rows := handles(pattern, handler, names...)
	for i := range rows {
		rows[i].Single = true
	}
	return rows
}

// files returns rows of methods that serve files.
func files(names ...string) []RouterMethod {
	rows := handles(0, None, names...)
	for i := range rows {
		rows[i].Static = true
	}
	return rows
}

// Server is a function that serves the handler that it is given.
type Server struct {
	Func
	Handler int // index of the handler argument
}

// MiddlewareKind says what a middleware does: a set of the constants below.
type MiddlewareKind uint16

const (
	MiddlewareRecovery    MiddlewareKind = 1 << iota // recovers panics of what it wraps
	MiddlewareError                                  // turns collected or returned errors into responses
	MiddlewareCORS                                   // answers what other origins may do
	MiddlewareBodyLimit                              // bounds request bodies
	MiddlewareRateLimit                              // refuses clients that ask too often
	MiddlewareTimeout                                // ends requests that take too long
	MiddlewareCompression                            // compresses responses
	MiddlewareLogging                                // logs requests
	MiddlewareRequestID                              // gives requests an ID
	MiddlewareAuth                                   // refuses clients that are not known
	MiddlewareFiles                                  // answers with files
	MiddlewarePreflight                              // CORS that answers what browsers ask before a request; it has no name of its own

	// MiddlewareOther is known to be none of these. It does not panic by itself.
	MiddlewareOther MiddlewareKind = 0
)

// middlewareNames are the names of the kinds, in the order of the constants.
var middlewareNames = []string{"recovery", "error handler", "CORS", "body limit", "rate limit", "timeout", "compression", "logging", "request ID", "auth", "files"}

// Names returns the names of the kinds in the set: "recovery", "body limit".
func (k MiddlewareKind) Names() []string {
	var names []string
	for i, name := range middlewareNames {
		if k&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return names
}

// Has reports whether the set has all kinds of o.
func (k MiddlewareKind) Has(o MiddlewareKind) bool { return k&o == o }

// Middleware is a function of a library that is, or returns, a middleware.
type Middleware struct {
	Func
	Kind MiddlewareKind
}

// middlewares returns rows of a package's functions of one kind.
func middlewares(pkg string, kind MiddlewareKind, names ...string) []Middleware {
	return middlewareMethods(pkg, "", kind, names...)
}

// middlewareMethods returns rows of a type's methods of one kind.
func middlewareMethods(pkg, recv string, kind MiddlewareKind, names ...string) []Middleware {
	rows := make([]Middleware, len(names))
	for i, name := range names {
		rows[i] = Middleware{Func{pkg, recv, name}, kind}
	}
	return rows
}

// options returns rows of functions that make options.
func options(pkg string, methods ...RouterMethod) []RouterFunc {
	return routerFuncs(pkg, None, "", methods)
}

// routerFuncs returns rows of functions with the router at an argument, or, with
// None, for the one that the variable global holds.
func routerFuncs(pkg string, router int, global string, methods []RouterMethod) []RouterFunc {
	rows := make([]RouterFunc, len(methods))
	for i, m := range methods {
		rows[i] = RouterFunc{Func: Func{pkg, "", m.Name}, Router: router, Global: global, Method: m}
	}
	return rows
}

// routerIndex finds rows of the tables by what the type checker proves.
type routerIndex struct {
	routers      map[Type]*Router
	frameworks   map[Type]*Framework
	constructors map[Func]constructed
	funcs        map[Func]*RouterFunc
	options      map[Func]*RouterFunc
	routes       map[Type]RouteType
	routeOptions map[Func]RouteOption
	passes       map[Func]bool
	strips       map[Func]bool
	lists        map[Func]ListOp
	middlewares  map[Func]MiddlewareKind
	servers      map[Func]int
}

type constructed struct {
	router *Router
	*Constructor
}

// ListOp is what a function does to a MiddlewareList.
type ListOp int

const (
	ListNew ListOp = iota + 1
	ListAppend
	ListExtend
	ListThen
)

var indexRouters = sync.OnceValue(func() *routerIndex {
	x := &routerIndex{
		routers:      make(map[Type]*Router),
		frameworks:   make(map[Type]*Framework),
		constructors: make(map[Func]constructed),
		funcs:        make(map[Func]*RouterFunc),
		options:      make(map[Func]*RouterFunc),
		routes:       make(map[Type]RouteType),
		routeOptions: make(map[Func]RouteOption),
		passes:       make(map[Func]bool),
		strips:       make(map[Func]bool),
		lists:        make(map[Func]ListOp),
		middlewares:  make(map[Func]MiddlewareKind),
		servers:      make(map[Func]int),
	}
	for _, f := range All() {
		for i := range f.Routers {
			r := &f.Routers[i]
			x.routers[r.Type] = r
			x.frameworks[r.Type] = f
			for i, c := range r.Constructors {
				x.constructors[c.Func] = constructed{r, &r.Constructors[i]}
			}
			for i, o := range r.Options {
				x.options[o.Func] = &r.Options[i]
			}
		}
		for i, fn := range f.RouterFuncs {
			x.funcs[fn.Func] = &f.RouterFuncs[i]
		}
		for _, t := range f.RouteTypes {
			x.routes[t.Type] = t
		}
		for _, o := range f.RouteOptions {
			x.routeOptions[o.Func] = o
		}
		for _, fn := range f.Strips {
			x.strips[fn] = true
		}
		for _, fn := range f.Passes {
			x.passes[fn] = true
		}
		for op, fns := range map[ListOp][]Func{ListNew: f.Lists.New, ListAppend: f.Lists.Append, ListExtend: f.Lists.Extend, ListThen: f.Lists.Then} {
			for _, fn := range fns {
				x.lists[fn] = op
			}
		}
		for _, m := range f.Middlewares {
			x.middlewares[m.Func] = m.Kind
		}
		if f.CORS != nil {
			for _, c := range f.CORS.New {
				x.middlewares[c.Func] = MiddlewareCORS
			}
			for _, p := range f.CORS.Presets {
				if p.Complete {
					x.middlewares[p.Func] = MiddlewareCORS
				}
			}
		}
		for _, s := range f.Servers {
			x.servers[s.Func] = s.Handler
		}
	}
	return x
})

// RouterOf returns the router that t is, or points to, and the framework that
// it belongs to; nil if t is none.
func RouterOf(t types.Type) (*Router, *Framework) { return RouterNamed(TypeOf(t)) }

// RouterNamed is RouterOf for the identity of a type.
func RouterNamed(id Type) (*Router, *Framework) {
	x := indexRouters()
	return x.routers[id], x.frameworks[id]
}

// RouterMethodOf returns the row of the router's method fn, and its router; nil
// if fn is none.
func RouterMethodOf(fn *types.Func) (*Router, *RouterMethod) {
	f := FuncOf(fn)
	r := indexRouters().routers[Type{f.Pkg, f.Recv}]
	if r == nil || f.Recv == "" {
		return nil, nil
	}
	return r, r.Method(f.Name)
}

// ConstructorOf returns the router that fn makes, and its row; nil if fn makes
// none.
func ConstructorOf(fn *types.Func) (*Router, *Constructor) {
	c := indexRouters().constructors[FuncOf(fn)]
	return c.router, c.Constructor
}

// RouterFuncOf returns the row of a function that does something to a router; nil
// if fn is none.
func RouterFuncOf(fn *types.Func) *RouterFunc { return indexRouters().funcs[FuncOf(fn)] }

// RouterOptionOf returns the row of a function that makes an option of a router;
// nil if fn is none.
func RouterOptionOf(fn *types.Func) *RouterFunc { return indexRouters().options[FuncOf(fn)] }

// RouteTypeOf returns the row of a type that describes a route.
func RouteTypeOf(t types.Type) (r RouteType, ok bool) {
	r, ok = indexRouters().routes[TypeOf(t)]
	return r, ok
}

// RouteOptionOf returns the row of a function that makes an option of routes.
func RouteOptionOf(fn *types.Func) (o RouteOption, ok bool) {
	o, ok = indexRouters().routeOptions[FuncOf(fn)]
	return o, ok
}

// Passes reports whether fn returns the handler that it is given, as another type.
func Passes(fn *types.Func) bool { return indexRouters().passes[FuncOf(fn)] }

// Strips reports whether f is middleware that takes the front off the path of a
// request.
func Strips(f Func) bool { return indexRouters().strips[f] }

// ListOpOf returns what fn does to a list of middleware, 0 if nothing.
func ListOpOf(fn *types.Func) ListOp { return indexRouters().lists[FuncOf(fn)] }

// MiddlewareOf returns what the library's middleware fn is for; ok is false if
// the tables do not list it.
func MiddlewareOf(fn *types.Func) (kind MiddlewareKind, ok bool) {
	kind, ok = indexRouters().middlewares[FuncOf(fn)]
	if kind.Has(MiddlewareCORS) {
		kind |= MiddlewarePreflight
	}
	return kind, ok
}

// ServerOf returns the index of the handler that fn serves; ok is false if the
// tables do not list fn.
func ServerOf(fn *types.Func) (handler int, ok bool) {
	handler, ok = indexRouters().servers[FuncOf(fn)]
	return handler, ok
}
