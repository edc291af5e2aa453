package frameworks

const pathKratosHTTP = "github.com/go-kratos/kratos/v2/transport/http"

// kratos is github.com/go-kratos/kratos/v2, run at v2.8.3.
var kratos = &Framework{
	Name:      "kratos",
	Packages:  []string{pathKratosHTTP},
	Contexts:  []Type{{pathKratosHTTP, "Context"}},
	Responses: []Type{{pathKratosHTTP, "Context"}},
	Handlers:  [][]Type{{{pathKratosHTTP, "Context"}}, {{pathHTTP, "ResponseWriter"}, {pathHTTP, "Request"}, {"", "error"}}},
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
}
