package frameworks

const pathChiCORS = "github.com/go-chi/cors"

// chiCORS is github.com/go-chi/cors, run at v1.2.2.
var chiCORS = &Framework{
	Name:     "github.com/go-chi/cors",
	Packages: []string{pathChiCORS},
	CORS: &CORS{
		Config:         Type{pathChiCORS, "Options"},
		Origins:        "AllowedOrigins",
		OriginFuncs:    []string{"AllowOriginFunc"},
		StarStays:      true,
		Credentials:    "AllowCredentials",
		EmptyAllowsAll: true,
		New:            []ConfigArg{{Func{pathChiCORS, "", "New"}, 0}, {Func{pathChiCORS, "", "Handler"}, 0}},
		AllowsAll:      []Func{{pathChiCORS, "", "AllowAll"}},
	},
}
