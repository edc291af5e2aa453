package frameworks

import "slices"

const (
	pathEcho            = "github.com/labstack/echo"
	pathEcho4           = "github.com/labstack/echo/v4"
	pathEcho5           = "github.com/labstack/echo/v5"
	pathEchoMiddleware  = pathEcho + "/middleware"
	pathEcho4Middleware = pathEcho4 + "/middleware"
	pathEcho5Middleware = pathEcho5 + "/middleware"
)

// echo3 is github.com/labstack/echo up to v3, run at v3.3.10. Its functions and
// fields are those of v4.0.0.
var echo3 = &Framework{
	Name:      "echo v3",
	Packages:  []string{pathEcho, pathEchoMiddleware},
	Lifecycle: echoLifecycle(pathEcho),
	Contexts:  []Type{{pathEcho, "Context"}},
	Responses: []Type{{pathEcho, "Context"}},
	Handlers:  [][]Type{{{pathEcho, "Context"}}, {{"", "error"}, {pathEcho, "Context"}}},
	Writers:   echoWriters(pathEcho),
	Errors:    echoErrors(pathEcho, "Context"),
	BodyReads: echoBodyReads(pathEcho),
	CORS:      echoCORS(pathEchoMiddleware, CORSRules{Star: CORSStar, StarCredentials: CORSOrigin, Empty: CORSAsStar, Patterns: CORSExact}),
}

// echo4 is github.com/labstack/echo/v4, run at v4.1.17 to v4.16.0.
var echo4 = &Framework{
	Name:      "echo",
	Packages:  []string{pathEcho4, pathEcho4Middleware},
	Lifecycle: echoLifecycle(pathEcho4),
	Contexts:  []Type{{pathEcho4, "Context"}},
	Responses: []Type{{pathEcho4, "Context"}},
	Handlers:  [][]Type{{{pathEcho4, "Context"}}, {{"", "error"}, {pathEcho4, "Context"}}},
	Writers:   echoWriters(pathEcho4),
	Errors:    echoErrors(pathEcho4, "Context"),
	Settings:  []Setting{{Func: Func{pathEcho4, "Echo", "Renderer"}, Pages: true}},
	BodyReads: append(echoBodyReads(pathEcho4), decodes(pathEcho4, "DefaultBinder", 0, "BindBody")...),

	BodyMiddleware: `middleware.BodyLimit("1M")`,

	Preflights: PreflightsPrefix,
	Routers: []Router{
		{
			Type:         Type{pathEcho4, "Echo"},
			LateUse:      LateUseApplies,
			Unrecovered:  UnrecoveredDrops,
			Recovery:     "middleware.Recover()",
			Constructors: []Constructor{{Func: Func{pathEcho4, "", "New"}}},
			Methods:      echoMethods,
			Defaults:     echoDefaults,
		},
		{Type: Type{pathEcho4, "Group"}, LateUse: LateUseSkipped, Methods: echoMethods},
	},
	Passes:      []Func{{pathEcho4, "", "WrapHandler"}},
	Middlewares: echoMiddlewares(pathEcho4Middleware),
	CORS: echoCORS(pathEcho4Middleware,
		CORSRules{Before: "v4.1.0", Star: CORSStar, StarCredentials: CORSOrigin, Empty: CORSAsStar, Patterns: CORSExact},
		CORSRules{Before: "v4.2.0", Star: CORSStar, StarCredentials: CORSOrigin, Empty: CORSAsStar, Patterns: CORSComponents},
		CORSRules{Before: "v4.10.2", Star: CORSStar, StarCredentials: CORSOrigin, Empty: CORSAsStar, Patterns: CORSGlob},
		CORSRules{Star: CORSStar, StarCredentials: CORSStar, Empty: CORSAsStar, Patterns: CORSGlob},
	),
}

func echoCORS(middleware string, rules ...CORSRules) *CORS {
	return &CORS{
		Config: Type{middleware, "CORSConfig"},
		Fields: []CORSField{
			{"AllowOriginFunc", CORSFunc},
			{"AllowOrigins", CORSOrigins},
			{"AllowCredentials", CORSCredentials},
			{"UnsafeWildcardOriginWithAllowCredentials", CORSUnsafe},
		},
		New: []CORSConstructor{{Func: Func{middleware, "", "CORSWithConfig"}, Origins: None}},
		Presets: []CORSPreset{
			{Func: Func{middleware, "", "CORS"}, Origins: []string{"*"}, Complete: true},
			{Func: Func{middleware, "", "DefaultCORSConfig"}, Origins: []string{"*"}},
		},
		Rules: rules,
	}
}

// echo5 is github.com/labstack/echo/v5, run at v5.3.1.
var echo5 = &Framework{
	Name:      "echo v5",
	Packages:  []string{pathEcho5, pathEcho5Middleware},
	Lifecycle: echo5Lifecycle,
	Contexts:  []Type{{pathEcho5, "Context"}},
	Responses: []Type{{pathEcho5, "Context"}},
	Handlers:  [][]Type{{{pathEcho5, "Context"}}, {{pathEcho5, "Context"}, {"", "error"}}},
	Writers:   echoWriters(pathEcho5),
	Errors:    echoErrors(pathEcho5, "Context"),
	Settings:  []Setting{{Func: Func{pathEcho5, "Echo", "Renderer"}, Pages: true}},
	BodyReads: append(echoBodyReads(pathEcho5), decodes(pathEcho5, "", 0, "BindBody")...),

	BodyMiddleware: "middleware.BodyLimit(1 << 20)",

	Preflights: PreflightsPrefix,
	Routers: []Router{
		{
			Type:         Type{pathEcho5, "Echo"},
			LateUse:      LateUseApplies,
			Unrecovered:  UnrecoveredDrops,
			Recovery:     "middleware.Recover()",
			Constructors: []Constructor{{Func: Func{pathEcho5, "", "New"}}, {Func: Func{pathEcho5, "", "NewWithConfig"}}},
			Methods:      echoMethods,
			Defaults:     echoDefaults,
		},
		{Type: Type{pathEcho5, "Group"}, LateUse: LateUseSkipped, Methods: echoMethods},
	},
	Passes:      []Func{{pathEcho5, "", "WrapHandler"}},
	Middlewares: echoMiddlewares(pathEcho5Middleware),
	CORS: &CORS{
		Config: Type{pathEcho5Middleware, "CORSConfig"},
		Fields: []CORSField{
			{"UnsafeAllowOriginFunc", CORSFunc},
			{"AllowOrigins", CORSOrigins},
			{"AllowCredentials", CORSCredentials},
		},
		New: []CORSConstructor{
			{Func: Func{pathEcho5Middleware, "", "CORSWithConfig"}, Origins: None},
			{Func: Func{pathEcho5Middleware, "", "CORS"}, Config: None},
		},
		Rules: []CORSRules{
			{Star: CORSStar, StarCredentials: CORSFails, Empty: CORSFails, Patterns: CORSURL},
		},
	},
}

// echoErrors are those of all major versions. Up to v4 a plain error's text is
// sent in debug mode only, and a wrapped *HTTPError counts as a plain one.
func echoErrors(pkg, context string) *Errors {
	return &Errors{
		Values: errorVariables(pkg,
			ErrorValue{Func: Func{pkg, "", "NewHTTPError"}, Status: 0, Message: 1},
			ErrorValue{Func: Func{pkg, context, "Bind"}, Status: None, Fixed: 400, Message: None, Fails: true},
			ErrorValue{Func: Func{pkg, context, "File"}, Status: None, Message: None, Fails: true},
		),
		Types: []ErrorType{{Type: Type{pkg, "HTTPError"}, Status: "Code", Message: "Message"}},
		Same: []Func{
			{pkg, "HTTPError", "SetInternal"}, {pkg, "HTTPError", "WithInternal"}, {pkg, "HTTPError", "Wrap"},
		},
		Handlers: []Type{{pkg, context}},
		Plain:    500,
		Kind:     BodyJSON,
		Keys:     []string{"message:string"},
		New:      []Func{{pkg, "", "New"}, {pkg, "", "NewWithConfig"}},
		Central:  []Func{{pkg, "Echo", "HTTPErrorHandler"}, {pkg, "Config", "HTTPErrorHandler"}},
		Default:  []Func{{pkg, "Echo", "DefaultHTTPErrorHandler"}, {pkg, "", "DefaultHTTPErrorHandler"}},
	}
}

// echoDefaults are those of v4 and v5.
var echoDefaults = []Default{{
	On:      UnknownRoute | UnknownMethod | Panicked,
	Sends:   "JSON objects with nothing but message",
	Keys:    []string{"message:string"},
	Central: true,
	Write:   "set %s.HTTPErrorHandler",
}}

// echoBodyReads are those of all major versions. The binder decodes what the
// content type says, and parses forms with files.
func echoBodyReads(pkg string) []BodyRead {
	return slices.Concat(
		decodes(pkg, "Context", None, "Bind"),
		spills(pkg, "Context", "FormFile", "MultipartForm"),
	)
}

// echoMiddlewares are those of v4 and v5.
func echoMiddlewares(pkg string) []Middleware {
	return slices.Concat(
		middlewares(pkg, MiddlewareRecovery, "Recover", "RecoverWithConfig"),
		middlewares(pkg, MiddlewareLogging, "Logger", "LoggerWithConfig", "RequestLogger", "RequestLoggerWithConfig"),
		middlewares(pkg, MiddlewareBodyLimit, "BodyLimit", "BodyLimitWithConfig"),
		middlewares(pkg, MiddlewareRateLimit, "RateLimiter", "RateLimiterWithConfig"),
		middlewares(pkg, MiddlewareTimeout, "Timeout", "TimeoutWithConfig", "ContextTimeout", "ContextTimeoutWithConfig"),
		middlewares(pkg, MiddlewareCompression, "Gzip", "GzipWithConfig"),
		middlewares(pkg, MiddlewareRequestID, "RequestID", "RequestIDWithConfig"),
		middlewares(pkg, MiddlewareAuth, "BasicAuth", "BasicAuthWithConfig", "KeyAuth", "KeyAuthWithConfig"),
		middlewares(pkg, MiddlewareCORS, "CORS", "CORSWithConfig"),
		middlewares(pkg, MiddlewareFiles, "Static", "StaticWithConfig"),
		middlewares(pkg, MiddlewareOther, "AddTrailingSlash", "AddTrailingSlashWithConfig", "BodyDump", "BodyDumpWithConfig", "CSRF", "CSRFWithConfig",
			"Decompress", "DecompressWithConfig", "HTTPSNonWWWRedirect", "HTTPSRedirect", "HTTPSRedirectWithConfig", "HTTPSWWWRedirect", "MethodOverride",
			"MethodOverrideWithConfig", "NonWWWRedirect", "RemoveTrailingSlash", "RemoveTrailingSlashWithConfig", "Rewrite", "RewriteWithConfig", "Secure",
			"SecureWithConfig", "WWWRedirect"),
	)
}

// echoMethods are those of v4 and v5, of the server and of its groups.
var echoMethods = slices.Concat(
	[]RouterMethod{
		{Name: "Use", Op: OpUse, Pattern: None, Handlers: 0, Callback: None},
		{Name: "Pre", Op: OpUse, Pattern: None, Handlers: 0, Callback: None, Outside: true},
		{Name: "Group", Op: OpGroup, Pattern: 0, Handlers: 1, Callback: None},
		{Name: "Host", Op: OpGroup, Pattern: 0, Handlers: 1, Callback: None},
		answers("RouteNotFound", 0, 1, UnknownRoute),
	},
	handlerFirst(handles(0, 1, "Any", "CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "QUERY", "TRACE")),
	handlerFirst(handles(1, 2, "Add", "Match")),
	files("File", "FileFS", "Static", "StaticFS"),
	serves("Start", "StartTLS", "StartAutoTLS", "StartServer", "StartH2CServer", "ServeHTTP"),
)

// echoWriters are those of a version of echo; v5 has no method Error.
func echoWriters(pkg string) []Writer {
	return []Writer{
		{Func: Func{pkg, "Context", "JSON"}, Status: 0, Body: 1, Kind: BodyJSON},
		{Func: Func{pkg, "Context", "JSONPretty"}, Status: 0, Body: 1, Kind: BodyJSON},
		{Func: Func{pkg, "Context", "JSONBlob"}, Status: 0, Body: 1, Kind: BodyJSON, Encoded: true},
		{Func: Func{pkg, "Context", "JSONP"}, Status: 0, Body: 2, Kind: BodyOther},
		{Func: Func{pkg, "Context", "JSONPBlob"}, Status: 0, Body: 2, Kind: BodyOther},
		{Func: Func{pkg, "Context", "String"}, Status: 0, Body: 1, Kind: BodyText},
		{Func: Func{pkg, "Context", "HTML"}, Status: 0, Body: 1, Kind: BodyHTML},
		{Func: Func{pkg, "Context", "HTMLBlob"}, Status: 0, Body: 1, Kind: BodyHTML},
		{Func: Func{pkg, "Context", "XML"}, Status: 0, Body: 1, Kind: BodyOther},
		{Func: Func{pkg, "Context", "XMLPretty"}, Status: 0, Body: 1, Kind: BodyOther},
		{Func: Func{pkg, "Context", "XMLBlob"}, Status: 0, Body: 1, Kind: BodyOther},
		{Func: Func{pkg, "Context", "Blob"}, Status: 0, Body: 2, Kind: BodyUnknown, ContentType: 1},
		{Func: Func{pkg, "Context", "Stream"}, Status: 0, Body: 2, Kind: BodyUnknown, ContentType: 1},
		{Func: Func{pkg, "Context", "NoContent"}, Status: 0, Body: None, Kind: BodyEmpty},
		{Func: Func{pkg, "Context", "Redirect"}, Status: 0, Body: None, Kind: BodyOther},
		{Func: Func{pkg, "Context", "Render"}, Status: 0, Body: 2, Kind: BodyHTML},
		{Func: Func{pkg, "Context", "File"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pkg, "Context", "FileFS"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pkg, "Context", "Attachment"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pkg, "Context", "Inline"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pkg, "Context", "Error"}, Status: None, Body: None, Kind: BodyJSON, Errors: true, Default: true, Keys: []string{"message"}},
	}
}

func handlerFirst(rows []RouterMethod) []RouterMethod {
	for i := range rows {
		rows[i].HandlerFirst = true
	}
	return rows
}

// echoLifecycle is echo v4, read at v4.16.0, and v3.
func echoLifecycle(pkg string) *Lifecycle {
	return &Lifecycle{
		Starts: slices.Concat(
			starts(Starter{Func: Func{pkg, "Echo", ""}, Addr: 0, Listener: None, Stop: "Shutdown", Returns: true, Closed: true},
				"Start", "StartTLS", "StartAutoTLS", "StartH2CServer"),
			starts(Starter{Func: Func{pkg, "Echo", ""}, Addr: None, Listener: None, Stop: "Shutdown", Returns: true, Closed: true}, "StartServer"),
		),
		Stops: []Stopper{
			{Func: Func{pkg, "Echo", "Shutdown"}, Context: 0},
			{Func: Func{pkg, "Echo", "Close"}, Context: None},
		},
	}
}

// echo5Lifecycle is echo v5, read at v5.3.1: Start shuts down at SIGTERM and
// waits ten seconds at most, StartConfig when the context that it is given ends.
var echo5Lifecycle = &Lifecycle{Graceful: []Func{
	{pathEcho5, "Echo", "Start"}, {pathEcho5, "StartConfig", "Start"}, {pathEcho5, "StartConfig", "StartTLS"},
}}
