package frameworks

import "slices"

const (
	pathChi           = "github.com/go-chi/chi/v5"
	pathChiMiddleware = "github.com/go-chi/chi/v5/middleware"
)

// chi is github.com/go-chi/chi/v5, run at v5.5.0.
var chi = &Framework{
	Name:     "chi",
	Packages: []string{pathChi, pathChiMiddleware},

	BodyMiddleware: "middleware.RequestSize(1 << 20)",

	Preflights: PreflightsPrefix,
	Routers: []Router{
		{
			Type:         Type{pathChi, "Mux"},
			LateUse:      LateUsePanics,
			Unrecovered:  UnrecoveredDrops,
			Recovery:     "middleware.Recoverer",
			Constructors: []Constructor{{Func: Func{pathChi, "", "NewRouter"}}, {Func: Func{pathChi, "", "NewMux"}}},
			Methods:      chiMethods,
			Defaults:     chiDefaults,
			Inherits:     true,
		},
		{Type: Type{pathChi, "Router"}, LateUse: LateUsePanics, Methods: chiMethods, Defaults: chiDefaults, Inherits: true},
	},
	Strips: []Func{{pathChiMiddleware, "", "StripPrefix"}},
	Middlewares: slices.Concat(
		middlewares(pathChiMiddleware, MiddlewareRecovery, "Recoverer"),
		middlewares(pathChiMiddleware, MiddlewareLogging, "Logger", "RequestLogger"),
		middlewares(pathChiMiddleware, MiddlewareRequestID, "RequestID"),
		middlewares(pathChiMiddleware, MiddlewareTimeout, "Timeout"),
		middlewares(pathChiMiddleware, MiddlewareCompression, "Compress"),
		middlewares(pathChiMiddleware, MiddlewareRateLimit, "Throttle", "ThrottleBacklog", "ThrottleWithOpts"),
		middlewares(pathChiMiddleware, MiddlewareBodyLimit, "RequestSize"),
		middlewares(pathChiMiddleware, MiddlewareAuth, "BasicAuth"),
		middlewares(pathChiMiddleware, MiddlewareOther, "AllowContentEncoding", "AllowContentType", "CleanPath", "ClientIPFromHeader", "ClientIPFromRemoteAddr",
			"ClientIPFromXFF", "ClientIPFromXFFTrustedProxies", "ContentCharset", "Deprecation", "GetHead", "Heartbeat", "NoCache", "PageRoute", "PathRewrite",
			"RealIP", "RedirectSlashes", "RouteHeaders", "SetHeader", "StripPrefix", "StripSlashes", "Sunset", "SupressNotFound", "URLFormat", "WithValue"),
		middlewareMethods(pathChiMiddleware, "Compressor", MiddlewareCompression, "Handler"),
	),
	Answers: []Answer{
		{Func{pathChiMiddleware, "", "Recoverer"}, Default{On: Panicked, Sends: "an empty 500", Write: "use a recovery that answers itself"}},
	},
}

var chiDefaults = []Default{
	{On: UnknownRoute, Sends: `"404 page not found" as text/plain`, Write: "set %s.NotFound"},
	{On: UnknownMethod, Sends: "an empty 405", Write: "set %s.MethodNotAllowed"},
}

var chiMethods = slices.Concat(
	[]RouterMethod{
		{Name: "Use", Op: OpUse, Pattern: None, Handlers: 0, Callback: None},
		{Name: "With", Op: OpWith, Pattern: None, Handlers: 0, Callback: None},
		{Name: "Group", Op: OpGroup, Pattern: None, Handlers: None, Callback: 0},
		{Name: "Route", Op: OpGroup, Pattern: 0, Handlers: None, Callback: 1},
		{Name: "Mount", Op: OpMount, Pattern: 0, Handlers: 1, Callback: None},
		answers("NotFound", None, 0, UnknownRoute),
		answers("MethodNotAllowed", None, 0, UnknownMethod),
	},
	handles(0, 1, "Handle", "HandleFunc", "Connect", "Delete", "Get", "Head", "Options", "Patch", "Post", "Put", "Query", "Trace"),
	handles(1, 2, "Method", "MethodFunc"),
)
