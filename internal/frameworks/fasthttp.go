package frameworks

import "slices"

const pathFasthttp = "github.com/valyala/fasthttp"

// fasthttp is github.com/valyala/fasthttp, which fiber is built on.
var fasthttp = &Framework{
	Name:      "fasthttp",
	Packages:  []string{pathFasthttp},
	Lifecycle: fasthttpLifecycle,
	Contexts:  []Type{{pathFasthttp, "RequestCtx"}},
	Responses: []Type{{pathFasthttp, "RequestCtx"}},
	Handlers:  [][]Type{{{pathFasthttp, "RequestCtx"}}, {{pathFasthttp, "RequestCtx"}, {"", "any"}}, {{pathFasthttp, "RequestCtx"}, {"", "error"}}},
	Writers: []Writer{
		{Func: Func{pathFasthttp, "RequestCtx", "Error"}, Status: 1, Body: 0, Kind: BodyText, Errors: true, Plain: true},
		{Func: Func{pathFasthttp, "RequestCtx", "SetStatusCode"}, Status: 0, Body: None, Kind: BodyEmpty, StatusOnly: true},
		{Func: Func{pathFasthttp, "RequestCtx", "SetBody"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true},
		{Func: Func{pathFasthttp, "RequestCtx", "SetBodyString"}, Status: None, Body: 0, Kind: BodyText, UsesStatus: true},
		{Func: Func{pathFasthttp, "RequestCtx", "Write"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true},
		{Func: Func{pathFasthttp, "RequestCtx", "WriteString"}, Status: None, Body: 0, Kind: BodyText, UsesStatus: true},
		{Func: Func{pathFasthttp, "RequestCtx", "SetBodyStream"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true},
		{Func: Func{pathFasthttp, "RequestCtx", "SetBodyStreamWriter"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathFasthttp, "RequestCtx", "TimeoutError"}, Status: None, Fixed: 408, Body: 0, Kind: BodyText, Errors: true, Plain: true},
		{Func: Func{pathFasthttp, "RequestCtx", "TimeoutErrorWithCode"}, Status: 1, Body: 0, Kind: BodyText, Errors: true, Plain: true},
		{Func: Func{pathFasthttp, "RequestCtx", "NotFound"}, Status: None, Fixed: 404, Body: None, Kind: BodyText, Errors: true, Plain: true},
		{Func: Func{pathFasthttp, "RequestCtx", "Success"}, Status: None, Fixed: 200, Body: None, Kind: BodyOther},
		{Func: Func{pathFasthttp, "RequestCtx", "SuccessString"}, Status: None, Fixed: 200, Body: None, Kind: BodyOther},
		{Func: Func{pathFasthttp, "RequestCtx", "NotModified"}, Status: None, Fixed: 304, Body: None, Kind: BodyEmpty},
		{Func: Func{pathFasthttp, "RequestCtx", "Redirect"}, Status: None, Fixed: 302, Body: None, Kind: BodyOther},
		{Func: Func{pathFasthttp, "RequestCtx", "RedirectBytes"}, Status: None, Fixed: 302, Body: None, Kind: BodyOther},
		{Func: Func{pathFasthttp, "RequestCtx", "SendFile"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pathFasthttp, "RequestCtx", "SendFileBytes"}, Status: None, Body: None, Kind: BodyOther},
		{Func: Func{pathFasthttp, "Response", "SetStatusCode"}, Status: 0, Body: None, Kind: BodyEmpty, StatusOnly: true, Part: true},
		{Func: Func{pathFasthttp, "Response", "SetBody"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true, Part: true},
		{Func: Func{pathFasthttp, "Response", "SetBodyString"}, Status: None, Body: 0, Kind: BodyText, UsesStatus: true, Part: true},
		{Func: Func{pathFasthttp, "Response", "SetBodyRaw"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true, Part: true},
		{Func: Func{pathFasthttp, "Response", "AppendBody"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true, Part: true},
		{Func: Func{pathFasthttp, "Response", "AppendBodyString"}, Status: None, Body: 0, Kind: BodyText, UsesStatus: true, Part: true},
		{Func: Func{pathFasthttp, "Response", "SetBodyStream"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true, Part: true},
		{Func: Func{pathFasthttp, "Response", "SetBodyStreamWriter"}, Status: None, Body: 0, Kind: BodyOther, UsesStatus: true, Part: true},
		{Func: Func{pathFasthttp, "Response", "SendFile"}, Status: None, Body: None, Kind: BodyOther, Part: true},
	},
	ContentTypes: []HeaderFunc{
		{Func: Func{pathFasthttp, "RequestCtx", "SetContentType"}, Name: None, Value: 0},
		{Func: Func{pathFasthttp, "ResponseHeader", "SetContentType"}, Name: None, Value: 0},
	},
	HeaderSetters: []HeaderFunc{
		{Func: Func{pathFasthttp, "ResponseHeader", "Set"}, Name: 0, Value: 1},
		{Func: Func{pathFasthttp, "ResponseHeader", "SetCanonical"}, Name: 0, Value: 1},
		{Func: Func{pathFasthttp, "ResponseHeader", "Add"}, Name: 0, Value: 1, Adds: true},
		{Func: Func{pathFasthttp, "ResponseHeader", "Del"}, Name: 0, Value: None},
	},
	HeaderGetters: []HeaderFunc{{Func: Func{pathFasthttp, "RequestHeader", "Peek"}, Name: 0, Value: None}},
}

// fasthttpLifecycle is fasthttp, read at v1.69.0. Shutdown waits as long as a
// connection is open.
var fasthttpLifecycle = &Lifecycle{
	Starts: slices.Concat(
		starts(Starter{Func: Func{pathFasthttp, "", ""}, Addr: 0, Listener: None}, "ListenAndServe", "ListenAndServeTLS", "ListenAndServeTLSEmbed", "ListenAndServeUNIX"),
		starts(Starter{Func: Func{pathFasthttp, "", ""}, Addr: None, Listener: 0}, "Serve", "ServeTLS", "ServeTLSEmbed"),
		starts(Starter{Func: Func{pathFasthttp, "Server", ""}, Addr: 0, Listener: None, Stop: "ShutdownWithContext", Returns: true}, "ListenAndServe", "ListenAndServeTLS", "ListenAndServeTLSEmbed", "ListenAndServeUNIX"),
		starts(Starter{Func: Func{pathFasthttp, "Server", ""}, Addr: None, Listener: 0, Stop: "ShutdownWithContext", Returns: true}, "Serve", "ServeTLS", "ServeTLSEmbed"),
	),
	Stops: []Stopper{
		{Func: Func{pathFasthttp, "Server", "Shutdown"}, Context: None, Instead: "ShutdownWithContext"},
		{Func: Func{pathFasthttp, "Server", "ShutdownWithContext"}, Context: 0},
	},
}
