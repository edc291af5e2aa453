package frameworks

const (
	pathGoZeroRest  = "github.com/zeromicro/go-zero/rest"
	pathGoZeroHttpx = pathGoZeroRest + "/httpx"
)

// goZero is github.com/zeromicro/go-zero, run at v1.10.3.
var goZero = &Framework{
	Name:      "go-zero",
	Packages:  []string{pathGoZeroRest, pathGoZeroHttpx},
	Lifecycle: goZeroLifecycle,
	Writers: []Writer{
		{Func: Func{pathGoZeroHttpx, "", "Error"}, Status: None, Fixed: 400, Body: 1, Kind: BodyText, Errors: true, Default: true},
		{Func: Func{pathGoZeroHttpx, "", "ErrorCtx"}, Status: None, Fixed: 400, Body: 2, Kind: BodyText, Errors: true, Default: true},
		{Func: Func{pathGoZeroHttpx, "", "WriteJson"}, Status: 1, Body: 2, Kind: BodyJSON},
		{Func: Func{pathGoZeroHttpx, "", "WriteJsonCtx"}, Status: 2, Body: 3, Kind: BodyJSON},
		{Func: Func{pathGoZeroHttpx, "", "Ok"}, Status: None, Fixed: 200, Body: None, Kind: BodyEmpty},
		{Func: Func{pathGoZeroHttpx, "", "OkJson"}, Status: None, Fixed: 200, Body: 1, Kind: BodyJSON},
		{Func: Func{pathGoZeroHttpx, "", "OkJsonCtx"}, Status: None, Fixed: 200, Body: 2, Kind: BodyJSON},
		{Func: Func{pathGoZeroHttpx, "", "Stream"}, Status: None, Body: None, Kind: BodyOther},
	},
	// A route's own limit that is not positive means the server's.
	BodyLimit: &BodyLimit{
		Default: "1 MB",
		Fields:  []LimitField{{Type{pathGoZeroRest, "RestConf"}, "MaxBytes", OffZero}},
		Setters: []LimitSetter{{Func{pathGoZeroRest, "", "WithMaxBytes"}, 0, OffNever}},
	},
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
