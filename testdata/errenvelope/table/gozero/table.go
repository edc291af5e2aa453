// Package gozero holds what writes responses with github.com/zeromicro/go-zero/rest/httpx v1.10.3, each with
// what the client saw. The rows of error_writers.csv become this file: go test ./analyzers/errenvelope -run
// Fixtures -update.
package gozero

import (
	"encoding/xml"
	"errors"
	"net/http"

	"github.com/zeromicro/go-zero/rest/httpx"
)

func o(m string) obj { return obj{M: m} }

type obj struct {
	XMLName xml.Name `json:"-" yaml:"-" toml:"-" bson:"-" xml:"obj"`
	M       string   `json:"m" yaml:"m" toml:"m" bson:"m" xml:"m"`
}

// Row01: Error sends 400 with "one" as text/plain; charset=utf-8.
func Row01(w http.ResponseWriter, r *http.Request) {
	httpx.Error(w, errors.New("one"))
}

// Row02: ErrorCtx sends 400 with "one" as text/plain; charset=utf-8.
func Row02(w http.ResponseWriter, r *http.Request) {
	httpx.ErrorCtx(r.Context(), w, errors.New("one"))
}

// Row03: WriteJson sends 418 with "{\"m\":\"one\"}" as application/json; charset=utf-8.
func Row03(w http.ResponseWriter, r *http.Request) {
	httpx.WriteJson(w, 418, o("one"))
}

// Row04: WriteJsonCtx sends 418 with "{\"m\":\"one\"}" as application/json; charset=utf-8.
func Row04(w http.ResponseWriter, r *http.Request) {
	httpx.WriteJsonCtx(r.Context(), w, 418, o("one"))
}
