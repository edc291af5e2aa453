package frameworks

const pathChiCORS = "github.com/go-chi/cors"

// chiCORS is github.com/go-chi/cors, run at v1.0.1 to v1.2.2.
var chiCORS = &Framework{
	Name:        "github.com/go-chi/cors",
	Packages:    []string{pathChiCORS},
	Middlewares: []Middleware{{Func{pathChiCORS, "Cors", "Handler"}, MiddlewareCORS}},
	CORS: &CORS{
		Config: Type{pathChiCORS, "Options"},
		Fields: []CORSField{
			{"AllowOriginFunc", CORSFunc},
			{"AllowedOrigins", CORSOrigins},
			{"AllowCredentials", CORSCredentials},
		},
		New: []CORSConstructor{
			{Func: Func{pathChiCORS, "", "New"}, Origins: None},
			{Func: Func{pathChiCORS, "", "Handler"}, Origins: None},
		},
		Presets: []CORSPreset{
			{Func: Func{pathChiCORS, "", "AllowAll"}, Origins: []string{"*"}, Complete: true},
		},
		Rules: []CORSRules{
			{Before: "v1.1.0", Star: CORSStar, StarCredentials: CORSOrigin, Empty: CORSAsStar, Patterns: CORSOneStar, Funcs: CORSFuncDecides},
			{Star: CORSStar, StarCredentials: CORSStar, Empty: CORSAsStar, Patterns: CORSOneStar, Funcs: CORSFuncDecides},
		},
	},
}
