package frameworks

const pathFasthttp = "github.com/valyala/fasthttp"

// fasthttp is github.com/valyala/fasthttp, which fiber is built on.
var fasthttp = &Framework{
	Name:     "fasthttp",
	Packages: []string{pathFasthttp},
	Contexts: []Type{{pathFasthttp, "RequestCtx"}},
	HeaderSetters: []HeaderFunc{
		{Func: Func{pathFasthttp, "ResponseHeader", "Set"}, Name: 0, Value: 1},
		{Func: Func{pathFasthttp, "ResponseHeader", "SetCanonical"}, Name: 0, Value: 1},
		{Func: Func{pathFasthttp, "ResponseHeader", "Add"}, Name: 0, Value: 1, Adds: true},
		{Func: Func{pathFasthttp, "ResponseHeader", "Del"}, Name: 0, Value: None},
	},
	HeaderGetters: []HeaderFunc{{Func: Func{pathFasthttp, "RequestHeader", "Peek"}, Name: 0, Value: None}},
}
