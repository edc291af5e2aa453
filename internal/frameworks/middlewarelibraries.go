package frameworks

import "slices"

// middlewareLibraries are libraries of middleware for services of several
// frameworks, by what their functions are for.
var middlewareLibraries = &Framework{
	Name: "middleware libraries",
	Packages: []string{
		pathAlice, pathHTTPRate, "github.com/go-chi/httplog", "github.com/go-chi/httplog/v2", "github.com/go-chi/httplog/v3",
		"github.com/NYTimes/gziphandler", "github.com/klauspost/compress/gzhttp", "github.com/didip/tollbooth", pathLimiter + "/drivers/middleware/stdlib",
	},
	Middlewares: slices.Concat(
		middlewares(pathHTTPRate, MiddlewareRateLimit, "Limit", "LimitAll", "LimitBy", "LimitByIP", "LimitByRealIP"),
		middlewareMethods(pathHTTPRate, "RateLimiter", MiddlewareRateLimit, "Handler"),
		middlewares("github.com/go-chi/httplog", MiddlewareLogging|MiddlewareRecovery|MiddlewareRequestID, "RequestLogger"),
		middlewares("github.com/go-chi/httplog/v2", MiddlewareLogging|MiddlewareRecovery|MiddlewareRequestID, "RequestLogger"),
		middlewares("github.com/go-chi/httplog/v3", MiddlewareLogging|MiddlewareRecovery, "RequestLogger"), // unless an option says otherwise
		middlewares("github.com/go-chi/jwtauth/v5", MiddlewareAuth, "Verifier", "Verify", "Authenticator"),
		middlewares("github.com/go-chi/oauth", MiddlewareAuth, "Authorize"),

		middlewares("github.com/NYTimes/gziphandler", MiddlewareCompression, "GzipHandler", "NewGzipLevelHandler", "MustNewGzipLevelHandler", "GzipHandlerWithOpts"),
		middlewares("github.com/klauspost/compress/gzhttp", MiddlewareCompression, "GzipHandler", "NewWrapper"),
		middlewares("github.com/CAFxX/httpcompression", MiddlewareCompression, "DefaultAdapter", "Adapter"),

		middlewares("github.com/didip/tollbooth", MiddlewareRateLimit, "LimitHandler", "LimitFuncHandler", "HTTPMiddleware"),
		middlewares("github.com/didip/tollbooth/v5", MiddlewareRateLimit, "LimitHandler", "LimitFuncHandler", "HTTPMiddleware"),
		middlewares("github.com/didip/tollbooth/v6", MiddlewareRateLimit, "LimitHandler", "LimitFuncHandler", "HTTPMiddleware"),
		middlewares("github.com/didip/tollbooth/v7", MiddlewareRateLimit, "LimitHandler", "LimitFuncHandler", "HTTPMiddleware"),
		middlewares("github.com/didip/tollbooth/v8", MiddlewareRateLimit, "LimitHandler", "LimitFuncHandler", "HTTPMiddleware"),
		middlewares("github.com/didip/tollbooth_chi", MiddlewareRateLimit, "LimitHandler"),
		middlewares("github.com/didip/tollbooth_gin", MiddlewareRateLimit, "LimitHandler"),
		middlewareMethods(pathLimiter+"/drivers/middleware/stdlib", "Middleware", MiddlewareRateLimit, "Handler"),
		middlewares(pathLimiter+"/drivers/middleware/gin", MiddlewareRateLimit, "NewMiddleware"),
		middlewares(pathLimiter+"/drivers/middleware/fasthttp", MiddlewareRateLimit, "NewMiddleware"),

		middlewares("github.com/gorilla/csrf", MiddlewareOther, "Protect"),
		middlewares("github.com/justinas/nosurf", MiddlewareOther, "New", "NewPure"),
		middlewareMethods("github.com/alexedwards/scs/v2", "SessionManager", MiddlewareOther, "LoadAndSave"),
		middlewareMethods("github.com/unrolled/secure", "Secure", MiddlewareOther, "Handler", "HandlerFuncWithNext"),

		// Tracing and metrics.
		middlewares("go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp", MiddlewareOther, "NewHandler", "NewMiddleware"),
		middlewares("go.opentelemetry.io/contrib/instrumentation/github.com/gorilla/mux/otelmux", MiddlewareOther, "Middleware"),
		middlewares("go.opentelemetry.io/contrib/instrumentation/github.com/gin-gonic/gin/otelgin", MiddlewareOther, "Middleware"),
		middlewares("go.opentelemetry.io/contrib/instrumentation/github.com/labstack/echo/otelecho", MiddlewareOther, "Middleware"),
		middlewares("go.opentelemetry.io/contrib/instrumentation/google.golang.org/grpc/otelgrpc", MiddlewareOther, "UnaryServerInterceptor", "StreamServerInterceptor"),
		middlewares("github.com/riandyrn/otelchi", MiddlewareOther, "Middleware"),
		middlewares("github.com/gofiber/contrib/otelfiber", MiddlewareOther, "Middleware"),
		middlewares("github.com/gofiber/contrib/otelfiber/v2", MiddlewareOther, "Middleware"),

		// gin
		middlewares("github.com/gin-contrib/logger", MiddlewareLogging, "SetLogger"),
		middlewares("github.com/gin-contrib/slog", MiddlewareLogging, "SetLogger"),
		middlewares("github.com/samber/slog-gin", MiddlewareLogging, "New", "NewWithConfig", "NewWithFilters"),
		middlewareMethods("github.com/appleboy/gin-jwt/v2", "GinJWTMiddleware", MiddlewareAuth, "MiddlewareFunc"),
		middlewareMethods("github.com/appleboy/gin-jwt/v3", "GinJWTMiddleware", MiddlewareAuth, "MiddlewareFunc"),
		middlewares("github.com/gin-contrib/secure", MiddlewareOther, "New"),
		middlewares("github.com/gin-contrib/sessions", MiddlewareOther, "Sessions", "SessionsMany"),

		// echo
		middlewares("github.com/labstack/echo-jwt/v4", MiddlewareAuth, "JWT", "WithConfig"),
		middlewares("github.com/labstack/echo-jwt/v5", MiddlewareAuth, "JWT", "WithConfig"),
		middlewares("github.com/labstack/echo-contrib/echoprometheus", MiddlewareOther, "NewMiddleware", "NewMiddlewareWithConfig"),
		middlewares("github.com/labstack/echo-contrib/session", MiddlewareOther, "Middleware", "MiddlewareWithConfig"),
		middlewares("github.com/samber/slog-echo", MiddlewareLogging, "New", "NewWithConfig", "NewWithFilters"),

		// fiber
		middlewares("github.com/gofiber/contrib/jwt", MiddlewareAuth, "New"),
		middlewares("github.com/gofiber/jwt/v3", MiddlewareAuth, "New"),
		middlewares("github.com/gofiber/contrib/fiberzap", MiddlewareLogging, "New"),
		middlewares("github.com/gofiber/contrib/fiberzap/v2", MiddlewareLogging, "New"),
		middlewares("github.com/gofiber/contrib/fiberzerolog", MiddlewareLogging, "New"),
		middlewares("github.com/samber/slog-fiber", MiddlewareLogging, "New", "NewWithConfig", "NewWithFilters"),

		// hertz
		middlewares("github.com/hertz-contrib/gzip", MiddlewareCompression, "Gzip", "GzipStream"),
		middlewares("github.com/hertz-contrib/requestid", MiddlewareRequestID, "New"),
		middlewares("github.com/hertz-contrib/limiter", MiddlewareRateLimit, "AdaptiveLimit"),
		middlewares("github.com/hertz-contrib/logger/accesslog", MiddlewareLogging, "New"),
		middlewareMethods("github.com/hertz-contrib/jwt", "HertzJWTMiddleware", MiddlewareAuth, "MiddlewareFunc"),
		middlewares("github.com/hertz-contrib/keyauth", MiddlewareAuth, "New"),
		middlewares("github.com/hertz-contrib/obs-opentelemetry/tracing", MiddlewareOther, "ServerMiddleware"),
		middlewares("github.com/hertz-contrib/secure", MiddlewareOther, "New"),
		middlewares("github.com/hertz-contrib/sessions", MiddlewareOther, "New", "Many"),
	),
	Lists: MiddlewareList{
		New:    []Func{{pathAlice, "", "New"}},
		Append: []Func{{pathAlice, "Chain", "Append"}},
		Extend: []Func{{pathAlice, "Chain", "Extend"}},
		Then:   []Func{{pathAlice, "Chain", "Then"}, {pathAlice, "Chain", "ThenFunc"}},
	},
}

const (
	pathAlice    = "github.com/justinas/alice"
	pathHTTPRate = "github.com/go-chi/httprate"
	pathLimiter  = "github.com/ulule/limiter/v3"
)
