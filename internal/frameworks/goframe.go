package frameworks

const pathGhttp = "github.com/gogf/gf/v2/net/ghttp"

// goframe is github.com/gogf/gf/v2, run at v2.10.2.
var goframe = &Framework{
	Name:     "goframe",
	Packages: []string{pathGhttp},
	Contexts: []Type{{pathGhttp, "Request"}},
	Next:     []Func{{pathGhttp, "middleware", "Next"}},
	CORS: &CORS{
		Config: Type{pathGhttp, "CORSOptions"},
		Fields: []CORSField{
			{"AllowDomain", CORSHosts},
			{"AllowOrigin", CORSOrigins},
			{"AllowCredentials", CORSCredentials},
		},
		New: []CORSConstructor{{Func: Func{pathGhttp, "Response", "CORS"}, Origins: None}},
		Presets: []CORSPreset{
			{Func: Func{pathGhttp, "", "MiddlewareCORS"}, Anyone: true, Credentials: true, Complete: true},
			{Func: Func{pathGhttp, "Response", "CORSDefault"}, Anyone: true, Credentials: true, Complete: true},
			{Func: Func{pathGhttp, "Response", "DefaultCORSOptions"}, Anyone: true, Credentials: true},
		},
		Rules: []CORSRules{{Star: CORSStar, StarCredentials: CORSStar, Patterns: CORSExact}},
	},
	HeaderGetters: []HeaderFunc{{Func: Func{pathGhttp, "Request", "GetHeader"}, Name: 0, Value: None}},
}
