// Package ginapi is a gin service with the default envelope.
package ginapi

import (
	"errors"
	"log"
	"net/http"

	web "github.com/gin-gonic/gin"
)

func abort(c *web.Context, code int, msg string) {
	c.AbortWithStatusJSON(code, web.H{"success": false, "statusCode": code, "message": msg})
}

func okAbort(c *web.Context) {
	abort(c, 400, "no")
	abort(c, 401, "no")
}

func badString(c *web.Context) {
	c.String(http.StatusBadRequest, "no: %v", errors.New("x")) // want `^c.String sends text/plain; errors of this service are JSON objects with success, statusCode and message; call abort$`
}

func badStatus(c *web.Context) {
	c.Status(http.StatusNotFound) // want `^c.Status sends status 404 without a body`
}

func badAbortWithStatus(c *web.Context) {
	c.AbortWithStatus(http.StatusUnauthorized) // want `^c.AbortWithStatus sends status 401 without a body`
	log.Println("aborted")
}

func badAbortWithError(c *web.Context) {
	c.AbortWithError(http.StatusUnauthorized, errors.New("x")) // want `^c.AbortWithError sends status 401 without a body`
}

func badBind(c *web.Context) {
	var v struct{ Name string }
	if err := c.BindJSON(&v); err != nil { // want `^c.BindJSON answers 400 without a body when it fails`
		return
	}
	if err := c.ShouldBindJSON(&v); err != nil {
		abort(c, 400, "no")
	}
}

func badInMiddleware(limit func() bool) web.HandlerFunc {
	return func(c *web.Context) {
		if !limit() {
			c.Status(http.StatusTooManyRequests) // want `^c.Status sends status 429 without a body`
			c.Abort()
			return
		}
		c.Next()
	}
}

func limited(c *web.Context, key string) {
	if key == "" {
		c.Status(http.StatusTooManyRequests) // want `^c.Status sends status 429 without a body`
		c.Abort()
		return
	}
}

func callsLimited(c *web.Context) { limited(c, c.ClientIP()) }

func badRecovery() web.HandlerFunc {
	return web.CustomRecovery(func(c *web.Context, v any) {
		c.AbortWithStatus(500) // want `^c.AbortWithStatus sends status 500 without a body`
	})
}

func badShape(c *web.Context) {
	c.JSON(http.StatusBadRequest, web.H{"error": "x"}) // want `^c.JSON sends an object with the key error but without success, statusCode and message; .*; call abort$`
}

func badShapeOfNull(c *web.Context) {
	c.JSON(http.StatusBadRequest, nil) // want `^c.JSON sends null; errors`
}

func badData(c *web.Context) {
	c.Data(http.StatusBadRequest, "application/json", []byte(`{"error": 1}`)) // want `^c.Data sends an object with the key error`
	c.Data(http.StatusBadRequest, "text/plain; charset=utf-8", []byte("x"))   // want `^c.Data sends a text with status 400`
}

type ctx struct{ *web.Context }

func (c ctx) fail(code int) {
	c.String(code, "failed") // want `^c.String sends text/plain`
}

func callsEmbedded(c *web.Context) {
	ctx{c}.fail(400)
}

type gin struct{ C *web.Context }

func (g *gin) respond(code int, data any) {
	g.C.JSON(code, web.H{"data": data}) // want `^g.C.JSON sends an object with the key data`
}

func callsField(c *web.Context) {
	g := gin{C: c}
	g.respond(500, nil)
}

func nopeBodyAfterStatus(c *web.Context) {
	c.Status(http.StatusBadRequest)
	c.JSON(-1, web.H{"success": false, "statusCode": 400, "message": ""})
}

func nopeHandlersBehind(c *web.Context) {
	c.Status(http.StatusNotFound)
	c.Next()
}

func nopeCollects(c *web.Context) {
	c.Status(http.StatusNotFound)
	_ = c.Error(errors.New("x"))
}

func nopeHTML(c *web.Context) {
	c.HTML(http.StatusNotFound, "404.html", nil)
}

func nopeHTMLString(c *web.Context) {
	c.Header("Content-Type", "text/html")
	c.String(http.StatusNotFound, "<p>x")
}

func nopeXML(c *web.Context) { c.XML(400, "x") }

func nopeSuccess(c *web.Context) { c.JSON(200, web.H{"error": "legacy"}) }

func nopeChallenge(c *web.Context) {
	c.Header("WWW-Authenticate", "Basic")
	c.AbortWithStatus(401)
}

func nopeFile(c *web.Context) {
	if c.Query("x") == "" {
		c.AbortWithStatus(404)
		return
	}
	c.File("x")
}

func okOtherStatuses(c *web.Context) {
	c.Status(204)
	c.AbortWithStatus(304)
	c.String(200, "ok")
}
