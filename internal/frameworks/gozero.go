package frameworks

import "slices"

const (
	pathGoZeroRest  = "github.com/zeromicro/go-zero/rest"
	pathGoZeroHttpx = pathGoZeroRest + "/httpx"
)

// goZero is github.com/zeromicro/go-zero, run at v1.10.3.
var goZero = &Framework{
	Name:      "go-zero",
	Packages:  []string{pathGoZeroRest, pathGoZeroHttpx},
	Lifecycle: goZeroLifecycle,
	Writers: []Writer{
		{Func: Func{pathGoZeroHttpx, "", "Error"}, Status: None, Fixed: 400, Body: 1, Kind: BodyText, Errors: true, Default: true},
		{Func: Func{pathGoZeroHttpx, "", "ErrorCtx"}, Status: None, Fixed: 400, Body: 2, Kind: BodyText, Errors: true, Default: true},
		{Func: Func{pathGoZeroHttpx, "", "WriteJson"}, Status: 1, Body: 2, Kind: BodyJSON},
		{Func: Func{pathGoZeroHttpx, "", "WriteJsonCtx"}, Status: 2, Body: 3, Kind: BodyJSON},
		{Func: Func{pathGoZeroHttpx, "", "Ok"}, Status: None, Fixed: 200, Body: None, Kind: BodyEmpty},
		{Func: Func{pathGoZeroHttpx, "", "OkJson"}, Status: None, Fixed: 200, Body: 1, Kind: BodyJSON},
		{Func: Func{pathGoZeroHttpx, "", "OkJsonCtx"}, Status: None, Fixed: 200, Body: 2, Kind: BodyJSON},
		{Func: Func{pathGoZeroHttpx, "", "Stream"}, Status: None, Body: None, Kind: BodyOther},
	},
	// A route's own limit that is not positive means the server's.
	BodyLimit: &BodyLimit{
		Default: "1 MB",
		Fields:  []LimitField{{Type{pathGoZeroRest, "RestConf"}, "MaxBytes", OffZero}},
		Setters: []LimitSetter{{Func{pathGoZeroRest, "", "WithMaxBytes"}, 0, OffNever}},
	},
	Routers: []Router{{
		Type:    Type{pathGoZeroRest, "Server"},
		LateUse: LateUseApplies,
		// What a loaded configuration switches on.
		Constructors: []Constructor{
			{Func: Func{pathGoZeroRest, "", "MustNewServer"}, Runs: goZeroRuns},
			{Func: Func{pathGoZeroRest, "", "NewServer"}, Runs: goZeroRuns},
		},
		Methods: slices.Concat(
			[]RouterMethod{
				{Name: "Use", Op: OpUse, Pattern: None, Handlers: 0, Callback: None},
				{Name: "AddRoute", Op: OpHandle, Pattern: 0, Handlers: None, Callback: None, Literals: true},
				{Name: "AddRoutes", Op: OpHandle, Pattern: 0, Handlers: None, Callback: None, Literals: true},
			},
			serves("Start", "StartWithOpts"),
		),
		// Nothing sets what its own recovery answers.
		Defaults: []Default{
			{On: UnknownRoute, Sends: `"404 page not found" as text/plain`, Write: "set rest.WithNotFoundHandler"},
			{On: UnknownMethod, Sends: "an empty 405", Write: "set rest.WithNotAllowedHandler"},
		},
	}},
	RouteTypes: []RouteType{{Type: Type{pathGoZeroRest, "Route"}, Method: "Method", Path: "Path", Handler: "Handler"}},
	RouteOptions: []RouteOption{
		{Func: Func{pathGoZeroRest, "", "WithPrefix"}, Path: 0, Middlewares: None},
		{Func: Func{pathGoZeroRest, "", "WithMiddlewares"}, Path: None, Middlewares: 0},
		{Func: Func{pathGoZeroRest, "", "WithMiddleware"}, Path: None, Middlewares: 0},
		{Func: Func{pathGoZeroRest, "", "WithJwt"}, Path: None, Middlewares: None, Kind: MiddlewareAuth},
		{Func: Func{pathGoZeroRest, "", "WithJwtTransition"}, Path: None, Middlewares: None, Kind: MiddlewareAuth},
		{Func: Func{pathGoZeroRest, "", "WithSignature"}, Path: None, Middlewares: None, Kind: MiddlewareAuth},
		{Func: Func{pathGoZeroRest, "", "WithTimeout"}, Path: None, Middlewares: None, Kind: MiddlewareTimeout},
		{Func: Func{pathGoZeroRest, "", "WithMaxBytes"}, Path: None, Middlewares: None, Kind: MiddlewareBodyLimit},
	},
	Settings: []Setting{
		{Func: Func{pathGoZeroRest, "", "WithNotFoundHandler"}, Sets: UnknownRoute},
		{Func: Func{pathGoZeroRest, "", "WithNotAllowedHandler"}, Sets: UnknownMethod},
		{Func: Func{pathGoZeroRest, "", "WithCors"}, Runs: MiddlewareCORS},
		{Func: Func{pathGoZeroRest, "", "WithCorsHeaders"}, Runs: MiddlewareCORS},
		{Func: Func{pathGoZeroRest, "", "WithCustomCors"}, Runs: MiddlewareCORS},
		{Func: Func{pathGoZeroRest, "", "WithFileServer"}, Runs: MiddlewareFiles},
	},
	CORS: &CORS{
		New: []CORSConstructor{
			{Func: Func{pathGoZeroRest, "", "WithCors"}, Config: None},
			{Func: Func{pathGoZeroRest, "", "WithCustomCors"}, Config: None, Origins: 2},
		},
		Presets: []CORSPreset{
			{Func: Func{pathGoZeroRest, "", "WithCorsHeaders"}, Anyone: true, Credentials: true, Complete: true},
		},
		Rules: []CORSRules{
			{Before: "v1.3.3", Star: CORSOrigin, StarCredentials: CORSOrigin, Empty: CORSStar, Patterns: CORSExact, ListCredentials: true},
			{Before: "v1.5.1", Star: CORSOrigin, StarCredentials: CORSOrigin, Empty: CORSStar, Patterns: CORSEnding, ListCredentials: true},
			{Star: CORSOrigin, StarCredentials: CORSOrigin, Empty: CORSStar, Patterns: CORSSuffix, ListCredentials: true},
		},
	},
}

// goZeroRuns is what go-zero runs around every route itself.
const goZeroRuns = MiddlewareRecovery | MiddlewareLogging | MiddlewareTimeout | MiddlewareBodyLimit

// goZeroLifecycle is go-zero, read at v1.10.3: its servers are shut down by
// listeners of its package proc, which is told of SIGTERM.
var goZeroLifecycle = &Lifecycle{Graceful: []Func{{pathGoZeroRest, "Server", "Start"}, {pathGoZeroRest, "Server", "StartWithOpts"}}}
