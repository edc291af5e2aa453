// Package iris holds what writes responses with github.com/kataras/iris/v12/context v12.2.11, each with what
// the client saw. The rows of error_writers.csv become this file: go test ./analyzers/errenvelope -run
// Fixtures -update.
package iris

import (
	"encoding/xml"
	"errors"

	iris "github.com/kataras/iris/v12"
)

func o(m string) obj { return obj{M: m} }

type obj struct {
	XMLName xml.Name `json:"-" yaml:"-" toml:"-" bson:"-" xml:"obj"`
	M       string   `json:"m" yaml:"m" toml:"m" bson:"m" xml:"m"`
}

// Row01: StatusCode sends 418 with "I'm a teapot" as text/plain; charset=utf-8.
func Row01(c iris.Context) {
	c.StatusCode(418)
}

// Row02: StopWithStatus sends 418 with "I'm a teapot" as text/plain; charset=utf-8.
func Row02(c iris.Context) {
	c.StopWithStatus(418)
}

// Row03: StopWithText sends 418 with "one" as text/plain; charset=utf-8.
func Row03(c iris.Context) {
	c.StopWithText(418, "%s", "one")
}

// Row04: StopWithError sends 418 with "one" as text/plain; charset=utf-8.
func Row04(c iris.Context) {
	c.StopWithError(418, errors.New("one"))
}

// Row05: StopWithPlainError sends 418 with "one" as text/plain; charset=utf-8.
func Row05(c iris.Context) {
	c.StopWithPlainError(418, errors.New("one"))
}

// Row06: StopWithJSON sends 418 with "{\"m\":\"one\"}" as application/json; charset=utf-8.
func Row06(c iris.Context) {
	_ = c.StopWithJSON(418, o("one"))
}

// Row07: StopWithProblem sends 418 with "{ \"detail\": \"one\", \"status\": 418, \"title\": \"I'm a teapot\"
// }" as application/problem+json; charset=utf-8.
func Row07(c iris.Context) {
	_ = c.StopWithProblem(418, iris.NewProblem().Detail("one"))
}

// Row08: NotFound sends 404 with "Not Found" as text/plain; charset=utf-8.
func Row08(c iris.Context) {
	c.NotFound()
}

// Row09: JSON sends 418 with "{\"m\":\"one\"}" as application/json; charset=utf-8.
func Row09(c iris.Context) {
	c.StatusCode(418)
	_ = c.JSON(o("one"))
}

// Row10: Text sends 418 with "one" as text/plain; charset=utf-8.
func Row10(c iris.Context) {
	c.StatusCode(418)
	_, _ = c.Text("%s", "one")
}

// Row11: WriteString sends 418 with "one" as text/plain; charset=utf-8.
func Row11(c iris.Context) {
	c.StatusCode(418)
	_, _ = c.WriteString("one")
}

// Row12: Problem sends 418 with "{ \"detail\": \"one\", \"status\": 418, \"title\": \"I'm a teapot\" }" as
// application/problem+json; charset=utf-8.
func Row12(c iris.Context) {
	_ = c.Problem(iris.NewProblem().Status(418).Detail("one"))
}
