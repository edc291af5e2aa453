package frameworks

const pathHTTP = "net/http"

// netHTTP is the standard library's server, as of Go 1.26.
var netHTTP = &Framework{
	Name:     "net/http",
	Packages: []string{pathHTTP},
	Contexts: []Type{{pathHTTP, "ResponseWriter"}, {pathHTTP, "Request"}},
	Writers: []Writer{
		{Func: Func{pathHTTP, "", "Error"}, Status: 2, Body: 1, Kind: BodyText},
		{Func: Func{pathHTTP, "", "NotFound"}, Status: None, Fixed: 404, Body: None, Kind: BodyText},
		{Func: Func{pathHTTP, "ResponseWriter", "WriteHeader"}, Status: 0, Body: None, Kind: BodyEmpty, StatusOnly: true},
		{Func: Func{pathHTTP, "ResponseWriter", "Write"}, Status: None, Body: 0, Kind: BodyUnknown, UsesStatus: true},
		{Func: Func{pathHTTP, "", "Redirect"}, Status: 3, Body: None, Kind: BodyHTML},
	},
	Routers: []Router{{
		Type:         Type{pathHTTP, "ServeMux"},
		LateUse:      LateUseApplies,
		Constructors: []Constructor{{Func: Func{pathHTTP, "", "NewServeMux"}}},
		Methods: []RouterMethod{
			{Name: "Handle", Op: OpHandle, Pattern: 0, Handlers: 1, Callback: None},
			{Name: "HandleFunc", Op: OpHandle, Pattern: 0, Handlers: 1, Callback: None},
		},
	}},
	Middlewares: []Middleware{
		{Func{pathHTTP, "", "TimeoutHandler"}, MiddlewareOther},
		{Func{pathHTTP, "", "MaxBytesHandler"}, MiddlewareOther},
		{Func{pathHTTP, "", "StripPrefix"}, MiddlewareOther},
		{Func{pathHTTP, "", "AllowQuerySemicolons"}, MiddlewareOther},
	},
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
