// Package gin holds what writes responses with github.com/gin-gonic/gin v1.12.0, each with what the client
// saw. The rows of error_writers.csv become this file: go test ./analyzers/errenvelope -run Fixtures -update.
package gin

import (
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	ginrender "github.com/gin-gonic/gin/render"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

func o(m string) obj { return obj{M: m} }

type obj struct {
	XMLName xml.Name `json:"-" yaml:"-" toml:"-" bson:"-" xml:"obj"`
	M       string   `json:"m" yaml:"m" toml:"m" bson:"m" xml:"m"`
}

func bad(c *gin.Context) {
	c.Request.Body = io.NopCloser(strings.NewReader("{"))
	c.Request.Header.Set("Content-Type", "application/json")
}

var q struct {
	N int `form:"callback" header:"Accept" uri:"a" binding:"required"`
}

// Row01: JSON sends 418 with "{\"m\":\"one\"}" as application/json; charset=utf-8.
func Row01(c *gin.Context) {
	c.JSON(418, o("one"))
}

// Row02: IndentedJSON sends 418 with "{ \"m\": \"one\" }" as application/json; charset=utf-8.
func Row02(c *gin.Context) {
	c.IndentedJSON(418, o("one"))
}

// Row03: SecureJSON sends 418 with "while(1);[\"one\"]" as application/json; charset=utf-8.
func Row03(c *gin.Context) {
	c.SecureJSON(418, []string{"one"})
}

// Row04: JSONP sends 418 with "cb({\"m\":\"one\"});" as application/javascript; charset=utf-8.
func Row04(c *gin.Context) {
	c.JSONP(418, o("one"))
}

// Row05: AsciiJSON sends 418 with "{\"m\":\"one\"}" as application/json.
func Row05(c *gin.Context) {
	c.AsciiJSON(418, o("one"))
}

// Row06: PureJSON sends 418 with "{\"m\":\"one\"}" as application/json; charset=utf-8.
func Row06(c *gin.Context) {
	c.PureJSON(418, o("one"))
}

// Row07: XML sends 418 with "<obj><m>one</m></obj>" as application/xml; charset=utf-8.
func Row07(c *gin.Context) {
	c.XML(418, o("one"))
}

// Row08: YAML sends 418 with "m: one" as application/yaml; charset=utf-8.
func Row08(c *gin.Context) {
	c.YAML(418, o("one"))
}

// Row09: TOML sends 418 with "m = 'one'" as application/toml; charset=utf-8.
func Row09(c *gin.Context) {
	c.TOML(418, o("one"))
}

// Row10: ProtoBuf sends 418 with "\"\\n\\x03one\"" as application/x-protobuf.
func Row10(c *gin.Context) {
	c.ProtoBuf(418, wrapperspb.String("one"))
}

// Row11: BSON sends 418 with "\"\\x10\\x00\\x00\\x00\\x02m\\x00\\x04\\x00\\x00\\x00one\\x00\\x00\"" as
// application/bson.
func Row11(c *gin.Context) {
	c.BSON(418, o("one"))
}

// Row12: String sends 418 with "one" as text/plain; charset=utf-8.
func Row12(c *gin.Context) {
	c.String(418, "%s", "one")
}

// Row13: Data sends 418 with "one" as text/plain.
func Row13(c *gin.Context) {
	c.Data(418, "text/plain", []byte("one"))
}

// Row14: DataFromReader sends 418 with "one" as text/plain.
func Row14(c *gin.Context) {
	c.DataFromReader(418, 3, "text/plain", strings.NewReader("one"), nil)
}

// Row15: HTML sends 418 with "<p>one</p>" as text/html; charset=utf-8.
func Row15(c *gin.Context) {
	c.HTML(418, "page", "one")
}

// Row16: Render sends 418 with "{\"m\":\"one\"}" as application/json; charset=utf-8.
func Row16(c *gin.Context) {
	c.Render(418, ginrender.JSON{Data: o("one")})
}

// Row17: Negotiate sends 418 with "{\"m\":\"one\"}" as application/json; charset=utf-8.
func Row17(c *gin.Context) {
	c.Negotiate(418, gin.Negotiate{Offered: []string{gin.MIMEJSON}, Data: o("one")})
}

// Row18: Redirect sends 302 with "<a href=\"/y\">Found</a>." as text/html; charset=utf-8.
func Row18(c *gin.Context) {
	c.Redirect(302, "/y")
}

// Row19: Status sends 418 without a body.
func Row19(c *gin.Context) {
	c.Status(418)
}

// Row20: AbortWithStatus sends 418 without a body.
func Row20(c *gin.Context) {
	c.AbortWithStatus(418)
}

// Row21: AbortWithStatusJSON sends 418 with "{\"m\":\"one\"}" as application/json; charset=utf-8.
func Row21(c *gin.Context) {
	c.AbortWithStatusJSON(418, o("one"))
}

// Row22: AbortWithStatusPureJSON sends 418 with "{\"m\":\"one\"}" as application/json; charset=utf-8.
func Row22(c *gin.Context) {
	c.AbortWithStatusPureJSON(418, o("one"))
}

// Row23: AbortWithError sends 418 without a body.
func Row23(c *gin.Context) {
	_ = c.AbortWithError(418, errors.New("one"))
}

// Row24: Abort sends 200 without a body.
func Row24(c *gin.Context) {
	c.Abort()
}

// Row25: Error sends 200 without a body.
func Row25(c *gin.Context) {
	_ = c.Error(errors.New("one"))
}

// Row26: File sends 404 with "404 page not found" as text/plain; charset=utf-8.
func Row26(c *gin.Context) {
	c.File("/nonexistent")
}

// Row27: FileFromFS sends 404 with "404 page not found" as text/plain; charset=utf-8.
func Row27(c *gin.Context) {
	c.FileFromFS("none", http.Dir("/nonexistent"))
}

// Row28: FileAttachment sends 404 with "404 page not found" as text/plain; charset=utf-8.
func Row28(c *gin.Context) {
	c.FileAttachment("/nonexistent", "a")
}

// Row29: SSEvent sends 418 with "event:e data:one" as text/event-stream;charset=utf-8.
func Row29(c *gin.Context) {
	c.Status(418)
	c.SSEvent("e", "one")
}

// Row30: Bind sends 400 without a body.
func Row30(c *gin.Context) {
	bad(c)
	c.Request.Method = "POST"
	var v obj
	_ = c.Bind(&v)
}

// Row31: BindJSON sends 400 without a body.
func Row31(c *gin.Context) {
	bad(c)
	var v obj
	_ = c.BindJSON(&v)
}

// Row32: BindXML sends 400 without a body.
func Row32(c *gin.Context) {
	bad(c)
	var v obj
	_ = c.BindXML(&v)
}

// Row33: BindYAML sends 400 without a body.
func Row33(c *gin.Context) {
	bad(c)
	var v obj
	_ = c.BindYAML(&v)
}

// Row34: BindTOML sends 400 without a body.
func Row34(c *gin.Context) {
	bad(c)
	var v obj
	_ = c.BindTOML(&v)
}

// Row35: BindQuery sends 400 without a body.
func Row35(c *gin.Context) {
	_ = c.BindQuery(&q)
}

// Row36: BindHeader sends 400 without a body.
func Row36(c *gin.Context) {
	_ = c.BindHeader(&q)
}

// Row37: BindUri sends 400 without a body.
func Row37(c *gin.Context) {
	_ = c.BindUri(&q)
}

// Row38: ShouldBindJSON sends 200 without a body.
func Row38(c *gin.Context) {
	bad(c)
	var v obj
	_ = c.ShouldBindJSON(&v)
}

// Row39: WriteHeader sends 418 without a body.
func Row39(c *gin.Context) {
	c.Writer.WriteHeader(418)
}

// Row40: Write sends 418 with "one" as text/plain; charset=utf-8.
func Row40(c *gin.Context) {
	c.Status(418)
	_, _ = c.Writer.Write([]byte("one"))
}

// Row41: WriteString sends 418 with "one" as text/plain; charset=utf-8.
func Row41(c *gin.Context) {
	c.Status(418)
	_, _ = c.Writer.WriteString("one")
}

// Row42: WriteHeaderNow sends 418 without a body.
func Row42(c *gin.Context) {
	c.Status(418)
	c.Writer.WriteHeaderNow()
}
