package frameworks

import "slices"

const (
	pathGhttp = "github.com/gogf/gf/v2/net/ghttp"
	pathGf    = "github.com/gogf/gf/v2/frame/g"
)

// goframe is github.com/gogf/gf/v2, run at v2.10.2.
var goframe = &Framework{
	Name:      "goframe",
	Packages:  []string{pathGhttp, pathGf},
	Lifecycle: goframeLifecycle,
	Contexts:  []Type{{pathGhttp, "Request"}},
	Responses: []Type{{pathGhttp, "Response"}, {pathGhttp, "Request"}},
	Collect:   []Func{{pathGhttp, "Request", "SetError"}},
	Handlers:  [][]Type{{{pathGhttp, "Request"}}, {{pathGhttp, "Request"}, {"", "error"}}},
	Writers: []Writer{
		{Func: Func{pathGhttp, "Response", "Write"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true, Encodes: true},
		{Func: Func{pathGhttp, "Response", "WriteExit"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true, Encodes: true, Exits: true},
		{Func: Func{pathGhttp, "Response", "WriteOver"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true, Encodes: true},
		{Func: Func{pathGhttp, "Response", "WriteOverExit"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true, Encodes: true, Exits: true},
		{Func: Func{pathGhttp, "Response", "Writef"}, Status: None, Body: 0, Kind: BodyText, UsesStatus: true, FormatsBody: true},
		{Func: Func{pathGhttp, "Response", "WritefExit"}, Status: None, Body: 0, Kind: BodyText, UsesStatus: true, FormatsBody: true, Exits: true},
		{Func: Func{pathGhttp, "Response", "Writeln"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true, Encodes: true},
		{Func: Func{pathGhttp, "Response", "WritelnExit"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true, Encodes: true, Exits: true},
		{Func: Func{pathGhttp, "Response", "Writefln"}, Status: None, Body: 0, Kind: BodyText, UsesStatus: true, FormatsBody: true},
		{Func: Func{pathGhttp, "Response", "WriteflnExit"}, Status: None, Body: 0, Kind: BodyText, UsesStatus: true, FormatsBody: true, Exits: true},
		{Func: Func{pathGhttp, "Response", "WriteJson"}, Status: None, Body: 0, Kind: BodyJSON, UsesStatus: true},
		{Func: Func{pathGhttp, "Response", "WriteJsonExit"}, Status: None, Body: 0, Kind: BodyJSON, UsesStatus: true, Exits: true},
		{Func: Func{pathGhttp, "Response", "WriteJsonP"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathGhttp, "Response", "WriteJsonPExit"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true, Exits: true},
		{Func: Func{pathGhttp, "Response", "WriteXml"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathGhttp, "Response", "WriteXmlExit"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true, Exits: true},
		{Func: Func{pathGhttp, "Response", "WriteStatus"}, Status: 0, Body: 1, Kind: BodyText, Encodes: true},
		{Func: Func{pathGhttp, "Response", "WriteStatusExit"}, Status: 0, Body: 1, Kind: BodyText, Encodes: true, Exits: true},
		{Func: Func{pathGhttp, "Response", "WriteTpl"}, Status: None, Body: None, Kind: BodyHTML, UsesStatus: true},
		{Func: Func{pathGhttp, "Response", "WriteTplDefault"}, Status: None, Body: None, Kind: BodyHTML, UsesStatus: true},
		{Func: Func{pathGhttp, "Response", "WriteTplContent"}, Status: None, Body: None, Kind: BodyHTML, UsesStatus: true},
		{Func: Func{pathGhttp, "Response", "ServeFile"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pathGhttp, "Response", "ServeFileDownload"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pathGhttp, "Response", "ServeContent"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pathGhttp, "Response", "RedirectTo"}, Status: None, Fixed: 302, Body: None, Kind: BodyOther},
		{Func: Func{pathGhttp, "Response", "RedirectBack"}, Status: None, Fixed: 302, Body: None, Kind: BodyOther},
		{Func: Func{pathGhttp, "Request", "Exit"}, Status: None, Body: None, Kind: BodyEmpty, Exits: true},
		{Func: Func{pathGhttp, "Request", "ExitAll"}, Status: None, Body: None, Kind: BodyEmpty, Exits: true},
	},
	Next: []Func{{pathGhttp, "middleware", "Next"}},
	Routers: []Router{
		{
			Type:    Type{pathGhttp, "Server"},
			LateUse: LateUseApplies,
			Constructors: []Constructor{
				{Func: Func{pathGhttp, "", "GetServer"}, Runs: MiddlewareRecovery | MiddlewareBodyLimit},
				{Func: Func{pathGf, "", "Server"}, Runs: MiddlewareRecovery | MiddlewareBodyLimit},
			},
			Methods: slices.Concat(
				[]RouterMethod{
					{Name: "Use", Op: OpUse, Pattern: None, Handlers: 0, Callback: None},
					{Name: "BindMiddlewareDefault", Op: OpUse, Pattern: None, Handlers: 0, Callback: None},
					{Name: "BindMiddleware", Op: OpUse, Pattern: 0, Handlers: 1, Callback: None},
					{Name: "Group", Op: OpGroup, Pattern: 0, Handlers: None, Callback: 1},
					answers("BindStatusHandler", None, 1, UnknownRoute|UnknownMethod|Panicked), // whatever the code
					answers("BindStatusHandlerByMap", None, 0, UnknownRoute|UnknownMethod|Panicked),
				},
				handlesOne(0, 1, "BindHandler", "BindObject", "BindObjectMethod", "BindObjectRest"),
				serves("Run", "Start"),
			),
		},
		{
			Type:    Type{pathGhttp, "RouterGroup"},
			LateUse: LateUseSkipped,
			Methods: slices.Concat(
				[]RouterMethod{
					{Name: "Middleware", Op: OpUse, Pattern: None, Handlers: 0, Callback: None},
					{Name: "Group", Op: OpGroup, Pattern: 0, Handlers: None, Callback: 1},
					{Name: "Bind", Op: OpHandle, Pattern: None, Handlers: 0, Callback: None, Each: true},
				},
				groups(None, "Clone"),
				same(None, "Hook"),
				handlesOne(0, 1, "ALL", "GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "CONNECT", "OPTIONS", "TRACE", "REST"),
			),
		},
	},
	Middlewares: slices.Concat(
		middlewares(pathGhttp, MiddlewareCompression, "MiddlewareGzip"),
		middlewares(pathGhttp, MiddlewareError, "MiddlewareHandlerResponse"),
		middlewares(pathGhttp, MiddlewareOther, "MiddlewareJsonBody", "MiddlewareNeverDoneCtx"),
	),
	CORS: &CORS{
		Config: Type{pathGhttp, "CORSOptions"},
		Fields: []CORSField{
			{"AllowDomain", CORSHosts},
			{"AllowOrigin", CORSOrigins},
			{"AllowCredentials", CORSCredentials},
		},
		New: []CORSConstructor{{Func: Func{pathGhttp, "Response", "CORS"}, Origins: None}},
		Presets: []CORSPreset{
			{Func: Func{pathGhttp, "", "MiddlewareCORS"}, Anyone: true, Credentials: true, Complete: true},
			{Func: Func{pathGhttp, "Response", "CORSDefault"}, Anyone: true, Credentials: true, Complete: true},
			{Func: Func{pathGhttp, "Response", "DefaultCORSOptions"}, Anyone: true, Credentials: true},
		},
		Rules: []CORSRules{{Star: CORSStar, StarCredentials: CORSStar, Patterns: CORSExact}},
	},
	BodyLimit: &BodyLimit{
		Default: "8 MB",
		Fields:  []LimitField{{Type{pathGhttp, "ServerConfig"}, "ClientMaxBodySize", OffZero}},
		Setters: []LimitSetter{{Func{pathGhttp, "Server", "SetClientMaxBodySize"}, 0, OffZero}},
	},
	HeaderGetters: []HeaderFunc{{Func: Func{pathGhttp, "Request", "GetHeader"}, Name: 0, Value: None}},
}

// goframeLifecycle is goframe, read at v2.10.2: Run and Wait shut down at
// SIGTERM and wait five seconds, or as long as is configured.
var goframeLifecycle = &Lifecycle{
	Stops:    []Stopper{{Func: Func{pathGhttp, "Server", "Shutdown"}, Context: None}},
	Graceful: []Func{{pathGhttp, "Server", "Run"}, {pathGhttp, "", "Wait"}},
}
