// Package hertz holds what writes responses with github.com/cloudwego/hertz/pkg/app v0.10.4, each with what
// the client saw. The rows of error_writers.csv become this file: go test ./analyzers/errenvelope -run
// Fixtures -update.
package hertz

import (
	"context"
	"encoding/xml"
	"errors"

	"github.com/cloudwego/hertz/pkg/app"
	hrender "github.com/cloudwego/hertz/pkg/app/server/render"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

func o(m string) obj { return obj{M: m} }

type obj struct {
	XMLName xml.Name `json:"-" yaml:"-" toml:"-" bson:"-" xml:"obj"`
	M       string   `json:"m" yaml:"m" toml:"m" bson:"m" xml:"m"`
}

// Row01: JSON sends 418 with "{\"m\":\"one\"}" as application/json; charset=utf-8.
func Row01(ctx context.Context, c *app.RequestContext) {
	c.JSON(418, o("one"))
}

// Row02: PureJSON sends 418 with "{\"m\":\"one\"}" as application/json; charset=utf-8.
func Row02(ctx context.Context, c *app.RequestContext) {
	c.PureJSON(418, o("one"))
}

// Row03: IndentedJSON sends 418 with "{ \"m\": \"one\" }" as application/json; charset=utf-8.
func Row03(ctx context.Context, c *app.RequestContext) {
	c.IndentedJSON(418, o("one"))
}

// Row04: XML sends 418 with "<obj><m>one</m></obj>" as application/xml; charset=utf-8.
func Row04(ctx context.Context, c *app.RequestContext) {
	c.XML(418, o("one"))
}

// Row05: ProtoBuf sends 418 with "\"\\n\\x03one\"" as application/x-protobuf.
func Row05(ctx context.Context, c *app.RequestContext) {
	c.ProtoBuf(418, wrapperspb.String("one"))
}

// Row06: String sends 418 with "one" as text/plain; charset=utf-8.
func Row06(ctx context.Context, c *app.RequestContext) {
	c.String(418, "%s", "one")
}

// Row07: Data sends 418 with "one" as text/plain.
func Row07(ctx context.Context, c *app.RequestContext) {
	c.Data(418, "text/plain", []byte("one"))
}

// Row08: HTML sends 418 with "<p>one</p>" as text/html; charset=utf-8.
func Row08(ctx context.Context, c *app.RequestContext) {
	c.HTML(418, "page", "one")
}

// Row09: Render sends 418 with "one" as text/plain; charset=utf-8.
func Row09(ctx context.Context, c *app.RequestContext) {
	c.Render(418, hrender.String{Format: "one"})
}

// Row10: Status sends 418 without a body.
func Row10(ctx context.Context, c *app.RequestContext) {
	c.Status(418)
}

// Row11: SetStatusCode sends 418 without a body.
func Row11(ctx context.Context, c *app.RequestContext) {
	c.SetStatusCode(418)
}

// Row12: AbortWithStatus sends 418 without a body.
func Row12(ctx context.Context, c *app.RequestContext) {
	c.AbortWithStatus(418)
}

// Row13: AbortWithStatusJSON sends 418 with "{\"m\":\"one\"}" as application/json; charset=utf-8.
func Row13(ctx context.Context, c *app.RequestContext) {
	c.AbortWithStatusJSON(418, o("one"))
}

// Row14: AbortWithMsg sends 418 with "one" as text/plain; charset=utf-8.
func Row14(ctx context.Context, c *app.RequestContext) {
	c.AbortWithMsg("one", 418)
}

// Row15: AbortWithError sends 418 without a body.
func Row15(ctx context.Context, c *app.RequestContext) {
	_ = c.AbortWithError(418, errors.New("one"))
}

// Row16: Error sends 200 without a body.
func Row16(ctx context.Context, c *app.RequestContext) {
	_ = c.Error(errors.New("one"))
}

// Row17: WriteString sends 418 with "one" as text/plain; charset=utf-8.
func Row17(ctx context.Context, c *app.RequestContext) {
	c.Status(418)
	_, _ = c.WriteString("one")
}

// Row18: NotFound sends 404 with "Not Found" as text/plain; charset=utf-8.
func Row18(ctx context.Context, c *app.RequestContext) {
	c.NotFound()
}

// Row19: Redirect sends 302 without a body.
func Row19(ctx context.Context, c *app.RequestContext) {
	c.Redirect(302, []byte("/y"))
}
