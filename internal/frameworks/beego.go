package frameworks

import "slices"

const (
	pathBeego        = "github.com/beego/beego/v2/server/web"
	pathBeegoContext = "github.com/beego/beego/v2/server/web/context"
	pathBeegoCORS    = "github.com/beego/beego/v2/server/web/filter/cors"
)

// beego is github.com/beego/beego/v2, run at v2.3.10.
var beego = &Framework{
	Name:      "beego",
	Packages:  []string{pathBeegoContext, pathBeego, pathBeegoCORS},
	Lifecycle: beegoLifecycle,
	Contexts:  []Type{{pathBeegoContext, "Context"}},
	Responses: []Type{{pathBeegoContext, "Context"}, {pathBeegoContext, "BeegoOutput"}, {pathBeego, "Controller"}},
	Handlers:  [][]Type{{{pathBeegoContext, "Context"}}, {{pathBeegoContext, "Context"}, {"", "any"}}},
	Writers: []Writer{
		{Func: Func{pathBeegoContext, "Context", "Abort"}, Status: 0, Body: None, Kind: BodyEmpty, Exits: true},
		{Func: Func{pathBeegoContext, "Context", "JSONResp"}, Status: None, Body: 0, Kind: BodyJSON, UsesStatus: true},
		{Func: Func{pathBeegoContext, "Context", "Resp"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true},
		{Func: Func{pathBeegoContext, "Context", "XMLResp"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathBeegoContext, "Context", "YamlResp"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathBeegoContext, "Context", "ProtoResp"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathBeegoContext, "Context", "WriteString"}, Status: None, Body: 0, Kind: BodyText, UsesStatus: true},
		{Func: Func{pathBeegoContext, "Context", "Redirect"}, Status: 0, Body: None, Kind: BodyOther},
		{Func: Func{pathBeegoContext, "Context", "RenderMethodResult"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true},
		{Func: Func{pathBeegoContext, "BeegoOutput", "SetStatus"}, Status: 0, Body: None, Kind: BodyEmpty, StatusOnly: true},
		{Func: Func{pathBeegoContext, "BeegoOutput", "Body"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true},
		{Func: Func{pathBeegoContext, "BeegoOutput", "JSON"}, Status: None, Body: 0, Kind: BodyJSON, UsesStatus: true},
		{Func: Func{pathBeegoContext, "BeegoOutput", "JSONP"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathBeegoContext, "BeegoOutput", "XML"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathBeegoContext, "BeegoOutput", "YAML"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathBeegoContext, "BeegoOutput", "Proto"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathBeegoContext, "BeegoOutput", "ServeFormatted"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true},
		{Func: Func{pathBeegoContext, "BeegoOutput", "Download"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pathBeego, "Controller", "Abort"}, Status: 0, Body: None, Kind: BodyHTML, Exits: true},
		{Func: Func{pathBeego, "Controller", "CustomAbort"}, Status: 0, Body: 1, Kind: BodyText, Exits: true},
		{Func: Func{pathBeego, "Controller", "ServeJSON"}, Status: None, Body: None, Kind: BodyJSON, UsesStatus: true, Field: "Data", Key: "json"},
		{Func: Func{pathBeego, "Controller", "JSONResp"}, Status: None, Body: 0, Kind: BodyJSON, UsesStatus: true},
		{Func: Func{pathBeego, "Controller", "Resp"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true},
		{Func: Func{pathBeego, "Controller", "XMLResp"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathBeego, "Controller", "YamlResp"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathBeego, "Controller", "ServeJSONP"}, Status: None, Body: None, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathBeego, "Controller", "ServeXML"}, Status: None, Body: None, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathBeego, "Controller", "ServeYAML"}, Status: None, Body: None, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathBeego, "Controller", "ServeFormatted"}, Status: None, Body: None, Kind: BodyUnknown, UsesStatus: true},
		{Func: Func{pathBeego, "Controller", "Render"}, Status: None, Body: None, Kind: BodyHTML, UsesStatus: true},
		{Func: Func{pathBeego, "Controller", "SetData"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true},
		{Func: Func{pathBeego, "Controller", "Redirect"}, Status: 1, Body: None, Kind: BodyOther},
		{Func: Func{pathBeego, "Controller", "StopRun"}, Status: None, Body: None, Kind: BodyEmpty, Exits: true},
	},
	Routers: []Router{
		{
			Type:    Type{pathBeego, "HttpServer"},
			LateUse: LateUseApplies,
			Constructors: []Constructor{
				{Func: Func{pathBeego, "", "NewHttpSever"}, Runs: MiddlewareRecovery},
				{Func: Func{pathBeego, "", "NewHttpServerWithCfg"}, Runs: MiddlewareRecovery},
			},
			Methods: slices.Concat(beegoMethods, serves("Run")),
		},
		{
			Type:    Type{pathBeego, "ControllerRegister"},
			LateUse: LateUseApplies,
			Constructors: []Constructor{
				{Func: Func{pathBeego, "", "NewControllerRegister"}, Runs: MiddlewareRecovery},
				{Func: Func{pathBeego, "", "NewControllerRegisterWithCfg"}, Runs: MiddlewareRecovery},
			},
			Methods: slices.Concat(beegoMethods, handlesOne(0, 1, "Add"), handlesOne(1, 2, "AddMethod", "AddRouterMethod")),
		},
		{
			Type:         Type{pathBeego, "Namespace"},
			LateUse:      LateUseApplies,
			Constructors: []Constructor{{Func: Func{pathBeego, "", "NewNamespace"}, Prefix: true}},
			Methods: slices.Concat(
				[]RouterMethod{
					{Name: "Filter", Op: OpUse, Pattern: None, Handlers: 1, Callback: None},
					{Name: "Namespace", Op: OpMount, Pattern: None, Handlers: 0, Callback: None, Each: true},
				},
				same(None, "Cond"),
				beegoMethods,
			),
			Options: options(pathBeego, slices.Concat(
				[]RouterMethod{
					{Name: "NSBefore", Op: OpUse, Pattern: None, Handlers: 0, Callback: None},
					{Name: "NSInclude", Op: OpHandle, Pattern: None, Handlers: 0, Callback: None, Each: true},
				},
				groups(0, "NSNamespace"),
				same(None, "NSCond", "NSAfter"),
				handlesOne(0, 1, "NSRouter", "NSGet", "NSPost", "NSHead", "NSPut", "NSDelete", "NSAny", "NSOptions", "NSPatch", "NSHandler"),
				handlesOne(0, 1, "NSCtrlGet", "NSCtrlPost", "NSCtrlHead", "NSCtrlPut", "NSCtrlDelete", "NSCtrlAny", "NSCtrlOptions", "NSCtrlPatch", "NSAutoPrefix"),
				handlesOne(None, 0, "NSAutoRouter"),
			)...),
		},
	},
	RouterFuncs: routerFuncs(pathBeego, None, "BeeApp", slices.Concat(
		beegoMethods, serves("Run"),
		[]RouterMethod{
			{Name: "AddNamespace", Op: OpMount, Pattern: None, Handlers: 0, Callback: None, Each: true},
			answers("ErrorHandler", None, 1, UnknownRoute|UnknownMethod|Panicked), // whatever the code
			answers("ErrorController", None, 0, UnknownRoute|UnknownMethod|Panicked),
		},
	)),
	Middlewares: slices.Concat(
		middlewares(pathBeego+"/filter/auth", MiddlewareAuth, "Basic", "NewBasicAuthenticator"),
		middlewares(pathBeego+"/filter/apiauth", MiddlewareAuth, "APIBasicAuth", "APISecretAuth"),
		middlewares(pathBeego+"/filter/authz", MiddlewareAuth, "NewAuthorizer"),
		middlewares(pathBeego+"/filter/ratelimit", MiddlewareRateLimit, "NewLimiter"),
		middlewares(pathBeego+"/filter/session", MiddlewareOther, "Session"),
	),
	ContentTypes: []HeaderFunc{{Func: Func{pathBeegoContext, "BeegoOutput", "ContentType"}, Name: None, Value: 0}},
	BodyLimit: &BodyLimit{
		Default: "64 MB",
		Fields:  []LimitField{{Type{pathBeego, "Config"}, "MaxMemory", OffNever}, {Type{pathBeego, "Config"}, "MaxUploadSize", OffNever}},
	},
	CORS: &CORS{
		Config: Type{pathBeegoCORS, "Options"},
		Fields: []CORSField{
			{"AllowAllOrigins", CORSEveryone},
			{"AllowOrigins", CORSOrigins},
			{"AllowCredentials", CORSCredentials},
		},
		New: []CORSConstructor{{Func: Func{pathBeegoCORS, "", "Allow"}, Origins: None}},
		// The patterns of all filters are one list of the process: one filter
		// with "*" opens the others.
		Rules: []CORSRules{{Star: CORSOrigin, StarCredentials: CORSOrigin, Patterns: CORSStars, Shared: true}},
	},
	HeaderSetters: []HeaderFunc{{Func: Func{pathBeegoContext, "BeegoOutput", "Header"}, Name: 0, Value: 1}},
	HeaderGetters: []HeaderFunc{{Func: Func{pathBeegoContext, "BeegoInput", "Header"}, Name: 0, Value: None}},
}

var beegoMethods = slices.Concat(
	[]RouterMethod{
		{Name: "InsertFilter", Op: OpUse, Pattern: 0, Handlers: 2, Callback: None, Single: true},
		{Name: "InsertFilterChain", Op: OpUse, Pattern: 0, Handlers: 1, Callback: None, Single: true},
		{Name: "Include", Op: OpHandle, Pattern: None, Handlers: 0, Callback: None, Each: true},
	},
	handlesOne(0, 1, "Router", "RouterWithOpts", "RESTRouter", "Get", "Post", "Delete", "Put", "Head", "Options", "Patch", "Any", "Handler", "AutoPrefix"),
	handlesOne(0, 1, "CtrlGet", "CtrlPost", "CtrlHead", "CtrlPut", "CtrlPatch", "CtrlDelete", "CtrlOptions", "CtrlAny"),
	handlesOne(None, 0, "AutoRouter"),
)

// beegoLifecycle is beego, read at v2.3.10: whether Run is graceful is said by
// its configuration file.
var beegoLifecycle = &Lifecycle{Graceful: []Func{{pathBeego, "", "Run"}, {pathBeego, "", "RunWithMiddleWares"}, {pathBeego, "HttpServer", "Run"}}}
