package frameworks

const pathRSCORS = "github.com/rs/cors"

// rsCORS is github.com/rs/cors, run at v1.3.0 to v1.11.1.
var rsCORS = &Framework{
	Name:        "github.com/rs/cors",
	Packages:    []string{pathRSCORS},
	Middlewares: []Middleware{{Func{pathRSCORS, "Cors", "Handler"}, MiddlewareCORS}},
	CORS: &CORS{
		Config: Type{pathRSCORS, "Options"},
		Fields: []CORSField{
			{"AllowOriginVaryRequestFunc", CORSFunc},
			{"AllowOriginRequestFunc", CORSFunc},
			{"AllowOriginFunc", CORSFunc},
			{"AllowedOrigins", CORSOrigins},
			{"AllowCredentials", CORSCredentials},
		},
		New: []CORSConstructor{{Func: Func{pathRSCORS, "", "New"}, Origins: None}},
		Presets: []CORSPreset{
			{Func: Func{pathRSCORS, "", "Default"}, Origins: []string{"*"}, Complete: true},
			{Func: Func{pathRSCORS, "", "AllowAll"}, Origins: []string{"*"}, Credentials: true, Complete: true, Before: "v1.5.0"},
			{Func: Func{pathRSCORS, "", "AllowAll"}, Origins: []string{"*"}, Complete: true},
		},
		Rules: []CORSRules{
			{Before: "v1.5.0", Star: CORSOrigin, StarCredentials: CORSOrigin, Empty: CORSAsStar, Patterns: CORSOneStar, Funcs: CORSFuncDecides},
			{Before: "v1.11.0", Star: CORSStar, StarCredentials: CORSStar, Empty: CORSAsStar, Patterns: CORSOneStar, Funcs: CORSFuncDecides},
			{Star: CORSStar, StarCredentials: CORSStar, Empty: CORSAsStar, Patterns: CORSOneStar},
		},
	},
}
