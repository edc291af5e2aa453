package frameworks

const (
	pathKratosHTTP   = "github.com/go-kratos/kratos/v2/transport/http"
	pathKratosErrors = "github.com/go-kratos/kratos/v2/errors"
)

// kratos is github.com/go-kratos/kratos/v2, run at v2.8.3.
var kratos = &Framework{
	Name:      "kratos",
	Packages:  []string{pathKratosHTTP, pathKratosErrors},
	Lifecycle: kratosLifecycle,
	Contexts:  []Type{{pathKratosHTTP, "Context"}},
	Responses: []Type{{pathKratosHTTP, "Context"}},
	Handlers:  [][]Type{{{pathKratosHTTP, "Context"}}, {{pathHTTP, "ResponseWriter"}, {pathHTTP, "Request"}, {"", "error"}}},
	BodyReads: decodes(pathKratosHTTP, "Context", None, "Bind"),
	Writers: []Writer{
		{Func: Func{pathKratosHTTP, "Context", "JSON"}, Status: 0, Body: 1, Kind: BodyJSON},
		{Func: Func{pathKratosHTTP, "Context", "XML"}, Status: 0, Body: 1, Kind: BodyOther},
		{Func: Func{pathKratosHTTP, "Context", "String"}, Status: 0, Body: 1, Kind: BodyText},
		{Func: Func{pathKratosHTTP, "Context", "Blob"}, Status: 0, Body: 2, Kind: BodyUnknown, ContentType: 1},
		{Func: Func{pathKratosHTTP, "Context", "Stream"}, Status: 0, Body: 2, Kind: BodyUnknown, ContentType: 1},
		{Func: Func{pathKratosHTTP, "Context", "Result"}, Status: 0, Body: 1, Kind: BodyJSON},
		{Func: Func{pathKratosHTTP, "Context", "Returns"}, Status: None, Fixed: 200, Body: 0, Kind: BodyJSON},
		{Func: Func{pathKratosHTTP, "", "DefaultErrorEncoder"}, Status: None, Body: None, Kind: BodyJSON, Errors: true, Keys: []string{"code", "reason", "message", "metadata"}},
		{Func: Func{pathKratosHTTP, "", "DefaultResponseEncoder"}, Status: None, Body: 2, Kind: BodyJSON, UsesStatus: true},
	},
	Errors: &Errors{
		Values: []ErrorValue{
			{Func: Func{pathKratosErrors, "", "New"}, Status: 0, Message: 2},
			{Func: Func{pathKratosErrors, "", "Newf"}, Status: 0, Message: 2},
			{Func: Func{pathKratosErrors, "", "Errorf"}, Status: 0, Message: 2},
			{Func: Func{pathKratosErrors, "", "BadRequest"}, Status: None, Fixed: 400, Message: 1},
			{Func: Func{pathKratosErrors, "", "Unauthorized"}, Status: None, Fixed: 401, Message: 1},
			{Func: Func{pathKratosErrors, "", "Forbidden"}, Status: None, Fixed: 403, Message: 1},
			{Func: Func{pathKratosErrors, "", "NotFound"}, Status: None, Fixed: 404, Message: 1},
			{Func: Func{pathKratosErrors, "", "Conflict"}, Status: None, Fixed: 409, Message: 1},
			{Func: Func{pathKratosErrors, "", "ClientClosed"}, Status: None, Fixed: 499, Message: 1},
			{Func: Func{pathKratosErrors, "", "InternalServer"}, Status: None, Fixed: 500, Message: 1},
			{Func: Func{pathKratosErrors, "", "ServiceUnavailable"}, Status: None, Fixed: 503, Message: 1},
			{Func: Func{pathKratosErrors, "", "GatewayTimeout"}, Status: None, Fixed: 504, Message: 1},
		},
		Same:      []Func{{pathKratosErrors, "Error", "WithCause"}, {pathKratosErrors, "Error", "WithMetadata"}},
		Handlers:  []Type{{pathKratosHTTP, "Context"}},
		Plain:     500,
		PlainText: true,
		Kind:      BodyJSON,
		Keys:      []string{"code:number", "reason:string", "message:string", "metadata:object"},
		New:       []Func{{pathKratosHTTP, "", "NewServer"}},
		Central:   []Func{{pathKratosHTTP, "", "ErrorEncoder"}},
		Default:   []Func{{pathKratosHTTP, "", "DefaultErrorEncoder"}},
	},
}
