package frameworks

import "slices"

const (
	pathGorillaMux      = "github.com/gorilla/mux"
	pathGorillaHandlers = "github.com/gorilla/handlers"
)

// gorillaMux is github.com/gorilla/mux, run at v1.8.1.
var gorillaMux = &Framework{
	Name:       "gorilla/mux",
	Packages:   []string{pathGorillaMux},
	Preflights: PreflightsAround,
	Routers: []Router{
		{
			Type:         Type{pathGorillaMux, "Router"},
			LateUse:      LateUseApplies,
			Unrecovered:  UnrecoveredLeft,
			Constructors: []Constructor{{Func: Func{pathGorillaMux, "", "NewRouter"}}},
			Methods: slices.Concat(
				[]RouterMethod{
					{Name: "Use", Op: OpUse, Pattern: None, Handlers: 0, Callback: None},
					{Name: "Handle", Op: OpHandle, Pattern: 0, Handlers: 1, Callback: None, Route: true},
					{Name: "HandleFunc", Op: OpHandle, Pattern: 0, Handlers: 1, Callback: None, Route: true},
					{Name: "Methods", Op: OpGroup, Pattern: None, Handlers: None, Callback: None, Methods: true},
				},
				groups(0, "Path", "PathPrefix"),
				groups(None, "NewRoute", "Name", "Headers", "Host", "MatcherFunc", "Queries", "Schemes", "BuildVarsFunc"),
				same(None, "StrictSlash", "SkipClean", "UseEncodedPath"),
			),
			Defaults: []Default{
				{On: UnknownRoute, Sends: `"404 page not found" as text/plain`, Write: "set %s.NotFoundHandler"},
				{On: UnknownMethod, Sends: "an empty 405", Write: "set %s.MethodNotAllowedHandler"},
			},
			Inherits: true,
		},
		{
			Type:    Type{pathGorillaMux, "Route"},
			LateUse: LateUseApplies,
			Methods: slices.Concat(
				[]RouterMethod{
					{Name: "Handler", Op: OpHandle, Pattern: None, Handlers: 0, Callback: None},
					{Name: "HandlerFunc", Op: OpHandle, Pattern: None, Handlers: 0, Callback: None},
					{Name: "Methods", Op: OpSame, Pattern: None, Handlers: None, Callback: None, Methods: true},
				},
				groups(None, "Subrouter"),
				same(0, "Path", "PathPrefix"),
				same(None, "BuildOnly", "Name", "Headers", "HeadersRegexp", "Host", "MatcherFunc", "Queries", "Schemes", "BuildVarsFunc"),
			),
		},
	},
	Settings: []Setting{
		{Func: Func{pathGorillaMux, "Router", "NotFoundHandler"}, Sets: UnknownRoute},
		{Func: Func{pathGorillaMux, "Router", "MethodNotAllowedHandler"}, Sets: UnknownMethod},
	},
	Middlewares: middlewares(pathGorillaMux, MiddlewareOther, "CORSMethodMiddleware"),
}

// gorillaHandlers is github.com/gorilla/handlers, run at v1.3.0 and v1.5.2.
var gorillaHandlers = &Framework{
	Name:     "github.com/gorilla/handlers",
	Packages: []string{pathGorillaHandlers},
	Middlewares: slices.Concat(
		middlewares(pathGorillaHandlers, MiddlewareRecovery, "RecoveryHandler"),
		middlewares(pathGorillaHandlers, MiddlewareLogging, "LoggingHandler", "CombinedLoggingHandler", "CustomLoggingHandler"),
		middlewares(pathGorillaHandlers, MiddlewareCompression, "CompressHandler", "CompressHandlerLevel"),
		middlewares(pathGorillaHandlers, MiddlewareOther, "CanonicalHost", "ContentTypeHandler", "HTTPMethodOverrideHandler", "ProxyHeaders"),
	),
	Answers: []Answer{
		{Func{pathGorillaHandlers, "", "RecoveryHandler"}, Default{On: Panicked, Sends: "an empty 500", Write: "use a recovery that answers itself"}},
	},
	CORS: &CORS{
		New: []CORSConstructor{{Func: Func{pathGorillaHandlers, "", "CORS"}, Origins: None}},
		Options: []CORSOption{
			{Func{pathGorillaHandlers, "", "AllowedOriginValidator"}, CORSFunc, 0},
			{Func{pathGorillaHandlers, "", "AllowedOrigins"}, CORSOrigins, 0},
			{Func{pathGorillaHandlers, "", "AllowCredentials"}, CORSCredentials, None},
		},
		Rules: []CORSRules{
			{Before: "v1.4.0", Star: CORSStar, StarCredentials: CORSStar, DefaultStar: true, Patterns: CORSExact, Funcs: CORSFuncDecides},
			{Star: CORSStar, StarCredentials: CORSStar, Empty: CORSAsStar, Patterns: CORSExact, Funcs: CORSFuncDecides},
		},
	},
}
