package frameworks

const (
	pathHertzApp      = "github.com/cloudwego/hertz/pkg/app"
	pathHertzProtocol = "github.com/cloudwego/hertz/pkg/protocol"
	pathHertzCORS     = "github.com/hertz-contrib/cors"
)

// hertz is github.com/cloudwego/hertz, run at v0.10.4.
var hertz = &Framework{
	Name:     "hertz",
	Packages: []string{pathHertzApp, pathHertzProtocol},
	Contexts: []Type{{pathHertzApp, "RequestContext"}},
	Next:     []Func{{pathHertzApp, "RequestContext", "Next"}},
	Abort:    []Func{{pathHertzApp, "RequestContext", "Abort"}},
	HeaderSetters: []HeaderFunc{
		{Func: Func{pathHertzApp, "RequestContext", "Header"}, Name: 0, Value: 1},
		{Func: Func{pathHertzProtocol, "ResponseHeader", "Set"}, Name: 0, Value: 1},
		{Func: Func{pathHertzProtocol, "ResponseHeader", "Add"}, Name: 0, Value: 1, Adds: true},
	},
	HeaderGetters: []HeaderFunc{
		{Func: Func{pathHertzApp, "RequestContext", "GetHeader"}, Name: 0, Value: None},
		{Func: Func{pathHertzProtocol, "RequestHeader", "Get"}, Name: 0, Value: None},
		{Func: Func{pathHertzProtocol, "RequestHeader", "Peek"}, Name: 0, Value: None},
	},
}

// hertzCORS is github.com/hertz-contrib/cors, run at its state after v0.1.0.
var hertzCORS = &Framework{
	Name:     "github.com/hertz-contrib/cors",
	Packages: []string{pathHertzCORS},
	CORS: &CORS{
		Config: Type{pathHertzCORS, "Config"},
		Fields: []CORSField{
			{"AllowAllOrigins", CORSEveryone},
			{"AllowOrigins", CORSOrigins},
			{"AllowOriginFunc", CORSFunc},
			{"AllowWildcard", CORSWildcards},
			{"AllowCredentials", CORSCredentials},
		},
		New: []CORSConstructor{{Func: Func{pathHertzCORS, "", "New"}, Origins: None}},
		Presets: []CORSPreset{
			{Func: Func{pathHertzCORS, "", "Default"}, Origins: []string{"*"}, Complete: true},
			{Func: Func{pathHertzCORS, "", "DefaultConfig"}},
		},
		Rules: []CORSRules{
			{Star: CORSStar, StarCredentials: CORSStar, EveryoneAlone: true, Empty: CORSFails, Patterns: CORSGinLoose, Funcs: CORSFuncAdds},
		},
		Harmless: []Func{
			{pathHertzCORS, "Config", "AddAllowMethods"},
			{pathHertzCORS, "Config", "AddAllowHeaders"},
			{pathHertzCORS, "Config", "AddExposeHeaders"},
			{pathHertzCORS, "Config", "Validate"},
		},
	},
}
