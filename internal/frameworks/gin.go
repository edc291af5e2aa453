package frameworks

import "slices"

const (
	pathGin       = "github.com/gin-gonic/gin"
	pathGinRender = pathGin + "/render"
)

// gin is github.com/gin-gonic/gin, run at v1.12.0.
var gin = &Framework{
	Name:      "gin",
	Packages:  []string{pathGin},
	Lifecycle: ginLifecycle,
	Contexts:  []Type{{pathGin, "Context"}},
	Next:      []Func{{pathGin, "Context", "Next"}},
	Abort:     []Func{{pathGin, "Context", "Abort"}},
	Collect:   []Func{{pathGin, "Context", "Error"}},
	Collected: []Func{{pathGin, "Context", "Errors"}},
	Stored:    []Func{{pathGin, "Context", "Value"}, {pathGin, "Context", "MustGet"}},
	Responses: []Type{{pathGin, "Context"}},
	Handlers:  [][]Type{{{pathGin, "Context"}}, {{pathGin, "Context"}, {"", "any"}}},
	Renderers: []Renderer{
		{Type{pathGinRender, "JSON"}, "Data", BodyJSON},
		{Type{pathGinRender, "IndentedJSON"}, "Data", BodyJSON},
		{Type{pathGinRender, "SecureJSON"}, "Data", BodyJSON},
		{Type{pathGinRender, "AsciiJSON"}, "Data", BodyJSON},
		{Type{pathGinRender, "PureJSON"}, "Data", BodyJSON},
		{Type{pathGinRender, "String"}, "Format", BodyText},
		{Type{pathGinRender, "Data"}, "Data", BodyUnknown},
		{Type{pathGinRender, "HTML"}, "Name", BodyHTML},
		{Type{pathGinRender, "JsonpJSON"}, "Data", BodyOther},
		{Type{pathGinRender, "XML"}, "Data", BodyOther},
		{Type{pathGinRender, "YAML"}, "Data", BodyOther},
		{Type{pathGinRender, "TOML"}, "Data", BodyOther},
		{Type{pathGinRender, "ProtoBuf"}, "Data", BodyOther},
		{Type{pathGinRender, "MsgPack"}, "Data", BodyOther},
		{Type{pathGinRender, "Redirect"}, "Location", BodyOther},
	},

	ChainHandler: Type{pathGin, "HandlerFunc"},
	ChainContext: Type{pathGin, "Context"},
	Writers: []Writer{
		{Func: Func{pathGin, "Context", "JSON"}, Status: 0, Body: 1, Kind: BodyJSON},
		{Func: Func{pathGin, "Context", "IndentedJSON"}, Status: 0, Body: 1, Kind: BodyJSON},
		{Func: Func{pathGin, "Context", "SecureJSON"}, Status: 0, Body: 1, Kind: BodyJSON},
		{Func: Func{pathGin, "Context", "JSONP"}, Status: 0, Body: 1, Kind: BodyOther},
		{Func: Func{pathGin, "Context", "AsciiJSON"}, Status: 0, Body: 1, Kind: BodyJSON},
		{Func: Func{pathGin, "Context", "PureJSON"}, Status: 0, Body: 1, Kind: BodyJSON},
		{Func: Func{pathGin, "Context", "XML"}, Status: 0, Body: 1, Kind: BodyOther},
		{Func: Func{pathGin, "Context", "YAML"}, Status: 0, Body: 1, Kind: BodyOther},
		{Func: Func{pathGin, "Context", "TOML"}, Status: 0, Body: 1, Kind: BodyOther},
		{Func: Func{pathGin, "Context", "ProtoBuf"}, Status: 0, Body: 1, Kind: BodyOther},
		{Func: Func{pathGin, "Context", "BSON"}, Status: 0, Body: 1, Kind: BodyOther},
		{Func: Func{pathGin, "Context", "String"}, Status: 0, Body: 1, Kind: BodyText, FormatsBody: true},
		{Func: Func{pathGin, "Context", "Data"}, Status: 0, Body: 2, Kind: BodyUnknown, ContentType: 1},
		{Func: Func{pathGin, "Context", "DataFromReader"}, Status: 0, Body: 3, Kind: BodyUnknown, ContentType: 2},
		{Func: Func{pathGin, "Context", "HTML"}, Status: 0, Body: 2, Kind: BodyHTML},
		{Func: Func{pathGin, "Context", "Render"}, Status: 0, Body: 1, Kind: BodyUnknown},
		{Func: Func{pathGin, "Context", "Negotiate"}, Status: 0, Body: 1, Kind: BodyUnknown},
		{Func: Func{pathGin, "Context", "Redirect"}, Status: 0, Body: None, Kind: BodyHTML},
		{Func: Func{pathGin, "Context", "Status"}, Status: 0, Body: None, Kind: BodyEmpty, StatusOnly: true},
		{Func: Func{pathGin, "Context", "AbortWithStatus"}, Status: 0, Body: None, Kind: BodyEmpty, StatusOnly: true, Aborts: true},
		{Func: Func{pathGin, "Context", "AbortWithStatusJSON"}, Status: 0, Body: 1, Kind: BodyJSON, Aborts: true},
		{Func: Func{pathGin, "Context", "AbortWithStatusPureJSON"}, Status: 0, Body: 1, Kind: BodyJSON, Aborts: true},
		{Func: Func{pathGin, "Context", "AbortWithError"}, Status: 0, Body: None, Kind: BodyEmpty, StatusOnly: true, Aborts: true, Collects: true},
		{Func: Func{pathGin, "Context", "File"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pathGin, "Context", "FileFromFS"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pathGin, "Context", "FileAttachment"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pathGin, "Context", "SSEvent"}, Status: None, Body: None, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathGin, "Context", "Stream"}, Status: None, Body: None, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathGin, "Context", "Bind"}, Status: None, Fixed: 400, Body: None, Kind: BodyEmpty, Aborts: true, Collects: true, OnFailure: true},
		{Func: Func{pathGin, "Context", "BindJSON"}, Status: None, Fixed: 400, Body: None, Kind: BodyEmpty, Aborts: true, Collects: true, OnFailure: true},
		{Func: Func{pathGin, "Context", "BindXML"}, Status: None, Fixed: 400, Body: None, Kind: BodyEmpty, Aborts: true, Collects: true, OnFailure: true},
		{Func: Func{pathGin, "Context", "BindYAML"}, Status: None, Fixed: 400, Body: None, Kind: BodyEmpty, Aborts: true, Collects: true, OnFailure: true},
		{Func: Func{pathGin, "Context", "BindTOML"}, Status: None, Fixed: 400, Body: None, Kind: BodyEmpty, Aborts: true, Collects: true, OnFailure: true},
		{Func: Func{pathGin, "Context", "BindQuery"}, Status: None, Fixed: 400, Body: None, Kind: BodyEmpty, Aborts: true, Collects: true, OnFailure: true},
		{Func: Func{pathGin, "Context", "BindHeader"}, Status: None, Fixed: 400, Body: None, Kind: BodyEmpty, Aborts: true, Collects: true, OnFailure: true},
		{Func: Func{pathGin, "Context", "BindUri"}, Status: None, Fixed: 400, Body: None, Kind: BodyEmpty, Aborts: true, Collects: true, OnFailure: true},
	},
	BodyReads: slices.Concat(
		bodyReads(pathGin, "Context", None, "GetRawData"),
		decodes(pathGin, "Context", None,
			"Bind", "BindJSON", "BindXML", "BindYAML", "BindTOML", "BindPlain",
			"ShouldBind", "ShouldBindJSON", "ShouldBindXML", "ShouldBindYAML", "ShouldBindTOML", "ShouldBindPlain",
			"ShouldBindBodyWithJSON", "ShouldBindBodyWithXML", "ShouldBindBodyWithYAML", "ShouldBindBodyWithTOML", "ShouldBindBodyWithPlain"),
		[]BodyRead{
			{Func: Func{pathGin, "Context", "MustBindWith"}, Body: None, Decodes: true, Binding: 1},
			{Func: Func{pathGin, "Context", "BindWith"}, Body: None, Decodes: true, Binding: 1},
			{Func: Func{pathGin, "Context", "ShouldBindWith"}, Body: None, Decodes: true, Binding: 1},
			{Func: Func{pathGin, "Context", "ShouldBindBodyWith"}, Body: None, Decodes: true, Binding: 1},
		},
		spills(pathGin, "Context", "FormFile", "MultipartForm"),
	),
	Preflights: PreflightsServer,
	Routers: []Router{
		{
			Type:        Type{pathGin, "Engine"},
			LateUse:     LateUseSkipped,
			Unrecovered: UnrecoveredDrops,
			Recovery:    "gin.Recovery()",
			Constructors: []Constructor{
				{Func: Func{pathGin, "", "New"}},
				{Func: Func{pathGin, "", "Default"}, Runs: MiddlewareRecovery | MiddlewareLogging},
			},
			Methods: ginMethods,
			Defaults: []Default{
				{On: UnknownRoute, Sends: `"404 page not found" as text/plain`, Write: "set %s.NoRoute"},
				{On: UnknownMethod, Sends: `"405 method not allowed" as text/plain`, Enabled: true, Write: "set %s.NoMethod"},
			},
		},
		{Type: Type{pathGin, "RouterGroup"}, LateUse: LateUseSkipped, Methods: ginMethods},
		{Type: Type{pathGin, "IRouter"}, LateUse: LateUseSkipped, Methods: ginMethods},
		{Type: Type{pathGin, "IRoutes"}, LateUse: LateUseSkipped, Methods: ginMethods},
	},
	Passes: []Func{{pathGin, "", "WrapH"}, {pathGin, "", "WrapF"}},
	Middlewares: slices.Concat(
		middlewares(pathGin, MiddlewareRecovery, "Recovery", "RecoveryWithWriter", "CustomRecovery", "CustomRecoveryWithWriter"),
		middlewares(pathGin, MiddlewareLogging, "Logger", "LoggerWithConfig", "LoggerWithFormatter", "LoggerWithWriter"),
		middlewares(pathGin, MiddlewareError, "ErrorLogger", "ErrorLoggerT"),
		middlewares(pathGin, MiddlewareAuth, "BasicAuth", "BasicAuthForRealm", "BasicAuthForProxy"),
		middlewares("github.com/gin-contrib/static", MiddlewareFiles, "Serve", "ServeRoot"),
		middlewares("github.com/gin-contrib/gzip", MiddlewareCompression, "Gzip"),
		middlewares("github.com/gin-contrib/requestid", MiddlewareRequestID, "New"),
		middlewares("github.com/gin-contrib/timeout", MiddlewareTimeout, "New"),
		middlewares("github.com/gin-contrib/size", MiddlewareBodyLimit, "RequestSizeLimiter"),
		middlewares("github.com/gin-contrib/zap", MiddlewareLogging, "Ginzap", "GinzapWithConfig"),
		middlewares("github.com/gin-contrib/zap", MiddlewareRecovery, "RecoveryWithZap", "CustomRecoveryWithZap"),
	),
	Answers: []Answer{
		{Func{pathGin, "", "Default"}, Default{On: Panicked, Sends: "an empty 500", Write: "use gin.New with gin.CustomRecovery"}},
		{Func{pathGin, "", "Recovery"}, ginPanicked},
	},
	Settings: []Setting{
		{Func: Func{pathGin, "Engine", "HandleMethodNotAllowed"}, Enables: UnknownMethod},
		{Func: Func{pathGin, "Engine", "HTMLRender"}, Pages: true},
	},
	HeaderSetters: []HeaderFunc{{Func: Func{pathGin, "Context", "Header"}, Name: 0, Value: 1}},
	HeaderGetters: []HeaderFunc{{Func: Func{pathGin, "Context", "GetHeader"}, Name: 0, Value: None}},
}

// ginPanicked is what gin's own recovery answers.
var ginPanicked = Default{On: Panicked, Sends: "an empty 500", Write: "use gin.CustomRecovery"}

var ginMethods = slices.Concat(
	[]RouterMethod{
		{Name: "Use", Op: OpUse, Pattern: None, Handlers: 0, Callback: None},
		{Name: "Group", Op: OpGroup, Pattern: 0, Handlers: 1, Callback: None},
		answers("NoRoute", None, 0, UnknownRoute),
		answers("NoMethod", None, 0, UnknownMethod),
	},
	handles(0, 1, "Any", "GET", "POST", "DELETE", "PATCH", "PUT", "OPTIONS", "HEAD"),
	handles(1, 2, "Handle", "Match"),
	files("StaticFile", "StaticFileFS", "Static", "StaticFS"),
	renders("LoadHTMLGlob", "LoadHTMLFiles", "LoadHTMLFS", "SetHTMLTemplate"),
	serves("Run", "RunTLS", "RunUnix", "RunFd", "RunListener", "Handler", "ServeHTTP"),
)

// ginLifecycle is gin, read at v1.12.0: the http.Server that Run makes is its
// own.
var ginLifecycle = &Lifecycle{Starts: slices.Concat(
	starts(Starter{Func: Func{pathGin, "Engine", ""}, Addr: 0, Listener: None}, "Run", "RunTLS", "RunUnix", "RunQUIC"),
	starts(Starter{Func: Func{pathGin, "Engine", ""}, Addr: None, Listener: 0}, "RunListener"),
	starts(Starter{Func: Func{pathGin, "Engine", ""}, Addr: None, Listener: None}, "RunFd"),
)}
