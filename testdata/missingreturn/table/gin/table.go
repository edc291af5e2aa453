// Package gin holds handlers and middleware of gin v1.12.0 that answer with an error, each with what came of
// it. The rows of missing_return.csv become this file: go test ./analyzers/missingreturn -run Fixtures
// -update.
package gin

import (
	"bytes"
	"errors"
	"fmt"
	"net"
	"net/http"

	"github.com/gin-gonic/gin"
)

var probe struct {
	HTTP    func(http.Handler) *http.Server
	Listen  func() net.Listener
	Started func(string, func()) *http.Server
}

type env struct {
	ran bool
	log bytes.Buffer
}

// secret is what the protected handler does: its side effect must not happen.
func (e *env) secret() { e.ran = true }

func serve(e *env, mw gin.HandlerFunc) *http.Server {
	r := gin.New()
	r.Use(mw)
	r.GET("/x", func(c *gin.Context) {
		e.secret()
		c.JSON(200, gin.H{"secret": "data"})
	})
	return probe.HTTP(r)
}

// Row01: auth middleware: c.JSON(401) and RETURN, no Abort: the handler runs anyway. The client saw 401
// [application/json; charset=utf-8] "{\"error\":\"unauthorized\"}{\"secret\":\"data\"}"; the rest ran.
func Row01(e *env) *http.Server {
	return serve(e, func(c *gin.Context) {
		c.JSON(401, gin.H{"error": "unauthorized"})
		return
	})
}

// Row02: auth middleware: c.Status(401) and return, no Abort: the client even sees 200. The client saw 200
// [application/json; charset=utf-8] "{\"secret\":\"data\"}"; the rest ran.
func Row02(e *env) *http.Server {
	return serve(e, func(c *gin.Context) { c.Status(401) })
}

// Row03: auth middleware: c.AbortWithStatusJSON(401), no return, c.Next(). The client saw 401
// [application/json; charset=utf-8] "{\"error\":\"unauthorized\"}"; the rest did not run.
func Row03(e *env) *http.Server {
	return serve(e, func(c *gin.Context) {
		c.AbortWithStatusJSON(401, gin.H{"error": "unauthorized"})
		c.Next()
	})
}

// Row04: auth middleware: c.AbortWithStatusJSON(401), no return, the middleware goes on itself. The client
// saw 401 [application/json; charset=utf-8] "{\"error\":\"unauthorized\"}"; the rest ran.
func Row04(e *env) *http.Server {
	return serve(e, func(c *gin.Context) {
		c.AbortWithStatusJSON(401, gin.H{"error": "unauthorized"})
		e.secret()
	})
}

// Row05: auth middleware: c.JSON(401); c.Abort(); return. The client saw 401 [application/json;
// charset=utf-8] "{\"error\":\"unauthorized\"}"; the rest did not run.
func Row05(e *env) *http.Server {
	return serve(e, func(c *gin.Context) {
		c.JSON(401, gin.H{"error": "unauthorized"})
		c.Abort()
	})
}

// Row06: auth middleware: c.Next() before the check: too late. The client saw 200 [application/json;
// charset=utf-8] "{\"secret\":\"data\"}{\"error\":\"unauthorized\"}"; the rest ran.
func Row06(e *env) *http.Server {
	return serve(e, func(c *gin.Context) {
		c.Next()
		c.AbortWithStatusJSON(401, gin.H{"error": "unauthorized"})
	})
}

// Row07: auth middleware: c.Error(err); return. The client saw 200 [application/json; charset=utf-8]
// "{\"secret\":\"data\"}"; the rest ran.
func Row07(e *env) *http.Server {
	return serve(e, func(c *gin.Context) { _ = c.Error(errors.New("unauthorized")) })
}

// Row08: handler: c.JSON(400), no return, c.JSON(200). The client saw 400 [application/json; charset=utf-8]
// "{\"error\":\"x\"}{\"a\":1}"; the rest ran.
func Row08(e *env) *http.Server {
	gin.DebugPrintFunc = func(f string, a ...any) { fmt.Fprintf(&e.log, f+"\n", a...) }
	r := gin.New()
	r.GET("/x", func(c *gin.Context) {
		c.JSON(400, gin.H{"error": "x"})
		e.secret()
		c.JSON(200, gin.H{"a": 1})
	})
	return probe.HTTP(r)
}

// Row09: handler: c.AbortWithStatus(401), no return, c.JSON(200). The client saw 401 [text/plain;
// charset=utf-8] "{\"secret\":\"data\"}"; the rest ran.
func Row09(e *env) *http.Server {
	r := gin.New()
	r.GET("/x", func(c *gin.Context) {
		c.AbortWithStatus(401)
		e.secret()
		c.JSON(200, gin.H{"secret": "data"})
	})
	return probe.HTTP(r)
}

// Row10: handler: c.BindJSON fails, error ignored, c.JSON(200). The client saw 400 [text/plain;
// charset=utf-8] "{\"a\":0}"; the rest ran.
func Row10(e *env) *http.Server {
	r := gin.New()
	r.GET("/x", func(c *gin.Context) {
		var v struct {
			A int `binding:"required"`
		}
		_ = c.BindJSON(&v)
		e.secret()
		c.JSON(200, gin.H{"a": v.A})
	})
	return probe.HTTP(r)
}

// Row11: handler: c.Redirect(302, /login), no return, c.JSON(200). The client saw 302 [text/html;
// charset=utf-8] "<a href=\"/login\">Found</a>.\n\n{\"secret\":\"data\"}"; the rest ran.
func Row11(e *env) *http.Server {
	r := gin.New()
	r.GET("/x", func(c *gin.Context) {
		c.Redirect(302, "/login")
		e.secret()
		c.JSON(200, gin.H{"secret": "data"})
	})
	return probe.HTTP(r)
}
