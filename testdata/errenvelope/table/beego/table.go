// Package beego holds what writes responses with github.com/beego/beego/v2/server/web/context v2.3.10, each
// with what the client saw. The rows of error_writers.csv become this file: go test ./analyzers/errenvelope
// -run Fixtures -update.
package beego

import (
	"encoding/xml"

	"github.com/beego/beego/v2/server/web"
	beectx "github.com/beego/beego/v2/server/web/context"
)

func o(m string) obj { return obj{M: m} }

type obj struct {
	XMLName xml.Name `json:"-" yaml:"-" toml:"-" bson:"-" xml:"obj"`
	M       string   `json:"m" yaml:"m" toml:"m" bson:"m" xml:"m"`
}

// Row01: Abort sends 418 without a body.
func Row01(c *beectx.Context) {
	c.Abort(418, "one")
}

// Row02: SetStatus sends 418 without a body.
func Row02(c *beectx.Context) {
	c.Output.SetStatus(418)
}

// Row03: Body sends 418 with "one" as text/plain; charset=utf-8.
func Row03(c *beectx.Context) {
	c.Output.SetStatus(418)
	_ = c.Output.Body([]byte("one"))
}

// Row04: JSON sends 418 with "{\"m\":\"one\"}" as application/json; charset=utf-8.
func Row04(c *beectx.Context) {
	c.Output.SetStatus(418)
	_ = c.Output.JSON(o("one"), false, false)
}

// Row05: JSONResp sends 418 with "{\"m\":\"one\"}" as application/json; charset=utf-8.
func Row05(c *beectx.Context) {
	c.Output.SetStatus(418)
	_ = c.JSONResp(o("one"))
}

// Row06: WriteString sends 200 with "one" as text/plain; charset=utf-8.
func Row06(c *beectx.Context) {
	c.Output.SetStatus(418)
	c.WriteString("one")
}

// Row06After: WriteString sends 418 with "one" as text/plain; charset=utf-8.
func Row06After(c *beectx.Context) {
	c.ResponseWriter.WriteHeader(418)
	c.Output.SetStatus(418)
	c.WriteString("one")
}

// Row07: WriteHeader sends 418 without a body.
func Row07(c *beectx.Context) {
	c.ResponseWriter.WriteHeader(418)
}

// Row08: Abort sends 404 with "<!DOCTYPE html> <html lang=\"en\"> <head> <meta http-equiv=\"Content-Type\"
// content=\"text/html; charset=UTF-8\"> <title>Not F..." as text/html; charset=utf-8.
func Row08(c *web.Controller) {
	c.Abort("404")
}

// Row09: CustomAbort sends 418 with "one" as text/plain; charset=utf-8.
func Row09(c *web.Controller) {
	c.CustomAbort(418, "one")
}

// Row10: ServeJSON sends 418 with "{ \"m\": \"one\" }" as application/json; charset=utf-8.
func Row10(c *web.Controller) {
	c.Ctx.Output.SetStatus(418)
	c.Data["json"] = o("one")
	_ = c.ServeJSON()
}
