package frameworks

import "slices"

const (
	pathKratosMiddleware = "github.com/go-kratos/kratos/v2/middleware"
	pathKratosHTTP       = "github.com/go-kratos/kratos/v2/transport/http"
	pathKratosErrors     = "github.com/go-kratos/kratos/v2/errors"
)

// kratos is github.com/go-kratos/kratos/v2, run at v2.8.3.
var kratos = &Framework{
	Name:      "kratos",
	Packages:  []string{pathKratosHTTP, pathKratosErrors},
	Lifecycle: kratosLifecycle,
	Contexts:  []Type{{pathKratosHTTP, "Context"}},
	Responses: []Type{{pathKratosHTTP, "Context"}},
	Handlers:  [][]Type{{{pathKratosHTTP, "Context"}}, {{pathHTTP, "ResponseWriter"}, {pathHTTP, "Request"}, {"", "error"}}},
	BodyReads: decodes(pathKratosHTTP, "Context", None, "Bind"),
	Writers: []Writer{
		{Func: Func{pathKratosHTTP, "Context", "JSON"}, Status: 0, Body: 1, Kind: BodyJSON},
		{Func: Func{pathKratosHTTP, "Context", "XML"}, Status: 0, Body: 1, Kind: BodyOther},
		{Func: Func{pathKratosHTTP, "Context", "String"}, Status: 0, Body: 1, Kind: BodyText},
		{Func: Func{pathKratosHTTP, "Context", "Blob"}, Status: 0, Body: 2, Kind: BodyUnknown, ContentType: 1},
		{Func: Func{pathKratosHTTP, "Context", "Stream"}, Status: 0, Body: 2, Kind: BodyUnknown, ContentType: 1},
		{Func: Func{pathKratosHTTP, "Context", "Result"}, Status: 0, Body: 1, Kind: BodyJSON},
		{Func: Func{pathKratosHTTP, "Context", "Returns"}, Status: None, Fixed: 200, Body: 0, Kind: BodyJSON},
		{Func: Func{pathKratosHTTP, "", "DefaultErrorEncoder"}, Status: None, Body: None, Kind: BodyJSON, Errors: true, Keys: []string{"code", "reason", "message", "metadata"}},
		{Func: Func{pathKratosHTTP, "", "DefaultResponseEncoder"}, Status: None, Body: 2, Kind: BodyJSON, UsesStatus: true},
	},
	Routers: []Router{
		{
			Type:           Type{pathKratosHTTP, "Server"},
			LateUse:        LateUseApplies,
			Unrecovered:    UnrecoveredLeft,
			RecoveryOption: "http.Middleware(recovery.Recovery())",
			Constructors:   []Constructor{{Func: Func{pathKratosHTTP, "", "NewServer"}, Runs: MiddlewareTimeout}}, // one second, unless it is told otherwise
			Methods: slices.Concat(
				[]RouterMethod{
					{Name: "Use", Op: OpUse, Pattern: 0, Handlers: 1, Callback: None},
					{Name: "Route", Op: OpGroup, Pattern: 0, Handlers: 1, Callback: None},
				},
				handles(0, 1, "Handle", "HandleFunc", "HandlePrefix"),
				handles(None, 2, "HandleHeader"),
				serves("Start"),
			),
			// Filters run on all requests, middleware where generated code calls it.
			Options: options(pathKratosHTTP,
				RouterMethod{Name: "Middleware", Op: OpUse, Pattern: None, Handlers: 0, Callback: None},
				RouterMethod{Name: "Filter", Op: OpUse, Pattern: None, Handlers: 0, Callback: None, Outside: true},
			),
		},
		{
			Type:    Type{pathKratosHTTP, "Router"},
			LateUse: LateUseApplies,
			Methods: slices.Concat(
				[]RouterMethod{{Name: "Group", Op: OpGroup, Pattern: 0, Handlers: 1, Callback: None}},
				handlerFirst(handles(0, 1, "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE")),
				handlerFirst(handles(1, 2, "Handle")),
			),
		},
	},
	Settings: []Setting{
		{Func: Func{pathKratosHTTP, "", "NotFoundHandler"}, Sets: UnknownRoute},
		{Func: Func{pathKratosHTTP, "", "MethodNotAllowedHandler"}, Sets: UnknownMethod},
	},
	Middlewares: slices.Concat(
		middlewares(pathKratosMiddleware+"/recovery", MiddlewareRecovery, "Recovery"),
		middlewares(pathKratosMiddleware+"/logging", MiddlewareLogging, "Server"),
		middlewares(pathKratosMiddleware+"/ratelimit", MiddlewareRateLimit, "Server"),
		middlewares(pathKratosMiddleware+"/auth/jwt", MiddlewareAuth, "Server"),
		middlewares(pathKratosMiddleware+"/metadata", MiddlewareOther, "Server"),
		middlewares(pathKratosMiddleware+"/metrics", MiddlewareOther, "Server"),
		middlewares(pathKratosMiddleware+"/tracing", MiddlewareOther, "Server"),
		middlewares(pathKratosMiddleware+"/validate", MiddlewareOther, "Validator"),
	),
	Errors: &Errors{
		Values: []ErrorValue{
			{Func: Func{pathKratosErrors, "", "New"}, Status: 0, Message: 2},
			{Func: Func{pathKratosErrors, "", "Newf"}, Status: 0, Message: 2},
			{Func: Func{pathKratosErrors, "", "Errorf"}, Status: 0, Message: 2},
			{Func: Func{pathKratosErrors, "", "BadRequest"}, Status: None, Fixed: 400, Message: 1},
			{Func: Func{pathKratosErrors, "", "Unauthorized"}, Status: None, Fixed: 401, Message: 1},
			{Func: Func{pathKratosErrors, "", "Forbidden"}, Status: None, Fixed: 403, Message: 1},
			{Func: Func{pathKratosErrors, "", "NotFound"}, Status: None, Fixed: 404, Message: 1},
			{Func: Func{pathKratosErrors, "", "Conflict"}, Status: None, Fixed: 409, Message: 1},
			{Func: Func{pathKratosErrors, "", "ClientClosed"}, Status: None, Fixed: 499, Message: 1},
			{Func: Func{pathKratosErrors, "", "InternalServer"}, Status: None, Fixed: 500, Message: 1},
			{Func: Func{pathKratosErrors, "", "ServiceUnavailable"}, Status: None, Fixed: 503, Message: 1},
			{Func: Func{pathKratosErrors, "", "GatewayTimeout"}, Status: None, Fixed: 504, Message: 1},
		},
		Same:      []Func{{pathKratosErrors, "Error", "WithCause"}, {pathKratosErrors, "Error", "WithMetadata"}},
		Handlers:  []Type{{pathKratosHTTP, "Context"}},
		Plain:     500,
		PlainText: true,
		Kind:      BodyJSON,
		Keys:      []string{"code:number", "reason:string", "message:string", "metadata:object"},
		New:       []Func{{pathKratosHTTP, "", "NewServer"}},
		Central:   []Func{{pathKratosHTTP, "", "ErrorEncoder"}},
		Default:   []Func{{pathKratosHTTP, "", "DefaultErrorEncoder"}},
	},
}

// kratosLifecycle is kratos, read at v2.8.3: App.Run stops its servers at
// SIGTERM and waits as long as StopTimeout says.
var kratosLifecycle = &Lifecycle{
	Stops:    []Stopper{{Func: Func{pathKratosHTTP, "Server", "Stop"}, Context: 0}},
	Graceful: []Func{{"github.com/go-kratos/kratos/v2", "App", "Run"}},
}
