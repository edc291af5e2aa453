package frameworks

import "fmt"

const pathHuma = "github.com/danielgtaylor/huma/v2"

// huma is github.com/danielgtaylor/huma/v2, run at v2.37.2.
var huma = &Framework{
	Name:      "huma",
	Packages:  []string{pathHuma},
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
	HeaderSetters: []HeaderFunc{
		{Func: Func{pathHuma, "Context", "SetHeader"}, Name: 0, Value: 1},
		{Func: Func{pathHuma, "Context", "AppendHeader"}, Name: 0, Value: 1, Adds: true},
	},
	HeaderGetters: []HeaderFunc{{Func: Func{pathHuma, "Context", "Header"}, Name: 0, Value: None}},
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
