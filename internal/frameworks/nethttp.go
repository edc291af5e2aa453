package frameworks

import "slices"

const pathHTTP = "net/http"

// netHTTP is the standard library's server, as of Go 1.26.
var netHTTP = &Framework{
	Name:      "net/http",
	Packages:  []string{pathHTTP},
	Lifecycle: httpLifecycle,
	Contexts:  []Type{{pathHTTP, "ResponseWriter"}, {pathHTTP, "Request"}},
	Handlers: [][]Type{
		{{pathHTTP, "ResponseWriter"}, {pathHTTP, "Request"}},
		{{pathHTTP, "ResponseWriter"}, {pathHTTP, "Request"}, {"", "func"}},  // negroni's middleware
		{{pathHTTP, "ResponseWriter"}, {pathHTTP, "Request"}, {"", "error"}}, // httputil's ErrorHandler
		{{pathHTTP, "ResponseWriter"}, {pathHTTP, "Request"}, {"", "any"}},   // httprouter's PanicHandler
	},
	// ParseForm stops at 10 MB by itself; FormValue and PostFormValue, which read
	// forms with files as ParseMultipartForm does, are for small forms.
	BodyReads: spills(pathHTTP, "Request", "ParseMultipartForm", "FormFile"),
	Writers:   append(httpWriters, textWriters...),
	Encoders: []Encoder{
		{New: Func{"encoding/json", "", "NewEncoder"}, Encode: Func{"encoding/json", "Encoder", "Encode"}, Kind: BodyJSON},
		{New: Func{"encoding/xml", "", "NewEncoder"}, Encode: Func{"encoding/xml", "Encoder", "Encode"}, Kind: BodyOther},
	},
	Preflights: PreflightsAround,
	Routers: []Router{{
		Type:         Type{pathHTTP, "ServeMux"},
		LateUse:      LateUseApplies,
		Unrecovered:  UnrecoveredLeft,
		Constructors: []Constructor{{Func: Func{pathHTTP, "", "NewServeMux"}}},
		Methods: []RouterMethod{
			{Name: "Handle", Op: OpHandle, Pattern: 0, Handlers: 1, Callback: None},
			{Name: "HandleFunc", Op: OpHandle, Pattern: 0, Handlers: 1, Callback: None},
		},
		// Unknown methods have their answer only where no pattern is for the rest.
		Defaults: []Default{{On: UnknownRoute, Sends: `"404 page not found" as text/plain`, Write: `register a handler for "/" on %s`}},
	}},
	Middlewares: slices.Concat(
		middlewares(pathHTTP, MiddlewareTimeout, "TimeoutHandler"),
		middlewares(pathHTTP, MiddlewareBodyLimit, "MaxBytesHandler"),
		middlewares(pathHTTP, MiddlewareOther, "StripPrefix", "AllowQuerySemicolons"),
	),
	Strips: []Func{{pathHTTP, "", "StripPrefix"}},
	Servers: []Server{
		{Func{pathHTTP, "", "ListenAndServe"}, 1},
		{Func{pathHTTP, "", "ListenAndServeTLS"}, 3},
		{Func{pathHTTP, "", "Serve"}, 1},
		{Func{pathHTTP, "", "ServeTLS"}, 1},
	},
	HeaderSetters: []HeaderFunc{
		{Func: Func{pathHTTP, "Header", "Set"}, Name: 0, Value: 1},
		{Func: Func{pathHTTP, "Header", "Add"}, Name: 0, Value: 1, Adds: true},
		{Func: Func{pathHTTP, "Header", "Del"}, Name: 0, Value: None},
	},
	HeaderGetters: []HeaderFunc{{Func: Func{pathHTTP, "Header", "Get"}, Name: 0, Value: None}},
}

var httpWriters = []Writer{
	{Func: Func{pathHTTP, "", "Error"}, Status: 2, Body: 1, Kind: BodyText, Errors: true, Plain: true},
	{Func: Func{pathHTTP, "", "NotFound"}, Status: None, Fixed: 404, Body: None, Kind: BodyText, Errors: true, Plain: true},
	{Func: Func{pathHTTP, "ResponseWriter", "WriteHeader"}, Status: 0, Body: None, Kind: BodyEmpty, StatusOnly: true},
	{Func: Func{pathHTTP, "ResponseWriter", "Write"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true},
	// Methods that types have which are an http.ResponseWriter as well.
	{Func: Func{pathHTTP, "ResponseWriter", "WriteString"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true},
	{Func: Func{pathHTTP, "ResponseWriter", "ReadFrom"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true},
	{Func: Func{pathHTTP, "Response", "Write"}, Status: None, Body: None, Kind: BodyOther},
	{Func: Func{pathHTTP, "", "Redirect"}, Status: 3, Body: None, Kind: BodyHTML},
	// The statuses of these are of their own choosing: they serve files.
	{Func: Func{pathHTTP, "", "ServeFile"}, Status: None, Body: None, Kind: BodyOther},
	{Func: Func{pathHTTP, "", "ServeFileFS"}, Status: None, Body: None, Kind: BodyOther},
	{Func: Func{pathHTTP, "", "ServeContent"}, Status: None, Body: None, Kind: BodyOther},
}

// textWriters write to any io.Writer, and so to a response.
var textWriters = []Writer{
	{Func: Func{"io", "", "WriteString"}, Status: None, Body: 1, Kind: BodyUnknown, UsesStatus: true},
	{Func: Func{"io", "", "Copy"}, Status: None, Body: 1, Kind: BodyUnknown, UsesStatus: true},
	{Func: Func{"io", "", "CopyN"}, Status: None, Body: 1, Kind: BodyUnknown, UsesStatus: true},
	{Func: Func{"io", "", "CopyBuffer"}, Status: None, Body: 1, Kind: BodyUnknown, UsesStatus: true},
	{Func: Func{"fmt", "", "Fprint"}, Status: None, Body: 1, Kind: BodyUnknown, UsesStatus: true},
	{Func: Func{"fmt", "", "Fprintln"}, Status: None, Body: 1, Kind: BodyUnknown, UsesStatus: true},
	{Func: Func{"fmt", "", "Fprintf"}, Status: None, Body: 1, Kind: BodyUnknown, UsesStatus: true, FormatsBody: true},
	{Func: Func{"html/template", "Template", "Execute"}, Status: None, Body: 1, Kind: BodyHTML, UsesStatus: true},
	{Func: Func{"html/template", "Template", "ExecuteTemplate"}, Status: None, Body: 2, Kind: BodyHTML, UsesStatus: true},
	{Func: Func{"text/template", "Template", "Execute"}, Status: None, Body: 1, Kind: BodyOther, UsesStatus: true},
	{Func: Func{"text/template", "Template", "ExecuteTemplate"}, Status: None, Body: 2, Kind: BodyOther, UsesStatus: true},
	{Func: Func{"net/http/httputil", "ReverseProxy", "ServeHTTP"}, Status: None, Body: None, Kind: BodyOther},
}

// httpLifecycle is net/http, read at Go 1.26. Shutdown closes the listeners
// first, at which Serve returns, and waits then; with a context that has ended
// it does not wait.
var httpLifecycle = &Lifecycle{
	Starts: slices.Concat(
		[]Starter{
			start(pathHTTP, "", "ListenAndServe", 0),
			start(pathHTTP, "", "ListenAndServeTLS", 0),
			{Func: Func{pathHTTP, "", "Serve"}, Addr: None, Listener: 0},
			{Func: Func{pathHTTP, "", "ServeTLS"}, Addr: None, Listener: 0},
		},
		starts(Starter{Func: Func{pathHTTP, "Server", ""}, Addr: None, Listener: None, Stop: "Shutdown", Returns: true, Closed: true}, "ListenAndServe", "ListenAndServeTLS"),
		starts(Starter{Func: Func{pathHTTP, "Server", ""}, Addr: None, Listener: 0, Stop: "Shutdown", Returns: true, Closed: true}, "Serve", "ServeTLS"),
	),
	Stops: []Stopper{
		{Func: Func{pathHTTP, "Server", "Shutdown"}, Context: 0},
		{Func: Func{pathHTTP, "Server", "Close"}, Context: None},
	},
}
