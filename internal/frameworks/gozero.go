package frameworks

const pathGoZeroRest = "github.com/zeromicro/go-zero/rest"

// goZero is github.com/zeromicro/go-zero, run at v1.10.3.
var goZero = &Framework{
	Name:     "go-zero",
	Packages: []string{pathGoZeroRest},
	CORS: &CORS{
		New: []CORSConstructor{
			{Func: Func{pathGoZeroRest, "", "WithCors"}, Config: None},
			{Func: Func{pathGoZeroRest, "", "WithCustomCors"}, Config: None, Origins: 2},
		},
		Presets: []CORSPreset{
			{Func: Func{pathGoZeroRest, "", "WithCorsHeaders"}, Anyone: true, Credentials: true, Complete: true},
		},
		Rules: []CORSRules{
			{Before: "v1.3.3", Star: CORSOrigin, StarCredentials: CORSOrigin, Empty: CORSStar, Patterns: CORSExact, ListCredentials: true},
			{Before: "v1.5.1", Star: CORSOrigin, StarCredentials: CORSOrigin, Empty: CORSStar, Patterns: CORSEnding, ListCredentials: true},
			{Star: CORSOrigin, StarCredentials: CORSOrigin, Empty: CORSStar, Patterns: CORSSuffix, ListCredentials: true},
		},
	},
}
