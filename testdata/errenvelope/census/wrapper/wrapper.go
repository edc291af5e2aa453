// Package wrapper puts the same object round errors and all else.
package wrapper

import "github.com/gin-gonic/gin"

type body struct {
	Code int    `json:"code"`
	Msg  string `json:"msg"`
	Data any    `json:"data"`
}

func respond(c *gin.Context, err error, data any) {
	if err == nil {
		c.JSON(200, body{0, "ok", data})
		return
	}
	c.JSON(statusOf(err), body{1, err.Error(), nil})
}

func statusOf(err error) int { return len(err.Error()) }

func fail(c *gin.Context, msg string) { c.JSON(200, body{7, msg, nil}) }

func data(c *gin.Context, text string, v any) { c.JSON(200, v) }

func handler(c *gin.Context, err error) {
	respond(c, err, nil)
	respond(c, err, nil)
	respond(c, nil, 1)
	fail(c, "x")
	fail(c, "y")
	fail(c, "z")
	data(c, "x", body{})
	data(c, "x", struct{ A int }{1})
	c.JSON(200, gin.H{"success": false, "message": "x"})
	c.JSON(200, gin.H{"success": true, "message": "x"})
}
