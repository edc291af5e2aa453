package frameworks

const pathGinCORS = "github.com/gin-contrib/cors"

// ginCORS is github.com/gin-contrib/cors, run at v1.7.7.
var ginCORS = &Framework{
	Name:     "github.com/gin-contrib/cors",
	Packages: []string{pathGinCORS},
	CORS: &CORS{
		Config:        Type{pathGinCORS, "Config"},
		Origins:       "AllowOrigins",
		AllowAll:      "AllowAllOrigins",
		OriginFuncs:   []string{"AllowOriginFunc", "AllowOriginWithContextFunc"},
		FuncsAdd:      true,
		Credentials:   "AllowCredentials",
		Wildcard:      "AllowWildcard",
		OneWildcard:   true,
		Regexps:       true,
		AllowAllAlone: true,
		New:           []ConfigArg{{Func{pathGinCORS, "", "New"}, 0}},
		AllowsAll:     []Func{{pathGinCORS, "", "Default"}},
		Defaults:      []Func{{pathGinCORS, "", "DefaultConfig"}},
		Harmless: []Func{
			{pathGinCORS, "Config", "AddAllowMethods"},
			{pathGinCORS, "Config", "AddAllowHeaders"},
			{pathGinCORS, "Config", "AddExposeHeaders"},
			{pathGinCORS, "Config", "Validate"},
		},
	},
}
