// Package hertzapi answers with hertz.
package hertzapi

import (
	"context"
	"errors"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/common/utils"
)

func bad(_ context.Context, c *app.RequestContext) {
	c.JSON(400, utils.H{"error": "no"}) // want `^c.JSON sends an object with the key error but without problem_id and explanation`
}

func badAbort(_ context.Context, c *app.RequestContext) {
	c.AbortWithStatus(401) // want `^c.AbortWithStatus sends status 401 without a body`
}

func badMessage(_ context.Context, c *app.RequestContext) {
	c.AbortWithMsg("no", 401) // want `^c.AbortWithMsg sends`
}

func badSetBody(_ context.Context, c *app.RequestContext) {
	c.SetStatusCode(500)
	c.Response.SetBodyString("no") // want `^c.Response.SetBodyString sends`
}

func sendError(c *app.RequestContext, code int, err error) {
	c.JSON(code, map[string]any{"status_msg": err.Error()}) // want `^c.JSON sends an object with the key status_msg`
}

func callsSendError(_ context.Context, c *app.RequestContext) { sendError(c, 400, errors.New("no")) }

func okAbortAfterBody(_ context.Context, c *app.RequestContext) {
	c.JSON(400, utils.H{"problem_id": 1, "explanation": "no"})
	c.Abort()
}

func okNext(ctx context.Context, c *app.RequestContext) {
	c.SetStatusCode(404)
	c.Next(ctx)
}

func okSuccess(_ context.Context, c *app.RequestContext) { c.JSON(200, utils.H{"name": "x"}) }

func okHTML(_ context.Context, c *app.RequestContext) { c.HTML(404, "404.html", nil) }
