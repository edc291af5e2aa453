package frameworks

import "slices"

const (
	pathIris        = "github.com/kataras/iris/v12"
	pathIrisContext = pathIris + "/context"
	pathIrisCORS    = pathIris + "/middleware/cors"
	pathIrisRecover = pathIris + "/middleware/recover"
	pathIrisRouter  = pathIris + "/core/router"
)

// iris is github.com/kataras/iris/v12, run at v12.2.11.
var iris = &Framework{
	Name:      "iris",
	Packages:  []string{pathIris, pathIrisContext, pathIrisCORS, pathIrisRecover, pathIrisRouter},
	Lifecycle: irisLifecycle,
	Contexts:  []Type{{pathIrisContext, "Context"}},
	Responses: []Type{{pathIrisContext, "Context"}},
	Collect:   []Func{{pathIrisContext, "Context", "SetErr"}},
	Handlers:  [][]Type{{{pathIrisContext, "Context"}}, {{pathIrisContext, "Context"}, {"", "error"}}},
	Writers: []Writer{
		{Func: Func{pathIrisContext, "Context", "StatusCode"}, Status: 0, Body: None, Kind: BodyText, StatusOnly: true, Default: true},
		{Func: Func{pathIrisContext, "Context", "StopWithStatus"}, Status: 0, Body: None, Kind: BodyText, StatusOnly: true, Aborts: true, Default: true},
		{Func: Func{pathIrisContext, "Context", "StopWithText"}, Status: 0, Body: 1, Kind: BodyText, Aborts: true, FormatsBody: true},
		{Func: Func{pathIrisContext, "Context", "StopWithError"}, Status: 0, Body: 1, Kind: BodyText, Aborts: true},
		{Func: Func{pathIrisContext, "Context", "StopWithPlainError"}, Status: 0, Body: 1, Kind: BodyText, Aborts: true},
		{Func: Func{pathIrisContext, "Context", "StopWithJSON"}, Status: 0, Body: 1, Kind: BodyJSON, Aborts: true},
		{Func: Func{pathIrisContext, "Context", "StopWithProblem"}, Status: 0, Body: None, Kind: BodyJSON, Aborts: true, ProblemJSON: true, Keys: []string{"title", "status"}},
		{Func: Func{pathIrisContext, "Context", "NotFound"}, Status: None, Fixed: 404, Body: None, Kind: BodyText, StatusOnly: true, Default: true},
		{Func: Func{pathIrisContext, "Context", "JSON"}, Status: None, Body: 0, Kind: BodyJSON, UsesStatus: true},
		{Func: Func{pathIrisContext, "Context", "JSONP"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathIrisContext, "Context", "XML"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathIrisContext, "Context", "YAML"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathIrisContext, "Context", "TextYAML"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathIrisContext, "Context", "Protobuf"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathIrisContext, "Context", "MsgPack"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathIrisContext, "Context", "Markdown"}, Status: None, Body: 0, Kind: BodyHTML, UsesStatus: true},
		{Func: Func{pathIrisContext, "Context", "HTML"}, Status: None, Body: 0, Kind: BodyHTML, UsesStatus: true},
		{Func: Func{pathIrisContext, "Context", "View"}, Status: None, Body: None, Kind: BodyHTML, UsesStatus: true},
		{Func: Func{pathIrisContext, "Context", "Binary"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathIrisContext, "Context", "Text"}, Status: None, Body: 0, Kind: BodyText, UsesStatus: true, FormatsBody: true},
		{Func: Func{pathIrisContext, "Context", "Write"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true},
		{Func: Func{pathIrisContext, "Context", "WriteString"}, Status: None, Body: 0, Kind: BodyText, UsesStatus: true},
		{Func: Func{pathIrisContext, "Context", "Writef"}, Status: None, Body: 0, Kind: BodyText, UsesStatus: true, FormatsBody: true},
		{Func: Func{pathIrisContext, "Context", "WriteWithExpiration"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true},
		{Func: Func{pathIrisContext, "Context", "StreamWriter"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathIrisContext, "Context", "Negotiate"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true},
		{Func: Func{pathIrisContext, "Context", "Render"}, Status: 0, Body: 1, Kind: BodyUnknown},
		{Func: Func{pathIrisContext, "Context", "RenderComponent"}, Status: None, Body: None, Kind: BodyHTML, UsesStatus: true},
		{Func: Func{pathIrisContext, "Context", "Problem"}, Status: None, Body: None, Kind: BodyJSON, Errors: true, ProblemJSON: true, Keys: []string{"title", "status"}},
		{Func: Func{pathIrisContext, "Context", "Redirect"}, Status: None, Fixed: 302, Body: None, Kind: BodyOther},
		{Func: Func{pathIrisContext, "Context", "ServeContent"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pathIrisContext, "Context", "ServeContentWithRate"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pathIrisContext, "Context", "ServeFile"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pathIrisContext, "Context", "ServeFileWithRate"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pathIrisContext, "Context", "SendFile"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pathIrisContext, "Context", "SendFileWithRate"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pathIrisContext, "Context", "WriteNotModified"}, Status: None, Fixed: 304, Body: None, Kind: BodyEmpty},
	},
	BodyReads: slices.Concat(
		bodyReads(pathIrisContext, "Context", None, "GetBody"),
		decodes(pathIrisContext, "Context", None, "ReadJSON", "ReadXML", "ReadYAML", "ReadBody", "ReadProtobuf", "ReadJSONProtobuf", "ReadMsgPack", "UnmarshalBody"),
		spills(pathIrisContext, "Context", "FormFile", "UploadFormFiles", "ReadForm"),
	),

	BodyMiddleware: "iris.LimitRequestBodySize(1 << 20)",

	BodyBounds:   []Func{{pathIrisContext, "Context", "SetMaxRequestBodySize"}},
	ContentTypes: []HeaderFunc{{Func: Func{pathIrisContext, "Context", "ContentType"}, Name: None, Value: 0}},
	Next:         []Func{{pathIrisContext, "Context", "Next"}},
	Abort:        []Func{{pathIrisContext, "Context", "StopExecution"}},
	Routers: []Router{
		{
			Type:        Type{pathIris, "Application"},
			LateUse:     LateUseSkipped,
			Unrecovered: UnrecoveredDrops,
			Recovery:    "recover.New()",
			Constructors: []Constructor{
				{Func: Func{pathIris, "", "New"}},
				{Func: Func{pathIris, "", "Default"}, Runs: MiddlewareRecovery | MiddlewareRequestID | MiddlewareCORS},
			},
			Methods: irisMethods,
			Defaults: []Default{
				{On: UnknownRoute | Panicked, Sends: "the text of the status", Write: "set %s.OnAnyErrorCode"},
				{On: UnknownMethod, Sends: "the text of the status", Enabled: true, Write: "set %s.OnAnyErrorCode"},
			},
		},
		{Type: Type{pathIrisRouter, "APIBuilder"}, LateUse: LateUseSkipped, Methods: irisMethods},
		{Type: Type{pathIrisRouter, "Party"}, LateUse: LateUseSkipped, Methods: irisMethods},
	},
	Middlewares: slices.Concat(
		middlewares(pathIrisRecover, MiddlewareRecovery, "New"),
		middlewares(pathIris+"/middleware/requestid", MiddlewareRequestID, "New"),
		middlewares(pathIris+"/middleware/rate", MiddlewareRateLimit, "Limit"),
		middlewares(pathIris+"/middleware/logger", MiddlewareLogging, "New"),
		middlewareMethods(pathIris+"/middleware/accesslog", "AccessLog", MiddlewareLogging, "Handler"),
		middlewares(pathIris+"/middleware/basicauth", MiddlewareAuth, "New", "Default", "Load"),
		middlewareMethods(pathIris+"/middleware/jwt", "Verifier", MiddlewareAuth, "Verify"),
		middlewares(pathIris+"/middleware/methodoverride", MiddlewareOther, "New"),
		middlewares(pathIris, MiddlewareCompression, "Compression"),
		middlewares(pathIris, MiddlewareBodyLimit, "LimitRequestBodySize"),
		middlewares(pathIris, MiddlewareFiles, "FileServer"),
	),
	Settings: []Setting{{Func: Func{pathIris, "", "WithFireMethodNotAllowed"}, Enables: UnknownMethod}},
	CORS: &CORS{
		New: []CORSConstructor{{
			Func: Func{pathIrisCORS, "", "New"}, Config: None, Origins: None,
			Preset: &CORSPreset{Anyone: true, Credentials: true},
		}},
		// Each of those that decide about origins takes the place of the others.
		Options: []CORSOption{
			{Func{pathIrisCORS, "CORS", "AllowOriginFunc"}, CORSFunc, 0},
			{Func{pathIrisCORS, "CORS", "AllowOriginMatcherFunc"}, CORSFunc, 0},
			{Func{pathIrisCORS, "CORS", "AllowOriginRegex"}, CORSRegexp, 0},
			{Func{pathIrisCORS, "CORS", "AllowOrigin"}, CORSOrigins, 0},
			{Func{pathIrisCORS, "CORS", "AllowOrigins"}, CORSOrigins, 0},
			{Func{pathIrisCORS, "CORS", "DisallowCredentials"}, CORSNoCredentials, None},
		},
		Presets: []CORSPreset{
			{Func: Func{pathIris, "", "Default"}, Anyone: true, Credentials: true, Complete: true},
			{Func: Func{pathIrisCORS, "", "AllowAnyOrigin"}, Anyone: true},
		},
		Rules: []CORSRules{{Star: CORSOrigin, StarCredentials: CORSOrigin, Patterns: CORSExact}},
	},
	HeaderSetters: []HeaderFunc{{Func: Func{pathIrisContext, "Context", "Header"}, Name: 0, Value: 1}},
	HeaderGetters: []HeaderFunc{{Func: Func{pathIrisContext, "Context", "GetHeader"}, Name: 0, Value: None}},
}

var irisMethods = slices.Concat(
	[]RouterMethod{
		{Name: "Use", Op: OpUse, Pattern: None, Handlers: 0, Callback: None},
		{Name: "UseOnce", Op: OpUse, Pattern: None, Handlers: 0, Callback: None},
		{Name: "UseGlobal", Op: OpUse, Pattern: None, Handlers: 0, Callback: None, Outside: true},
		{Name: "UseRouter", Op: OpUse, Pattern: None, Handlers: 0, Callback: None, Outside: true},
		{Name: "Party", Op: OpGroup, Pattern: 0, Handlers: 1, Callback: None},
		{Name: "PartyFunc", Op: OpGroup, Pattern: 0, Handlers: None, Callback: 1},
		{Name: "Subdomain", Op: OpGroup, Pattern: 0, Handlers: 1, Callback: None},
		{Name: "WildcardSubdomain", Op: OpGroup, Pattern: None, Handlers: 0, Callback: None},
		answers("OnErrorCode", None, 1, UnknownRoute|UnknownMethod|Panicked), // whatever the code
		answers("OnAnyErrorCode", None, 0, UnknownRoute|UnknownMethod|Panicked),
	},
	handles(0, 1, "Get", "Post", "Put", "Delete", "Connect", "Head", "Options", "Patch", "Trace", "Any"),
	handles(1, 2, "Handle", "HandleMany"),
	files("HandleDir", "StaticContent", "Favicon"),
	renders("RegisterView"),
	serves("Listen", "Run"),
)

// irisLifecycle is iris, read at v12.2.11: Run shuts down at SIGTERM unless it
// is told not to.
var irisLifecycle = &Lifecycle{
	Stops:    []Stopper{{Func: Func{pathIris, "Application", "Shutdown"}, Context: 0}},
	Graceful: []Func{{pathIris, "Application", "Run"}, {pathIris, "Application", "Listen"}},
}
