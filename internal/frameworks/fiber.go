package frameworks

import "slices"

const (
	pathFiber2     = "github.com/gofiber/fiber/v2"
	pathFiber3     = "github.com/gofiber/fiber/v3"
	pathFiber2CORS = pathFiber2 + "/middleware/cors"
	pathFiber3CORS = pathFiber3 + "/middleware/cors"
)

// fiber2 is github.com/gofiber/fiber/v2, run at v2.20.2 to v2.52.15.
var fiber2 = &Framework{
	Name:         "fiber v2",
	Packages:     []string{pathFiber2, pathFiber2CORS, pathFiber2 + "/middleware/recover"},
	Lifecycle:    fiber2Lifecycle,
	Contexts:     []Type{{pathFiber2, "Ctx"}},
	Responses:    []Type{{pathFiber2, "Ctx"}},
	Bodies:       []Func{{pathFasthttp, "Response", "BodyWriter"}},
	Handlers:     [][]Type{{{pathFiber2, "Ctx"}}, {{pathFiber2, "Ctx"}, {"", "error"}}},
	Writers:      fiberWriters(pathFiber2, "Ctx"),
	ContentTypes: []HeaderFunc{{Func: Func{pathFiber2, "Ctx", "Type"}, Name: None, Value: 0}},
	Next:         []Func{{pathFiber2, "Ctx", "Next"}},
	Errors:       fiberErrors(pathFiber2),
	BodyLimit:    fiberBodyLimit(pathFiber2),
	Settings:     []Setting{{Func: Func{pathFiber2, "Config", "Views"}, Pages: true}},
	Preflights:   PreflightsPrefix,
	Routers: []Router{
		{
			Type:         Type{pathFiber2, "App"},
			LateUse:      LateUsePositional,
			Unrecovered:  UnrecoveredEnds,
			Recovery:     "recover.New()",
			Constructors: []Constructor{{Func: Func{pathFiber2, "", "New"}}},
			Methods:      fiberMethods,
			Defaults:     fiberDefaults,
		},
		{Type: Type{pathFiber2, "Group"}, LateUse: LateUsePositional, Methods: fiberMethods},
		{Type: Type{pathFiber2, "Router"}, LateUse: LateUsePositional, Methods: fiberMethods},
	},
	Passes:      []Func{{pathFiber2 + "/middleware/adaptor", "", "HTTPHandler"}, {pathFiber2 + "/middleware/adaptor", "", "HTTPHandlerFunc"}},
	Middlewares: fiberMiddlewares(pathFiber2),
	CORS: &CORS{
		Config: Type{pathFiber2CORS, "Config"},
		Fields: []CORSField{
			{"AllowOrigins", CORSOrigins},
			{"AllowOriginsFunc", CORSFunc},
			{"AllowCredentials", CORSCredentials},
		},
		New: []CORSConstructor{{Func: Func{pathFiber2CORS, "", "New"}, Origins: None}},
		Presets: []CORSPreset{
			{Func: Func{pathFiber2CORS, "", "ConfigDefault"}, Origins: []string{"*"}},
		},
		Rules: []CORSRules{
			{Before: "v2.43.0", Star: CORSStar, StarCredentials: CORSOrigin, Empty: CORSAsStar, Patterns: CORSComponents, Funcs: CORSFuncAdds},
			{Before: "v2.52.0", Star: CORSStar, StarCredentials: CORSStar, Empty: CORSAsStar, EmptyWins: true, Patterns: CORSComponents, Funcs: CORSFuncAdds},
			{Before: "v2.52.1", Star: CORSStar, StarCredentials: CORSStar, Empty: CORSAsStar, Patterns: CORSComponents, Funcs: CORSFuncAdds},
			{Before: "v2.52.3", Star: CORSStar, StarCredentials: CORSFails, StarAlone: true, Empty: CORSAsStar, Patterns: CORSSubdomainLoose, Funcs: CORSFuncAdds},
			{Star: CORSStar, StarCredentials: CORSFails, StarAlone: true, Empty: CORSAsStar, Patterns: CORSSubdomain, Funcs: CORSFuncAdds},
		},
	},
	HeaderSetters: []HeaderFunc{
		{Func: Func{pathFiber2, "Ctx", "Set"}, Name: 0, Value: 1},
		{Func: Func{pathFiber2, "Ctx", "Append"}, Name: 0, Value: 1, Adds: true},
	},
	HeaderGetters: []HeaderFunc{{Func: Func{pathFiber2, "Ctx", "Get"}, Name: 0, Value: None}},
}

// fiber3 is github.com/gofiber/fiber/v3, run at v3.1.0.
var fiber3 = &Framework{
	Name:      "fiber v3",
	Packages:  []string{pathFiber3, pathFiber3CORS, pathFiber3 + "/middleware/recover"},
	Lifecycle: fiber3Lifecycle,
	Contexts:  []Type{{pathFiber3, "Ctx"}},
	Responses: []Type{{pathFiber3, "Ctx"}, {pathFiber3, "Res"}},
	Bodies:    []Func{{pathFasthttp, "Response", "BodyWriter"}},
	Handlers:  [][]Type{{{pathFiber3, "Ctx"}}, {{pathFiber3, "Ctx"}, {"", "error"}}},
	Writers: slices.Concat(fiberWriters(pathFiber3, "Ctx"), fiberWriters(pathFiber3, "Res"), []Writer{
		{Func: Func{pathFiber3, "Redirect", "To"}, Status: None, Fixed: 302, Body: None, Kind: BodyOther},
		{Func: Func{pathFiber3, "Redirect", "Route"}, Status: None, Fixed: 302, Body: None, Kind: BodyOther},
		{Func: Func{pathFiber3, "Redirect", "Back"}, Status: None, Fixed: 302, Body: None, Kind: BodyOther},
	}),
	ContentTypes: []HeaderFunc{{Func: Func{pathFiber3, "Ctx", "Type"}, Name: None, Value: 0}, {Func: Func{pathFiber3, "Res", "Type"}, Name: None, Value: 0}},
	Next:         []Func{{pathFiber3, "Ctx", "Next"}},
	Errors:       fiberErrors(pathFiber3),
	BodyLimit:    fiberBodyLimit(pathFiber3),
	Settings:     []Setting{{Func: Func{pathFiber3, "Config", "Views"}, Pages: true}},
	Preflights:   PreflightsPrefix,
	Routers: []Router{
		{
			Type:         Type{pathFiber3, "App"},
			LateUse:      LateUsePositional,
			Unrecovered:  UnrecoveredEnds,
			Recovery:     "recover.New()",
			Constructors: []Constructor{{Func: Func{pathFiber3, "", "New"}}, {Func: Func{pathFiber3, "", "NewWithCustomCtx"}}},
			Methods:      fiberMethods,
			Defaults:     fiberDefaults,
		},
		{Type: Type{pathFiber3, "Group"}, LateUse: LateUsePositional, Methods: fiberMethods},
		{Type: Type{pathFiber3, "Router"}, LateUse: LateUsePositional, Methods: fiberMethods},
	},
	Passes:      []Func{{pathFiber3 + "/middleware/adaptor", "", "HTTPHandler"}, {pathFiber3 + "/middleware/adaptor", "", "HTTPHandlerFunc"}},
	Middlewares: fiberMiddlewares(pathFiber3),
	CORS: &CORS{
		Config: Type{pathFiber3CORS, "Config"},
		Fields: []CORSField{
			{"AllowOrigins", CORSOrigins},
			{"AllowOriginsFunc", CORSFunc},
			{"AllowCredentials", CORSCredentials},
		},
		New: []CORSConstructor{{Func: Func{pathFiber3CORS, "", "New"}, Origins: None}},
		Presets: []CORSPreset{
			{Func: Func{pathFiber3CORS, "", "ConfigDefault"}, Origins: []string{"*"}},
		},
		Rules: []CORSRules{
			{Star: CORSStar, StarCredentials: CORSFails, Empty: CORSAsStar, Patterns: CORSSubdomain, Funcs: CORSFuncAdds},
		},
	},
	HeaderSetters: []HeaderFunc{
		{Func: Func{pathFiber3, "Ctx", "Set"}, Name: 0, Value: 1},
		{Func: Func{pathFiber3, "Ctx", "Append"}, Name: 0, Value: 1, Adds: true},
		{Func: Func{pathFiber3, "Res", "Set"}, Name: 0, Value: 1},
		{Func: Func{pathFiber3, "Res", "Append"}, Name: 0, Value: 1, Adds: true},
	},
	HeaderGetters: []HeaderFunc{
		{Func: Func{pathFiber3, "Ctx", "Get"}, Name: 0, Value: None},
		{Func: Func{pathFiber3, "Req", "Get"}, Name: 0, Value: None},
	},
}

// fiberBodyLimit is fasthttp's, which takes what is not positive for its default.
func fiberBodyLimit(pkg string) *BodyLimit {
	return &BodyLimit{Default: "4 MB", Fields: []LimitField{{Type{pkg, "Config"}, "BodyLimit", OffNever}}}
}

// fiberErrors are those of v2 and v3. The text of any error is sent, that of a
// wrapped one in whole.
func fiberErrors(pkg string) *Errors {
	return &Errors{
		Values: errorVariables(pkg,
			ErrorValue{Func: Func{pkg, "", "NewError"}, Status: 0, Message: 1},
			ErrorValue{Func: Func{pkg, "", "NewErrorf"}, Status: 0, Message: 1},
			ErrorValue{Func: Func{pkg, "Ctx", "BodyParser"}, Status: None, Fixed: 422, Message: None, Fails: true},
			ErrorValue{Func: Func{pkg, "Ctx", "SendFile"}, Status: None, Message: None, Fails: true},
		),
		Types:     []ErrorType{{Type: Type{pkg, "Error"}, Status: "Code", Message: "Message"}},
		Handlers:  []Type{{pkg, "Ctx"}},
		Plain:     500,
		PlainText: true,
		Kind:      BodyText,
		New:       []Func{{pkg, "", "New"}},
		Central:   []Func{{pkg, "Config", "ErrorHandler"}},
		Default:   []Func{{pkg, "", "DefaultErrorHandler"}},
	}
}

// fiberDefaults are those of v2 and v3. The text of a panic is sent.
var fiberDefaults = []Default{
	{On: UnknownRoute | UnknownMethod | Panicked | TooLarge, Sends: "text/plain", Central: true, Write: "set ErrorHandler in the fiber.Config of %s"},
}

// fiberMiddlewares are those of v2 and v3.
func fiberMiddlewares(pkg string) []Middleware {
	row := func(name string, kind MiddlewareKind) []Middleware {
		return middlewares(pkg+"/middleware/"+name, kind, "New")
	}
	return slices.Concat(
		row("recover", MiddlewareRecovery),
		row("logger", MiddlewareLogging),
		row("limiter", MiddlewareRateLimit),
		row("timeout", MiddlewareTimeout),
		row("compress", MiddlewareCompression),
		row("requestid", MiddlewareRequestID),
		row("basicauth", MiddlewareAuth),
		row("keyauth", MiddlewareAuth),
		row("cors", MiddlewareCORS),
		row("cache", MiddlewareOther),
		row("csrf", MiddlewareOther),
		row("earlydata", MiddlewareOther),
		row("encryptcookie", MiddlewareOther),
		row("etag", MiddlewareOther),
		row("expvar", MiddlewareOther),
		row("favicon", MiddlewareOther),
		row("healthcheck", MiddlewareOther),
		row("helmet", MiddlewareOther),
		row("idempotency", MiddlewareOther),
		row("monitor", MiddlewareOther),
		row("pprof", MiddlewareOther),
		row("redirect", MiddlewareOther),
		row("responsetime", MiddlewareOther),
		row("rewrite", MiddlewareOther),
		row("filesystem", MiddlewareFiles), // v2 only
		row("static", MiddlewareFiles),     // v3 only
	)
}

// fiberMethods are those of v2 and v3, of the app, of its groups and of the
// interface of both.
var fiberMethods = slices.Concat(
	[]RouterMethod{
		{Name: "Use", Op: OpUse, Pattern: None, Handlers: 0, Callback: None, Prefix: true},
		{Name: "Group", Op: OpGroup, Pattern: 0, Handlers: 1, Callback: None},
		{Name: "Route", Op: OpGroup, Pattern: 0, Handlers: None, Callback: 1},
		{Name: "Mount", Op: OpMount, Pattern: 0, Handlers: 1, Callback: None},
	},
	handles(0, 1, "All", "Connect", "Delete", "Get", "Head", "Options", "Patch", "Post", "Put", "Trace"),
	handles(1, 2, "Add"),
	files("Static"),
	serves("Listen", "ListenTLS", "ListenTLSWithCertificate", "ListenMutualTLS", "ListenMutualTLSWithCertificate", "Listener"),
)

// fiberWriters are those of a version of fiber.
func fiberWriters(pkg, recv string) []Writer {
	return []Writer{
		{Func: Func{pkg, recv, "Status"}, Status: 0, Body: None, Kind: BodyEmpty, StatusOnly: true},
		{Func: Func{pkg, recv, "SendStatus"}, Status: 0, Body: None, Kind: BodyText},
		{Func: Func{pkg, recv, "JSON"}, Status: None, Body: 0, Kind: BodyJSON, UsesStatus: true, ContentType: 1},
		{Func: Func{pkg, recv, "JSONP"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pkg, recv, "XML"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pkg, recv, "Send"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true},
		{Func: Func{pkg, recv, "SendString"}, Status: None, Body: 0, Kind: BodyText, UsesStatus: true},
		{Func: Func{pkg, recv, "SendStream"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true},
		{Func: Func{pkg, recv, "Write"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true},
		{Func: Func{pkg, recv, "WriteString"}, Status: None, Body: 0, Kind: BodyText, UsesStatus: true},
		{Func: Func{pkg, recv, "Writef"}, Status: None, Body: 0, Kind: BodyText, UsesStatus: true, FormatsBody: true},
		{Func: Func{pkg, recv, "Format"}, Status: None, Body: None, Kind: BodyUnknown, UsesStatus: true},
		{Func: Func{pkg, recv, "Render"}, Status: None, Body: 1, Kind: BodyHTML, UsesStatus: true},
		{Func: Func{pkg, recv, "SendFile"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pkg, recv, "Download"}, Status: None, Body: None, Kind: BodyOther},
		// v3 only
		{Func: Func{pkg, recv, "AutoFormat"}, Status: None, Body: None, Kind: BodyUnknown, UsesStatus: true},
		{Func: Func{pkg, recv, "CBOR"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pkg, recv, "MsgPack"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pkg, recv, "SendStreamWriter"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pkg, recv, "Drop"}, Status: None, Body: None, Kind: BodyOther},
		// v2 only
		{Func: Func{pkg, recv, "Redirect"}, Status: None, Fixed: 302, Body: None, Kind: BodyOther},
		{Func: Func{pkg, recv, "RedirectToRoute"}, Status: None, Fixed: 302, Body: None, Kind: BodyOther},
		{Func: Func{pkg, recv, "RedirectBack"}, Status: None, Fixed: 302, Body: None, Kind: BodyOther},
	}
}

// fiber2Lifecycle is fiber v2, read at v2.52.15. Shutdown waits as long as a
// connection is open.
var fiber2Lifecycle = &Lifecycle{
	Starts: slices.Concat(
		starts(Starter{Func: Func{pathFiber2, "App", ""}, Addr: 0, Listener: None, Stop: "ShutdownWithTimeout", Returns: true},
			"Listen", "ListenTLS", "ListenTLSWithCertificate", "ListenMutualTLS", "ListenMutualTLSWithCertificate"),
		starts(Starter{Func: Func{pathFiber2, "App", ""}, Addr: None, Listener: 0, Stop: "ShutdownWithTimeout", Returns: true}, "Listener"),
	),
	Stops: fiberStops(pathFiber2),
}

// fiber3Lifecycle is fiber v3, read at v3.1.0.
var fiber3Lifecycle = &Lifecycle{
	Starts: slices.Concat(
		starts(Starter{Func: Func{pathFiber3, "App", ""}, Addr: 0, Listener: None, Stop: "ShutdownWithTimeout", Returns: true}, "Listen"),
		starts(Starter{Func: Func{pathFiber3, "App", ""}, Addr: None, Listener: 0, Stop: "ShutdownWithTimeout", Returns: true}, "Listener"),
	),
	Stops:      fiberStops(pathFiber3),
	StopFields: []Field{{Type{pathFiber3, "ListenConfig"}, "GracefulContext"}},
}

func fiberStops(pkg string) []Stopper {
	return []Stopper{
		{Func: Func{pkg, "App", "Shutdown"}, Context: None, Instead: "ShutdownWithTimeout"},
		{Func: Func{pkg, "App", "ShutdownWithTimeout"}, Context: None},
		{Func: Func{pkg, "App", "ShutdownWithContext"}, Context: 0},
	}
}
