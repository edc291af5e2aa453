package frameworks

const pathGinCORS = "github.com/gin-contrib/cors"

// ginCORS is github.com/gin-contrib/cors, run at v1.3.1 to v1.7.7.
var ginCORS = &Framework{
	Name:     "github.com/gin-contrib/cors",
	Packages: []string{pathGinCORS},
	CORS: &CORS{
		Config: Type{pathGinCORS, "Config"},
		Fields: []CORSField{
			{"AllowAllOrigins", CORSEveryone},
			{"AllowOrigins", CORSOrigins},
			{"AllowOriginFunc", CORSFunc},
			{"AllowOriginWithContextFunc", CORSFunc},
			{"AllowWildcard", CORSWildcards},
			{"AllowCredentials", CORSCredentials},
		},
		New: []CORSConstructor{{Func: Func{pathGinCORS, "", "New"}, Origins: None}},
		Presets: []CORSPreset{
			{Func: Func{pathGinCORS, "", "Default"}, Origins: []string{"*"}, Complete: true},
			{Func: Func{pathGinCORS, "", "DefaultConfig"}},
		},
		Rules: []CORSRules{
			{Before: "v1.6.0", Star: CORSStar, StarCredentials: CORSStar, EveryoneAlone: true, Empty: CORSFails, Patterns: CORSGinLoose, Funcs: CORSFuncAdds},
			{Before: "v1.7.4", Star: CORSStar, StarCredentials: CORSStar, EveryoneAlone: true, Empty: CORSFails, Patterns: CORSGinWildcard, Funcs: CORSFuncAdds},
			{Star: CORSStar, StarCredentials: CORSStar, EveryoneAlone: true, Empty: CORSFails, Patterns: CORSGin, Funcs: CORSFuncAdds},
		},
		Harmless: []Func{
			{pathGinCORS, "Config", "AddAllowMethods"},
			{pathGinCORS, "Config", "AddAllowHeaders"},
			{pathGinCORS, "Config", "AddExposeHeaders"},
			{pathGinCORS, "Config", "Validate"},
		},
	},
}
