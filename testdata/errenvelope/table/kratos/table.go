// Package kratos holds what writes responses with github.com/go-kratos/kratos/v2/transport/http v2.8.3, each
// with what the client saw. The rows of error_writers.csv become this file: go test ./analyzers/errenvelope
// -run Fixtures -update.
package kratos

import (
	"encoding/xml"
	"errors"

	kerr "github.com/go-kratos/kratos/v2/errors"
	khttp "github.com/go-kratos/kratos/v2/transport/http"
)

func o(m string) obj { return obj{M: m} }

type obj struct {
	XMLName xml.Name `json:"-" yaml:"-" toml:"-" bson:"-" xml:"obj"`
	M       string   `json:"m" yaml:"m" toml:"m" bson:"m" xml:"m"`
}

// Row01: JSON sends 418 with "{\"m\":\"one\"}" as application/json.
func Row01(c khttp.Context) error {
	return c.JSON(418, o("one"))
}

// Row02: XML sends 418 with "<obj><m>one</m></obj>" as application/xml.
func Row02(c khttp.Context) error {
	return c.XML(418, o("one"))
}

// Row03: String sends 418 with "one" as text/plain.
func Row03(c khttp.Context) error {
	return c.String(418, "one")
}

// Row04: Blob sends 418 with "one" as text/plain.
func Row04(c khttp.Context) error {
	return c.Blob(418, "text/plain", []byte("one"))
}

// Row05: Result sends 418 with "{\"m\":\"one\"}" as application/json.
func Row05(c khttp.Context) error {
	return c.Result(418, o("one"))
}

// Row06: New sends 418 with "{\"code\":418,\"reason\":\"REASON\",\"message\":\"one\",\"metadata\":{}}" as
// application/json.
func Row06(c khttp.Context) error {
	return kerr.New(418, "REASON", "one")
}

// Row07: Newf sends 418 with "{\"code\":418,\"reason\":\"REASON\",\"message\":\"one\",\"metadata\":{}}" as
// application/json.
func Row07(c khttp.Context) error {
	return kerr.Newf(418, "REASON", "%s", "one")
}

// Row08: Errorf sends 418 with "{\"code\":418,\"reason\":\"REASON\",\"message\":\"one\",\"metadata\":{}}" as
// application/json.
func Row08(c khttp.Context) error {
	return kerr.Errorf(418, "REASON", "%s", "one")
}

// Row09: NotFound (… BadRequest, Unauthorized, InternalServer family) sends 404 with
// "{\"code\":404,\"reason\":\"REASON\",\"message\":\"one\",\"metadata\":{}}" as application/json.
func Row09(c khttp.Context) error {
	return kerr.NotFound("REASON", "one")
}

// Row10: plain error returned sends 500 with
// "{\"code\":500,\"reason\":\"\",\"message\":\"one\",\"metadata\":{}}" as application/json.
func Row10(c khttp.Context) error {
	return errors.New("one")
}

// Row11: DefaultErrorEncoder sends 418 with
// "{\"code\":418,\"reason\":\"REASON\",\"message\":\"one\",\"metadata\":{}}" as application/json.
func Row11(c khttp.Context) error {
	khttp.DefaultErrorEncoder(c.Response(), c.Request(), kerr.New(418, "REASON", "one"))
	return nil
}
