package frameworks

const pathRender = "github.com/go-chi/render"

// chiRender is github.com/go-chi/render, run at v1.0.3. Its writers send the
// status that render.Status put on the request before, and 200 otherwise.
var chiRender = &Framework{
	Name:      "chi render",
	Packages:  []string{pathRender},
	BodyReads: decodes(pathRender, "", 0, "Bind", "Decode", "DefaultDecoder", "DecodeJSON", "DecodeXML", "DecodeForm"),
	Writers: []Writer{
		{Func: Func{pathRender, "", "Status"}, Status: 1, Body: None, Kind: BodyEmpty, StatusOnly: true, Held: true},
		{Func: Func{pathRender, "", "JSON"}, Status: None, Body: 2, Kind: BodyJSON, UsesStatus: true},
		{Func: Func{pathRender, "", "Respond"}, Status: None, Body: 2, Kind: BodyJSON, UsesStatus: true},
		{Func: Func{pathRender, "", "PlainText"}, Status: None, Body: 2, Kind: BodyText, UsesStatus: true},
		{Func: Func{pathRender, "", "HTML"}, Status: None, Body: 2, Kind: BodyHTML, UsesStatus: true},
		{Func: Func{pathRender, "", "XML"}, Status: None, Body: 2, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathRender, "", "Data"}, Status: None, Body: 2, Kind: BodyOther, UsesStatus: true},
		{Func: Func{pathRender, "", "NoContent"}, Status: None, Fixed: 204, Body: None, Kind: BodyEmpty},
		// The value's own Render method chooses the status.
		{Func: Func{pathRender, "", "Render"}, Status: None, Body: None, Kind: BodyUnknown},
		{Func: Func{pathRender, "", "RenderList"}, Status: None, Body: None, Kind: BodyUnknown},
	},
}
