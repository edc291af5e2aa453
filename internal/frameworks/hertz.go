package frameworks

import "slices"

const (
	pathHertzApp      = "github.com/cloudwego/hertz/pkg/app"
	pathHertzProtocol = "github.com/cloudwego/hertz/pkg/protocol"
	pathHertzCORS     = "github.com/hertz-contrib/cors"
	pathHertzServer   = "github.com/cloudwego/hertz/pkg/app/server"
	pathHertzRecovery = "github.com/cloudwego/hertz/pkg/app/middlewares/server/recovery"
	pathHertzRoute    = "github.com/cloudwego/hertz/pkg/route"
)

// hertz is github.com/cloudwego/hertz, run at v0.10.4.
var hertz = &Framework{
	Name:     "hertz",
	Packages: []string{pathHertzApp, pathHertzProtocol, pathHertzServer, pathHertzRecovery, pathHertzRoute},
	Contexts: []Type{{pathHertzApp, "RequestContext"}},
	Next:     []Func{{pathHertzApp, "RequestContext", "Next"}},
	Abort:    []Func{{pathHertzApp, "RequestContext", "Abort"}},
	Routers: []Router{
		{
			Type:    Type{pathHertzServer, "Hertz"},
			LateUse: LateUseSkipped,
			// On the standard library's transport instead of netpoll the process ends.
			Unrecovered: UnrecoveredDrops,
			Recovery:    "recovery.Recovery()",
			Constructors: []Constructor{
				{Func: Func{pathHertzServer, "", "New"}},
				{Func: Func{pathHertzServer, "", "Default"}, Recovers: true},
			},
			Methods: hertzMethods,
		},
		{Type: Type{pathHertzRoute, "Engine"}, LateUse: LateUseSkipped, Methods: hertzMethods},
		{Type: Type{pathHertzRoute, "RouterGroup"}, LateUse: LateUseSkipped, Methods: hertzMethods},
		{Type: Type{pathHertzRoute, "IRouter"}, LateUse: LateUseSkipped, Methods: hertzMethods},
		{Type: Type{pathHertzRoute, "IRoutes"}, LateUse: LateUseSkipped, Methods: hertzMethods},
	},
	Middlewares: []Middleware{{Func{pathHertzRecovery, "", "Recovery"}, MiddlewareRecovery}},
	HeaderSetters: []HeaderFunc{
		{Func: Func{pathHertzApp, "RequestContext", "Header"}, Name: 0, Value: 1},
		{Func: Func{pathHertzProtocol, "ResponseHeader", "Set"}, Name: 0, Value: 1},
		{Func: Func{pathHertzProtocol, "ResponseHeader", "Add"}, Name: 0, Value: 1, Adds: true},
	},
	HeaderGetters: []HeaderFunc{
		{Func: Func{pathHertzApp, "RequestContext", "GetHeader"}, Name: 0, Value: None},
		{Func: Func{pathHertzProtocol, "RequestHeader", "Get"}, Name: 0, Value: None},
		{Func: Func{pathHertzProtocol, "RequestHeader", "Peek"}, Name: 0, Value: None},
	},
}

// hertzCORS is github.com/hertz-contrib/cors, run at its state after v0.1.0.
var hertzCORS = &Framework{
	Name:     "github.com/hertz-contrib/cors",
	Packages: []string{pathHertzCORS},
	CORS: &CORS{
		Config: Type{pathHertzCORS, "Config"},
		Fields: []CORSField{
			{"AllowAllOrigins", CORSEveryone},
			{"AllowOrigins", CORSOrigins},
			{"AllowOriginFunc", CORSFunc},
			{"AllowWildcard", CORSWildcards},
			{"AllowCredentials", CORSCredentials},
		},
		New: []CORSConstructor{{Func: Func{pathHertzCORS, "", "New"}, Origins: None}},
		Presets: []CORSPreset{
			{Func: Func{pathHertzCORS, "", "Default"}, Origins: []string{"*"}, Complete: true},
			{Func: Func{pathHertzCORS, "", "DefaultConfig"}},
		},
		Rules: []CORSRules{
			{Star: CORSStar, StarCredentials: CORSStar, EveryoneAlone: true, Empty: CORSFails, Patterns: CORSGinLoose, Funcs: CORSFuncAdds},
		},
		Harmless: []Func{
			{pathHertzCORS, "Config", "AddAllowMethods"},
			{pathHertzCORS, "Config", "AddAllowHeaders"},
			{pathHertzCORS, "Config", "AddExposeHeaders"},
			{pathHertzCORS, "Config", "Validate"},
		},
	},
}

var hertzMethods = slices.Concat(
	[]RouterMethod{
		{Name: "Use", Op: OpUse, Pattern: None, Handlers: 0, Callback: None},
		{Name: "Group", Op: OpGroup, Pattern: 0, Handlers: 1, Callback: None},
		{Name: "NoRoute", Op: OpNotFound, Pattern: None, Handlers: 0, Callback: None},
		{Name: "NoMethod", Op: OpNotFound, Pattern: None, Handlers: 0, Callback: None},
	},
	handles(0, 1, "Any", "GET", "POST", "DELETE", "PATCH", "PUT", "OPTIONS", "HEAD",
		"AnyEX", "GETEX", "POSTEX", "DELETEEX", "PUTEX", "HEADEX"),
	handles(1, 2, "Handle", "HandleEX"),
	files("StaticFile", "Static", "StaticFS"),
	serves("Spin", "Run"),
)
