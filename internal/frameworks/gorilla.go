package frameworks

import "slices"

const pathGorillaHandlers = "github.com/gorilla/handlers"

// gorillaHandlers is github.com/gorilla/handlers, run at v1.3.0 and v1.5.2.
var gorillaHandlers = &Framework{
	Name:     "github.com/gorilla/handlers",
	Packages: []string{pathGorillaHandlers},
	Middlewares: slices.Concat(
		middlewares(pathGorillaHandlers, MiddlewareRecovery, "RecoveryHandler"),
		middlewares(pathGorillaHandlers, MiddlewareLogging, "LoggingHandler", "CombinedLoggingHandler", "CustomLoggingHandler"),
		middlewares(pathGorillaHandlers, MiddlewareCompression, "CompressHandler", "CompressHandlerLevel"),
	),
	Answers: []Answer{
		{Func{pathGorillaHandlers, "", "RecoveryHandler"}, Default{On: Panicked, Sends: "an empty 500", Write: "register a recovery that answers itself instead of handlers.RecoveryHandler"}},
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
