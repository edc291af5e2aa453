package frameworks

const pathUnrolledRender = "github.com/unrolled/render"

// unrolledRender is github.com/unrolled/render, run at v1.6.1.
var unrolledRender = &Framework{
	Name:     "unrolled/render",
	Packages: []string{pathUnrolledRender},
	Writers: []Writer{
		{Func: Func{pathUnrolledRender, "Render", "JSON"}, Status: 1, Body: 2, Kind: BodyJSON},
		{Func: Func{pathUnrolledRender, "Render", "JSONP"}, Status: 1, Body: 3, Kind: BodyOther},
		{Func: Func{pathUnrolledRender, "Render", "Text"}, Status: 1, Body: 2, Kind: BodyText},
		{Func: Func{pathUnrolledRender, "Render", "Data"}, Status: 1, Body: 2, Kind: BodyOther},
		{Func: Func{pathUnrolledRender, "Render", "XML"}, Status: 1, Body: 2, Kind: BodyOther},
		{Func: Func{pathUnrolledRender, "Render", "HTML"}, Status: 1, Body: 3, Kind: BodyHTML},
		{Func: Func{pathUnrolledRender, "Render", "Render"}, Status: None, Body: None, Kind: BodyOther},
	},
}
