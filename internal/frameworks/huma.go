package frameworks

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
	HeaderSetters: []HeaderFunc{
		{Func: Func{pathHuma, "Context", "SetHeader"}, Name: 0, Value: 1},
		{Func: Func{pathHuma, "Context", "AppendHeader"}, Name: 0, Value: 1, Adds: true},
	},
	HeaderGetters: []HeaderFunc{{Func: Func{pathHuma, "Context", "Header"}, Name: 0, Value: None}},
}
