// Package chirender holds what writes responses with github.com/go-chi/render v1.0.3, each with what the
// client saw. The rows of error_writers.csv become this file: go test ./analyzers/errenvelope -run Fixtures
// -update.
package chirender

import (
	"encoding/xml"
	"net/http"

	"github.com/go-chi/render"
)

func o(m string) obj { return obj{M: m} }

type obj struct {
	XMLName xml.Name `json:"-" yaml:"-" toml:"-" bson:"-" xml:"obj"`
	M       string   `json:"m" yaml:"m" toml:"m" bson:"m" xml:"m"`
}

type renderErr struct{ M string }

func (renderErr) Render(_ http.ResponseWriter, r *http.Request) error {
	render.Status(r, 418)
	return nil
}

// Row01: Status sends 200 without a body.
func Row01(w http.ResponseWriter, r *http.Request) {
	render.Status(r, 418)
}

// Row02: JSON sends 418 with "{\"m\":\"one\"}" as application/json.
func Row02(w http.ResponseWriter, r *http.Request) {
	render.Status(r, 418)
	render.JSON(w, r, o("one"))
}

// Row03: PlainText sends 418 with "one" as text/plain; charset=utf-8.
func Row03(w http.ResponseWriter, r *http.Request) {
	render.Status(r, 418)
	render.PlainText(w, r, "one")
}

// Row04: HTML sends 418 with "one" as text/html; charset=utf-8.
func Row04(w http.ResponseWriter, r *http.Request) {
	render.Status(r, 418)
	render.HTML(w, r, "one")
}

// Row05: XML sends 418 with "<?xml version=\"1.0\" encoding=\"UTF-8\"?> <obj><m>one</m></obj>" as
// application/xml; charset=utf-8.
func Row05(w http.ResponseWriter, r *http.Request) {
	render.Status(r, 418)
	render.XML(w, r, o("one"))
}

// Row06: Data sends 418 with "one" as application/octet-stream.
func Row06(w http.ResponseWriter, r *http.Request) {
	render.Status(r, 418)
	render.Data(w, r, []byte("one"))
}

// Row07: Respond sends 418 with "{\"m\":\"one\"}" as application/json.
func Row07(w http.ResponseWriter, r *http.Request) {
	render.Status(r, 418)
	render.Respond(w, r, o("one"))
}

// Row08: Render sends 418 with "{\"M\":\"one\"}" as application/json.
func Row08(w http.ResponseWriter, r *http.Request) {
	_ = render.Render(w, r, renderErr{"one"})
}

// Row09: RenderList sends 418 with "[{\"M\":\"one\"}]" as application/json.
func Row09(w http.ResponseWriter, r *http.Request) {
	_ = render.RenderList(w, r, []render.Renderer{renderErr{"one"}})
}

// Row10: NoContent sends 204 without a body.
func Row10(w http.ResponseWriter, r *http.Request) {
	render.NoContent(w, r)
}
