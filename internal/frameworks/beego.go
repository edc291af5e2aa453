package frameworks

const (
	pathBeegoContext = "github.com/beego/beego/v2/server/web/context"
	pathBeegoCORS    = "github.com/beego/beego/v2/server/web/filter/cors"
)

// beego is github.com/beego/beego/v2, run at v2.3.10.
var beego = &Framework{
	Name:     "beego",
	Packages: []string{pathBeegoContext, pathBeegoCORS},
	Contexts: []Type{{pathBeegoContext, "Context"}},
	CORS: &CORS{
		Config: Type{pathBeegoCORS, "Options"},
		Fields: []CORSField{
			{"AllowAllOrigins", CORSEveryone},
			{"AllowOrigins", CORSOrigins},
			{"AllowCredentials", CORSCredentials},
		},
		New: []CORSConstructor{{Func: Func{pathBeegoCORS, "", "Allow"}, Origins: None}},
		// The patterns of all filters are one list of the process: one filter
		// with "*" opens the others.
		Rules: []CORSRules{{Star: CORSOrigin, StarCredentials: CORSOrigin, Patterns: CORSStars, Shared: true}},
	},
	HeaderSetters: []HeaderFunc{{Func: Func{pathBeegoContext, "BeegoOutput", "Header"}, Name: 0, Value: 1}},
	HeaderGetters: []HeaderFunc{{Func: Func{pathBeegoContext, "BeegoInput", "Header"}, Name: 0, Value: None}},
}
