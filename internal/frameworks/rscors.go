package frameworks

const pathRSCORS = "github.com/rs/cors"

// rsCORS is github.com/rs/cors, run at v1.11.1.
var rsCORS = &Framework{
	Name:     "github.com/rs/cors",
	Packages: []string{pathRSCORS},
	CORS: &CORS{
		Config:         Type{pathRSCORS, "Options"},
		Origins:        "AllowedOrigins",
		OriginFuncs:    []string{"AllowOriginVaryRequestFunc", "AllowOriginRequestFunc", "AllowOriginFunc"},
		Credentials:    "AllowCredentials",
		EmptyAllowsAll: true,
		New:            []ConfigArg{{Func{pathRSCORS, "", "New"}, 0}},
		AllowsAll:      []Func{{pathRSCORS, "", "Default"}, {pathRSCORS, "", "AllowAll"}},
	},
}
