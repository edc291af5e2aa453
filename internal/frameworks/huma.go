package frameworks

import (
	"fmt"
	"slices"
)

const (
	pathHuma         = "github.com/danielgtaylor/huma/v2"
	pathHumaAdapters = pathHuma + "/adapters/"
)

// huma is github.com/danielgtaylor/huma/v2, run at v2.37.2.
var huma = &Framework{
	Name: "huma",
	Packages: []string{
		pathHuma, pathHumaAdapters + "humabunrouter", pathHumaAdapters + "humachi", pathHumaAdapters + "humaecho", pathHumaAdapters + "humafiber",
		pathHumaAdapters + "humaflow", pathHumaAdapters + "humagin", pathHumaAdapters + "humago", pathHumaAdapters + "humahttprouter", pathHumaAdapters + "humamux",
	},
	Contexts:  []Type{{pathHuma, "Context"}},
	Responses: []Type{{pathHuma, "Context"}},
	Bodies:    []Func{{pathHuma, "Context", "BodyWriter"}},
	Handlers:  [][]Type{{{pathHuma, "Context"}}, {{pathHuma, "Context"}, {"", "func"}}},
	Writers: []Writer{
		{Func: Func{pathHuma, "Context", "SetStatus"}, Status: 0, Body: None, Kind: BodyEmpty, StatusOnly: true},
		{Func: Func{pathHuma, "", "WriteErr"}, Status: 2, Body: None, Kind: BodyJSON, Errors: true, Default: true, ProblemJSON: true, Keys: []string{"title", "status", "detail"}},
	},
	Errors: humaErrors(),
	BodyLimit: &BodyLimit{
		Default: "1 MB",
		Fields:  []LimitField{{Type{pathHuma, "Operation"}, "MaxBodyBytes", OffNegative}},
	},
	Routers: []Router{
		{Type: Type{pathHuma, "API"}, LateUse: LateUsePositional, Methods: humaMethods},
		{Type: Type{pathHuma, "Group"}, LateUse: LateUsePositional, Methods: humaMethods},
	},
	RouterFuncs: slices.Concat(
		routerFuncs(pathHuma, 0, "", slices.Concat(
			handlesOne(1, 2, "Get", "Post", "Put", "Patch", "Delete", "Head"),
			[]RouterMethod{{Name: "Register", Op: OpHandle, Pattern: 1, Handlers: 2, Callback: None, Literals: true}},
			groups(1, "NewGroup"),
		)),
		humaAdapter("humachi", 0, "New"),
		humaAdapter("humago", 0, "New"),
		humaAdapter("humaecho", 0, "New"),
		humaAdapter("humaecho", 1, "NewWithGroup"),
		humaAdapter("humafiber", 0, "New"),
		humaAdapter("humafiber", 1, "NewWithGroup"),
		humaAdapter("humagin", 0, "New"),
		humaAdapter("humagin", 1, "NewWithGroup"),
		humaAdapter("humahttprouter", 0, "New"),
		humaAdapter("humamux", 0, "New"),
	),
	RouteTypes: []RouteType{{Type: Type{pathHuma, "Operation"}, Method: "Method", Path: "Path", Middlewares: "Middlewares"}},
	HeaderSetters: []HeaderFunc{
		{Func: Func{pathHuma, "Context", "SetHeader"}, Name: 0, Value: 1},
		{Func: Func{pathHuma, "Context", "AppendHeader"}, Name: 0, Value: 1, Adds: true},
	},
	HeaderGetters: []HeaderFunc{{Func: Func{pathHuma, "Context", "Header"}, Name: 0, Value: None}},
}

var humaMethods = []RouterMethod{{Name: "UseMiddleware", Op: OpUse, Pattern: None, Handlers: 0, Callback: None}}

// humaAdapter returns the row of a function that makes an API of another
// framework's router. With the default configuration it registers the routes of
// the documentation there.
func humaAdapter(pkg string, router int, name string) []RouterFunc {
	row := groups(None, name)[0]
	row.Freezing = []Func{{pathHuma, "", "DefaultConfig"}}
	return routerFuncs(pathHumaAdapters+pkg, router, "", []RouterMethod{row})
}

// humaErrors are answered with by huma itself; a service can put another
// function in the place of NewError, at any time. Handlers have no type of huma
// in their signature.
func humaErrors() *Errors {
	e := &Errors{
		Values: []ErrorValue{
			{Func: Func{pathHuma, "", "NewError"}, Status: 0, Message: 1},
			{Func: Func{pathHuma, "", "NewErrorWithContext"}, Status: 1, Message: 2},
		},
		Kind:    BodyJSON,
		Keys:    []string{"title:string", "status:number", "detail:string"},
		Central: []Func{{pathHuma, "", "NewError"}, {pathHuma, "", "NewErrorWithContext"}},
	}
	for _, adapter := range []string{"humabunrouter", "humachi", "humaecho", "humafiber", "humagin", "humago", "humahttprouter", "humamux"} {
		e.New = append(e.New, Func{pathHuma + "/adapters/" + adapter, "", "New"})
	}
	for _, s := range statusNames {
		name := fmt.Sprintf("Error%d%s", s.code, s.name)
		e.Values = append(e.Values, ErrorValue{Func: Func{pathHuma, "", name}, Status: None, Fixed: s.code, Message: 0})
	}
	return e
}
