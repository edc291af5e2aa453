package frameworks

import "slices"

const (
	pathHertzApp      = "github.com/cloudwego/hertz/pkg/app"
	pathHertzRender   = "github.com/cloudwego/hertz/pkg/app/server/render"
	pathHertzProtocol = "github.com/cloudwego/hertz/pkg/protocol"
	pathHertzCORS     = "github.com/hertz-contrib/cors"
	pathHertzServer   = "github.com/cloudwego/hertz/pkg/app/server"
	pathHertzRecovery = "github.com/cloudwego/hertz/pkg/app/middlewares/server/recovery"
	pathHertzRoute    = "github.com/cloudwego/hertz/pkg/route"
)

// hertz is github.com/cloudwego/hertz, run at v0.10.4.
var hertz = &Framework{
	Name:      "hertz",
	Packages:  []string{pathHertzApp, pathHertzProtocol, pathHertzServer, pathHertzRecovery, pathHertzRoute},
	Lifecycle: hertzLifecycle,
	Contexts:  []Type{{pathHertzApp, "RequestContext"}},
	Responses: []Type{{pathHertzApp, "RequestContext"}},
	Bodies:    []Func{{pathHertzProtocol, "Response", "BodyWriter"}},
	Collect:   []Func{{pathHertzApp, "RequestContext", "Error"}},
	Collected: []Func{{pathHertzApp, "RequestContext", "Errors"}},
	Handlers:  [][]Type{{{"context", "Context"}, {pathHertzApp, "RequestContext"}}, {{"context", "Context"}, {pathHertzApp, "RequestContext"}, {"", "any"}, {"", "bytes"}}},
	Renderers: []Renderer{
		{Type{pathHertzRender, "JSONRender"}, "Data", BodyJSON},
		{Type{pathHertzRender, "PureJSON"}, "Data", BodyJSON},
		{Type{pathHertzRender, "IndentedJSON"}, "Data", BodyJSON},
		{Type{pathHertzRender, "String"}, "Format", BodyText},
		{Type{pathHertzRender, "Data"}, "Data", BodyUnknown},
		{Type{pathHertzRender, "HTML"}, "Name", BodyHTML},
		{Type{pathHertzRender, "XML"}, "Data", BodyOther},
		{Type{pathHertzRender, "ProtoBuf"}, "Data", BodyOther},
	},
	Writers: []Writer{
		{Func: Func{pathHertzApp, "RequestContext", "JSON"}, Status: 0, Body: 1, Kind: BodyJSON},
		{Func: Func{pathHertzApp, "RequestContext", "PureJSON"}, Status: 0, Body: 1, Kind: BodyJSON},
		{Func: Func{pathHertzApp, "RequestContext", "IndentedJSON"}, Status: 0, Body: 1, Kind: BodyJSON},
		{Func: Func{pathHertzApp, "RequestContext", "XML"}, Status: 0, Body: 1, Kind: BodyOther},
		{Func: Func{pathHertzApp, "RequestContext", "ProtoBuf"}, Status: 0, Body: 1, Kind: BodyOther},
		{Func: Func{pathHertzApp, "RequestContext", "String"}, Status: 0, Body: 1, Kind: BodyText, FormatsBody: true},
		{Func: Func{pathHertzApp, "RequestContext", "Data"}, Status: 0, Body: 2, Kind: BodyUnknown, ContentType: 1},
		{Func: Func{pathHertzApp, "RequestContext", "HTML"}, Status: 0, Body: 2, Kind: BodyHTML},
		{Func: Func{pathHertzApp, "RequestContext", "Render"}, Status: 0, Body: 1, Kind: BodyUnknown},
		{Func: Func{pathHertzApp, "RequestContext", "Status"}, Status: 0, Body: None, Kind: BodyEmpty, StatusOnly: true},
		{Func: Func{pathHertzApp, "RequestContext", "SetStatusCode"}, Status: 0, Body: None, Kind: BodyEmpty, StatusOnly: true},
		{Func: Func{pathHertzApp, "RequestContext", "AbortWithStatus"}, Status: 0, Body: None, Kind: BodyEmpty, StatusOnly: true, Aborts: true},
		{Func: Func{pathHertzApp, "RequestContext", "AbortWithStatusJSON"}, Status: 0, Body: 1, Kind: BodyJSON, Aborts: true},
		{Func: Func{pathHertzApp, "RequestContext", "AbortWithMsg"}, Status: 1, Body: 0, Kind: BodyText, Plain: true, Aborts: true},
		{Func: Func{pathHertzApp, "RequestContext", "AbortWithError"}, Status: 0, Body: None, Kind: BodyEmpty, StatusOnly: true, Aborts: true, Collects: true},
		{Func: Func{pathHertzApp, "RequestContext", "Write"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true},
		{Func: Func{pathHertzApp, "RequestContext", "WriteString"}, Status: None, Body: 0, Kind: BodyText, UsesStatus: true},
		{Func: Func{pathHertzApp, "RequestContext", "SetBodyString"}, Status: None, Body: 0, Kind: BodyText, UsesStatus: true},
		{Func: Func{pathHertzApp, "RequestContext", "SetBodyStream"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true},
		{Func: Func{pathHertzApp, "RequestContext", "NotFound"}, Status: None, Fixed: 404, Body: None, Kind: BodyText, Plain: true},
		{Func: Func{pathHertzApp, "RequestContext", "Redirect"}, Status: 0, Body: None, Kind: BodyOther},
		{Func: Func{pathHertzApp, "RequestContext", "File"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pathHertzApp, "RequestContext", "FileFromFS"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pathHertzApp, "RequestContext", "FileAttachment"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pathHertzApp, "RequestContext", "Hijack"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pathHertzProtocol, "Response", "SetStatusCode"}, Status: 0, Body: None, Kind: BodyEmpty, StatusOnly: true, Part: true},
		{Func: Func{pathHertzProtocol, "Response", "SetBody"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true, Part: true},
		{Func: Func{pathHertzProtocol, "Response", "SetBodyString"}, Status: None, Body: 0, Kind: BodyText, UsesStatus: true, Part: true},
		{Func: Func{pathHertzProtocol, "Response", "SetBodyRaw"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true, Part: true},
		{Func: Func{pathHertzProtocol, "Response", "AppendBody"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true, Part: true},
		{Func: Func{pathHertzProtocol, "Response", "AppendBodyString"}, Status: None, Body: 0, Kind: BodyText, UsesStatus: true, Part: true},
		{Func: Func{pathHertzProtocol, "Response", "SetBodyStream"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true, Part: true},
		{Func: Func{pathHertzProtocol, "Response", "SetBodyStreamNoReset"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true, Part: true},
	},
	ContentTypes: []HeaderFunc{
		{Func: Func{pathHertzApp, "RequestContext", "SetContentType"}, Name: None, Value: 0},
		{Func: Func{pathHertzProtocol, "ResponseHeader", "SetContentType"}, Name: None, Value: 0},
	},
	Next:  []Func{{pathHertzApp, "RequestContext", "Next"}},
	Abort: []Func{{pathHertzApp, "RequestContext", "Abort"}},
	BodyLimit: &BodyLimit{
		Default: "4 MB",
		Setters: []LimitSetter{{Func{pathHertzServer, "", "WithMaxRequestBodySize"}, 0, OffZero}},
	},
	Preflights: PreflightsServer,
	Routers: []Router{
		{
			Type:    Type{pathHertzServer, "Hertz"},
			LateUse: LateUseSkipped,
			// On the standard library's transport instead of netpoll the process ends.
			Unrecovered: UnrecoveredDrops,
			Recovery:    "recovery.Recovery()",
			Constructors: []Constructor{
				{Func: Func{pathHertzServer, "", "New"}},
				{Func: Func{pathHertzServer, "", "Default"}, Runs: MiddlewareRecovery},
			},
			Methods: hertzMethods,
			Defaults: []Default{
				{On: UnknownRoute, Sends: `"Not Found" as text/plain`, Write: "set %s.NoRoute"},
				{On: UnknownMethod, Sends: `"Method Not Allowed" as text/plain`, Enabled: true, Write: "set %s.NoMethod"},
			},
		},
		{Type: Type{pathHertzRoute, "Engine"}, LateUse: LateUseSkipped, Methods: hertzMethods},
		{Type: Type{pathHertzRoute, "RouterGroup"}, LateUse: LateUseSkipped, Methods: hertzMethods},
		{Type: Type{pathHertzRoute, "IRouter"}, LateUse: LateUseSkipped, Methods: hertzMethods},
		{Type: Type{pathHertzRoute, "IRoutes"}, LateUse: LateUseSkipped, Methods: hertzMethods},
	},
	Middlewares: slices.Concat(
		middlewares(pathHertzRecovery, MiddlewareRecovery, "Recovery"),
		middlewares("github.com/cloudwego/hertz/pkg/app/middlewares/server/basic_auth", MiddlewareAuth, "BasicAuth", "BasicAuthForRealm"),
	),
	Answers: []Answer{
		{Func{pathHertzServer, "", "Default"}, Default{On: Panicked, Sends: "an empty 500", Write: "use server.New with recovery.WithRecoveryHandler"}},
		{Func{pathHertzRecovery, "", "Recovery"}, hertzPanicked},
	},
	Settings: []Setting{{Func: Func{pathHertzServer, "", "WithHandleMethodNotAllowed"}, Enables: UnknownMethod}},

	ChainHandler: Type{pathHertzApp, "HandlerFunc"},
	ChainContext: Type{pathHertzApp, "RequestContext"},
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

// hertzPanicked is what hertz' own recovery answers, unless it is given a handler.
var hertzPanicked = Default{On: Panicked, Sends: "an empty 500", Write: "use recovery.WithRecoveryHandler", Bare: true}

var hertzMethods = slices.Concat(
	[]RouterMethod{
		{Name: "Use", Op: OpUse, Pattern: None, Handlers: 0, Callback: None},
		{Name: "Group", Op: OpGroup, Pattern: 0, Handlers: 1, Callback: None},
		answers("NoRoute", None, 0, UnknownRoute),
		answers("NoMethod", None, 0, UnknownMethod),
	},
	handles(0, 1, "Any", "GET", "POST", "DELETE", "PATCH", "PUT", "OPTIONS", "HEAD",
		"AnyEX", "GETEX", "POSTEX", "DELETEEX", "PUTEX", "HEADEX"),
	handles(1, 2, "Handle", "HandleEX"),
	files("StaticFile", "Static", "StaticFS"),
	renders("LoadHTMLGlob", "LoadHTMLFiles", "SetHTMLTemplate"),
	serves("Spin", "Run"),
)

// hertzLifecycle is hertz, read at v0.10.4: Spin shuts down at SIGTERM, SIGINT
// and SIGHUP and waits as long as WithExitWaitTime says, whatever the context
// of Shutdown.
var hertzLifecycle = &Lifecycle{
	Starts: starts(Starter{Func: Func{pathHertzRoute, "Engine", ""}, Addr: None, Listener: None, Stop: "Shutdown", Instead: "Spin"}, "Run"),
	Stops: []Stopper{
		{Func: Func{pathHertzRoute, "Engine", "Shutdown"}, Context: None},
		{Func: Func{pathHertzRoute, "Engine", "Close"}, Context: None},
	},
	Graceful: []Func{{pathHertzServer, "Hertz", "Spin"}},
}
