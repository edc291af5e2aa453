package frameworks

const (
	pathIris        = "github.com/kataras/iris/v12"
	pathIrisContext = pathIris + "/context"
	pathIrisCORS    = pathIris + "/middleware/cors"
)

// iris is github.com/kataras/iris/v12, run at v12.2.11.
var iris = &Framework{
	Name:     "iris",
	Packages: []string{pathIris, pathIrisContext, pathIrisCORS},
	Contexts: []Type{{pathIrisContext, "Context"}},
	Next:     []Func{{pathIrisContext, "Context", "Next"}},
	Abort:    []Func{{pathIrisContext, "Context", "StopExecution"}},
	CORS: &CORS{
		New: []CORSConstructor{{
			Func: Func{pathIrisCORS, "", "New"}, Config: None, Origins: None,
			Preset: &CORSPreset{Anyone: true, Credentials: true},
		}},
		// Each of those that decide about origins takes the place of the others.
		Options: []CORSOption{
			{Func{pathIrisCORS, "CORS", "AllowOriginFunc"}, CORSFunc, 0},
			{Func{pathIrisCORS, "CORS", "AllowOriginMatcherFunc"}, CORSFunc, 0},
			{Func{pathIrisCORS, "CORS", "AllowOriginRegex"}, CORSRegexp, 0},
			{Func{pathIrisCORS, "CORS", "AllowOrigin"}, CORSOrigins, 0},
			{Func{pathIrisCORS, "CORS", "AllowOrigins"}, CORSOrigins, 0},
			{Func{pathIrisCORS, "CORS", "DisallowCredentials"}, CORSNoCredentials, None},
		},
		Presets: []CORSPreset{
			{Func: Func{pathIris, "", "Default"}, Anyone: true, Credentials: true, Complete: true},
			{Func: Func{pathIrisCORS, "", "AllowAnyOrigin"}, Anyone: true},
		},
		Rules: []CORSRules{{Star: CORSOrigin, StarCredentials: CORSOrigin, Patterns: CORSExact}},
	},
	HeaderSetters: []HeaderFunc{{Func: Func{pathIrisContext, "Context", "Header"}, Name: 0, Value: 1}},
	HeaderGetters: []HeaderFunc{{Func: Func{pathIrisContext, "Context", "GetHeader"}, Name: 0, Value: None}},
}
