package frameworks

const (
	pathFiber2     = "github.com/gofiber/fiber/v2"
	pathFiber3     = "github.com/gofiber/fiber/v3"
	pathFiber2CORS = pathFiber2 + "/middleware/cors"
	pathFiber3CORS = pathFiber3 + "/middleware/cors"
)

// fiber2 is github.com/gofiber/fiber/v2, run at v2.20.2 to v2.52.15.
var fiber2 = &Framework{
	Name:     "fiber v2",
	Packages: []string{pathFiber2, pathFiber2CORS},
	Contexts: []Type{{pathFiber2, "Ctx"}},
	Next:     []Func{{pathFiber2, "Ctx", "Next"}},
	Errors:   fiberErrors(pathFiber2),
	CORS: &CORS{
		Config: Type{pathFiber2CORS, "Config"},
		Fields: []CORSField{
			{"AllowOrigins", CORSOrigins},
			{"AllowOriginsFunc", CORSFunc},
			{"AllowCredentials", CORSCredentials},
		},
		New: []CORSConstructor{{Func: Func{pathFiber2CORS, "", "New"}, Origins: None}},
		Presets: []CORSPreset{
			{Func: Func{pathFiber2CORS, "", "ConfigDefault"}, Origins: []string{"*"}},
		},
		Rules: []CORSRules{
			{Before: "v2.43.0", Star: CORSStar, StarCredentials: CORSOrigin, Empty: CORSAsStar, Patterns: CORSComponents, Funcs: CORSFuncAdds},
			{Before: "v2.52.0", Star: CORSStar, StarCredentials: CORSStar, Empty: CORSAsStar, EmptyWins: true, Patterns: CORSComponents, Funcs: CORSFuncAdds},
			{Before: "v2.52.1", Star: CORSStar, StarCredentials: CORSStar, Empty: CORSAsStar, Patterns: CORSComponents, Funcs: CORSFuncAdds},
			{Before: "v2.52.3", Star: CORSStar, StarCredentials: CORSFails, StarAlone: true, Empty: CORSAsStar, Patterns: CORSSubdomainLoose, Funcs: CORSFuncAdds},
			{Star: CORSStar, StarCredentials: CORSFails, StarAlone: true, Empty: CORSAsStar, Patterns: CORSSubdomain, Funcs: CORSFuncAdds},
		},
	},
	HeaderSetters: []HeaderFunc{
		{Func: Func{pathFiber2, "Ctx", "Set"}, Name: 0, Value: 1},
		{Func: Func{pathFiber2, "Ctx", "Append"}, Name: 0, Value: 1, Adds: true},
	},
	HeaderGetters: []HeaderFunc{{Func: Func{pathFiber2, "Ctx", "Get"}, Name: 0, Value: None}},
}

// fiber3 is github.com/gofiber/fiber/v3, run at v3.1.0.
var fiber3 = &Framework{
	Name:     "fiber v3",
	Packages: []string{pathFiber3, pathFiber3CORS},
	Contexts: []Type{{pathFiber3, "Ctx"}},
	Next:     []Func{{pathFiber3, "Ctx", "Next"}},
	Errors:   fiberErrors(pathFiber3),
	CORS: &CORS{
		Config: Type{pathFiber3CORS, "Config"},
		Fields: []CORSField{
			{"AllowOrigins", CORSOrigins},
			{"AllowOriginsFunc", CORSFunc},
			{"AllowCredentials", CORSCredentials},
		},
		New: []CORSConstructor{{Func: Func{pathFiber3CORS, "", "New"}, Origins: None}},
		Presets: []CORSPreset{
			{Func: Func{pathFiber3CORS, "", "ConfigDefault"}, Origins: []string{"*"}},
		},
		Rules: []CORSRules{
			{Star: CORSStar, StarCredentials: CORSFails, Empty: CORSAsStar, Patterns: CORSSubdomain, Funcs: CORSFuncAdds},
		},
	},
	HeaderSetters: []HeaderFunc{
		{Func: Func{pathFiber3, "Ctx", "Set"}, Name: 0, Value: 1},
		{Func: Func{pathFiber3, "Ctx", "Append"}, Name: 0, Value: 1, Adds: true},
		{Func: Func{pathFiber3, "Res", "Set"}, Name: 0, Value: 1},
		{Func: Func{pathFiber3, "Res", "Append"}, Name: 0, Value: 1, Adds: true},
	},
	HeaderGetters: []HeaderFunc{
		{Func: Func{pathFiber3, "Ctx", "Get"}, Name: 0, Value: None},
		{Func: Func{pathFiber3, "Req", "Get"}, Name: 0, Value: None},
	},
}

// fiberErrors are those of v2 and v3. The text of any error is sent, that of a
// wrapped one in whole.
func fiberErrors(pkg string) *Errors {
	return &Errors{
		Values: errorVariables(pkg,
			ErrorValue{Func: Func{pkg, "", "NewError"}, Status: 0, Message: 1},
			ErrorValue{Func: Func{pkg, "", "NewErrorf"}, Status: 0, Message: 1},
			ErrorValue{Func: Func{pkg, "Ctx", "BodyParser"}, Status: None, Message: None, Fails: true},
			ErrorValue{Func: Func{pkg, "Ctx", "SendFile"}, Status: None, Message: None, Fails: true},
		),
		Types:     []ErrorType{{Type: Type{pkg, "Error"}, Status: "Code", Message: "Message"}},
		Handlers:  []Type{{pkg, "Ctx"}},
		Plain:     500,
		PlainText: true,
		Kind:      BodyText,
		Central:   []Func{{pkg, "Config", "ErrorHandler"}},
		Default:   []Func{{pkg, "", "DefaultErrorHandler"}},
	}
}
