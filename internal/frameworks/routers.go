package frameworks

// LateUse says what a Use means for routes that are already registered.
type LateUse int

const (
	LateUseApplies LateUse = iota // the framework composes the chain when it serves
	LateUseSkipped                // the earlier routes silently run without it
	LateUsePanics                 // the registration panics at start-up
)

// Router is a type on which routes and middleware are registered.
// Source: the executed table of middleware order, per framework version.
type Router struct {
	Type    // *chi.Mux, chi.Router, *gin.Engine, *gin.RouterGroup, gin.IRouter …
	LateUse LateUse
	// Constructors make a new root router; those with Recovers register
	// recovery themselves (gin.Default).
	Constructors []Constructor
	Methods      []RouterMethod
}

// Constructor is a function that returns a new router.
type Constructor struct {
	Func
	Recovers bool
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
)

// RouterMethod is one method of a Router.
type RouterMethod struct {
	Name     string
	Op       RouterOp
	Pattern  int // index of the pattern argument, or None
	Handlers int // index of the first middleware or handler argument (to the last one), or None
	Callback int // index of the func(sub-router) argument, or None
}

// MiddlewareKind says what a middleware is for.
type MiddlewareKind int

const (
	MiddlewareOther    MiddlewareKind = iota // known, and not one of the below; does not panic by itself
	MiddlewareRecovery                       // recovers panics of what it wraps
	MiddlewareCORS
	MiddlewareError // turns collected or returned errors into responses
)

// Middleware is a function of a library that is, or returns, a middleware.
type Middleware struct {
	Func
	Kind MiddlewareKind
}
