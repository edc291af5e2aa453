// Package unrolled holds what writes responses with github.com/unrolled/render v1.6.1, each with what the
// client saw. The rows of error_writers.csv become this file: go test ./analyzers/errenvelope -run Fixtures
// -update.
package unrolled

import (
	"encoding/xml"
	"net/http"

	urender "github.com/unrolled/render"
)

func o(m string) obj { return obj{M: m} }

type obj struct {
	XMLName xml.Name `json:"-" yaml:"-" toml:"-" bson:"-" xml:"obj"`
	M       string   `json:"m" yaml:"m" toml:"m" bson:"m" xml:"m"`
}

var ur = urender.New()

var ut = urender.New(urender.Options{Directory: "templates"})

// Row01: JSON sends 418 with "{\"m\":\"one\"}" as application/json; charset=UTF-8.
func Row01(w http.ResponseWriter, r *http.Request) {
	_ = ur.JSON(w, 418, o("one"))
}

// Row02: JSONP sends 418 with "cb({\"m\":\"one\"});" as application/javascript; charset=UTF-8.
func Row02(w http.ResponseWriter, r *http.Request) {
	_ = ur.JSONP(w, 418, "cb", o("one"))
}

// Row03: Text sends 418 with "one" as text/plain; charset=UTF-8.
func Row03(w http.ResponseWriter, r *http.Request) {
	_ = ur.Text(w, 418, "one")
}

// Row04: Data sends 418 with "one" as application/octet-stream.
func Row04(w http.ResponseWriter, r *http.Request) {
	_ = ur.Data(w, 418, []byte("one"))
}

// Row05: XML sends 418 with "<obj><m>one</m></obj>" as text/xml; charset=UTF-8.
func Row05(w http.ResponseWriter, r *http.Request) {
	_ = ur.XML(w, 418, o("one"))
}

// Row06: HTML sends 418 with "<p>one</p>" as text/html; charset=UTF-8.
func Row06(w http.ResponseWriter, r *http.Request) {
	_ = ut.HTML(w, 418, "page", "one")
}
