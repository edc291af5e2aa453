package frameworks

import "strings"

// A Signal is a function that tells what the middleware which calls it is for.
type Signal struct {
	Func // without a name: every function and method of the package
	Kind MiddlewareKind
}

// signals are the signals of the standard library and of libraries that in-house
// middleware is made with.
var signals = []Signal{
	{Func{pathHTTP, "", "MaxBytesReader"}, MiddlewareBodyLimit},
	{Func{"context", "", "WithTimeout"}, MiddlewareTimeout},
	{Func{"context", "", "WithDeadline"}, MiddlewareTimeout},
	{Func{"compress/gzip", "", "NewWriter"}, MiddlewareCompression},
	{Func{"compress/gzip", "", "NewWriterLevel"}, MiddlewareCompression},
	{Func{"golang.org/x/time/rate", "Limiter", "Allow"}, MiddlewareRateLimit},
	{Func{"golang.org/x/time/rate", "Limiter", "AllowN"}, MiddlewareRateLimit},
	{Func{pathHTTP, "Request", "BasicAuth"}, MiddlewareAuth},
	{Func{pathHTTP, "", "FileServer"}, MiddlewareFiles},
	{Func{pathHTTP, "", "FileServerFS"}, MiddlewareFiles},
	{Func{pathHTTP, "", "ServeFile"}, MiddlewareFiles},
	{Func{pathHTTP, "", "ServeFileFS"}, MiddlewareFiles},
	{Func{pathHTTP, "", "ServeContent"}, MiddlewareFiles},
	{Func{pathGin, "Context", "File"}, MiddlewareFiles},
	{Func{pathGin, "Context", "FileFromFS"}, MiddlewareFiles},
	{Func{pathEcho4, "Context", "File"}, MiddlewareFiles},
	{Func{pathEcho5, "Context", "File"}, MiddlewareFiles},
	{Func{pathFiber2, "Ctx", "SendFile"}, MiddlewareFiles},
	{Func{pathFiber3, "Ctx", "SendFile"}, MiddlewareFiles},
	{Func{"log", "", ""}, MiddlewareLogging},
	{Func{"log/slog", "", ""}, MiddlewareLogging},
	{Func{"go.uber.org/zap", "", ""}, MiddlewareLogging},
	{Func{"github.com/rs/zerolog", "", ""}, MiddlewareLogging},
	{Func{"github.com/sirupsen/logrus", "", ""}, MiddlewareLogging},
}

// headerSignals are what the names of headers end in that tell what the middleware
// which sets or reads them is for, in canonical form.
var headerSignals = map[string]MiddlewareKind{
	"Access-Control-Allow-Origin":  MiddlewareCORS,
	"Access-Control-Allow-Methods": MiddlewarePreflight,
	"Access-Control-Allow-Headers": MiddlewarePreflight,
	"Content-Encoding":             MiddlewareCompression,
	"Request-Id":                   MiddlewareRequestID, // X-Request-Id, and those with the service's own prefix
	"Correlation-Id":               MiddlewareRequestID,
	"Www-Authenticate":             MiddlewareAuth,
	"Authorization":                MiddlewareAuth,
}

// statusSignals are statuses that tell what the middleware which names them is
// for.
var statusSignals = map[int]MiddlewareKind{
	401: MiddlewareAuth,
	429: MiddlewareRateLimit,
}

// CallSignal returns what a call of f tells of the middleware round it.
func CallSignal(f Func) (kind MiddlewareKind) {
	for _, s := range signals {
		if s.Func == f || s.Name == "" && s.Pkg == f.Pkg {
			kind |= s.Kind
		}
	}
	return kind
}

// HeaderSignal returns what the name of a header tells of the middleware that
// sets or reads it.
func HeaderSignal(name string) (kind MiddlewareKind) {
	canonical := CanonicalHeader(name)
	for suffix, k := range headerSignals {
		if canonical == suffix || strings.HasSuffix(canonical, "-"+suffix) {
			kind |= k
		}
	}
	return kind
}

// StatusSignal returns what a status tells of the middleware that names it.
func StatusSignal(code int) MiddlewareKind { return statusSignals[code] }
