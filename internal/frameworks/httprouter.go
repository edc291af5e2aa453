package frameworks

import "slices"

const pathHTTPRouter = "github.com/julienschmidt/httprouter"

// httprouter is github.com/julienschmidt/httprouter, run at v1.3.0. It writes
// nothing itself but for the statuses of its router.
var httprouter = &Framework{
	Name:       "httprouter",
	Packages:   []string{pathHTTPRouter},
	Preflights: PreflightsAround,
	Routers: []Router{{
		Type:         Type{pathHTTPRouter, "Router"},
		LateUse:      LateUseApplies,
		Unrecovered:  UnrecoveredLeft,
		Constructors: []Constructor{{Func: Func{pathHTTPRouter, "", "New"}}},
		Methods: slices.Concat(
			handles(0, 1, "GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"),
			handles(1, 2, "Handle", "Handler", "HandlerFunc"),
			files("ServeFiles"),
		),
		Defaults: []Default{
			{On: UnknownRoute, Sends: `"404 page not found" as text/plain`, Write: "set %s.NotFound"},
			{On: UnknownMethod, Sends: `"Method Not Allowed" as text/plain`, Write: "set %s.MethodNotAllowed"},
		},
	}},
	Settings: []Setting{
		{Func: Func{pathHTTPRouter, "Router", "NotFound"}, Sets: UnknownRoute},
		{Func: Func{pathHTTPRouter, "Router", "MethodNotAllowed"}, Sets: UnknownMethod},
		{Func: Func{pathHTTPRouter, "Router", "PanicHandler"}, Runs: MiddlewareRecovery},
	},
	Handlers: [][]Type{{{pathHTTP, "ResponseWriter"}, {pathHTTP, "Request"}, {pathHTTPRouter, "Params"}}},
}
