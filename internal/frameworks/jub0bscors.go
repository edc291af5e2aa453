package frameworks

const pathJub0bsCORS = "github.com/jub0bs/cors"

// jub0bsCORS is github.com/jub0bs/cors, run at v1.0.1 and v1.0.2. What it refuses it
// refuses by an error of the constructor.
var jub0bsCORS = &Framework{
	Name:        "github.com/jub0bs/cors",
	Packages:    []string{pathJub0bsCORS},
	Middlewares: []Middleware{{Func{pathJub0bsCORS, "Middleware", "Wrap"}, MiddlewareCORS}},
	CORS: &CORS{
		Config: Type{pathJub0bsCORS, "Config"},
		Fields: []CORSField{
			{"Origins", CORSOrigins},
			{"Credentialed", CORSCredentials},
			{"DangerouslyTolerateSubdomainsOfPublicSuffixes", CORSPublicSuffixes},
		},
		New: []CORSConstructor{{Func: Func{pathJub0bsCORS, "", "NewMiddleware"}, Origins: None}},
		Rules: []CORSRules{
			{Star: CORSStar, StarCredentials: CORSFails, Empty: CORSFails, Patterns: CORSStrict},
		},
	},
}
