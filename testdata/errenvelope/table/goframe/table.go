// Package goframe holds what writes responses with github.com/gogf/gf/v2/net/ghttp v2.10.2, each with what
// the client saw. The rows of error_writers.csv become this file: go test ./analyzers/errenvelope -run
// Fixtures -update.
package goframe

import (
	"encoding/xml"

	"github.com/gogf/gf/v2/net/ghttp"
)

func o(m string) obj { return obj{M: m} }

type obj struct {
	XMLName xml.Name `json:"-" yaml:"-" toml:"-" bson:"-" xml:"obj"`
	M       string   `json:"m" yaml:"m" toml:"m" bson:"m" xml:"m"`
}

// Row01: WriteStatus sends 418 with "one" as text/plain; charset=utf-8.
func Row01(r *ghttp.Request) {
	r.Response.WriteStatus(418, "one")
}

// Row02: WriteStatusExit sends 418 with "one" as text/plain; charset=utf-8.
func Row02(r *ghttp.Request) {
	r.Response.WriteStatusExit(418, "one")
}

// Row03: WriteJson sends 418 with "{\"m\":\"one\"}" as application/json.
func Row03(r *ghttp.Request) {
	r.Response.WriteHeader(418)
	r.Response.WriteJson(o("one"))
}

// Row04: WriteJsonExit sends 418 with "{\"m\":\"one\"}" as application/json.
func Row04(r *ghttp.Request) {
	r.Response.WriteHeader(418)
	r.Response.WriteJsonExit(o("one"))
}

// Row05: Write sends 418 with "one" as text/plain; charset=utf-8.
func Row05(r *ghttp.Request) {
	r.Response.WriteHeader(418)
	r.Response.Write("one")
}

// Row06: WriteExit sends 418 with "one" as text/plain; charset=utf-8.
func Row06(r *ghttp.Request) {
	r.Response.WriteHeader(418)
	r.Response.WriteExit("one")
}
