// Package beegoapi answers with beego: controllers that embed one another, and
// bodies that are put into a map first.
package beegoapi

import (
	"github.com/beego/beego/v2/server/web"
	"github.com/beego/beego/v2/server/web/context"
)

type base struct{ web.Controller }

// fail is the helper of all controllers.
func (c *base) fail(status int, message string) {
	c.Ctx.Output.SetStatus(status)
	c.Data["json"] = map[string]string{"error": message}
	c.ServeJSON() // want `^c.ServeJSON sends an object with the key error but without problem_id and explanation`
}

func (c *base) fine(v any) {
	c.Data["json"] = v
	c.ServeJSON()
}

type users struct{ base }

func (c *users) Get() {
	if c.GetString("id") == "" {
		c.fail(400, "no id")
		return
	}
	c.fine(map[string]string{"name": "x"})
}

func (c *users) Post() {
	c.CustomAbort(403, "no") // want `^c.CustomAbort sends`
}

func (c *users) Delete() {
	c.Ctx.Output.SetStatus(404) // want `^c.Ctx.Output.SetStatus sends status 404 without a body`
	c.StopRun()
}

func (c *users) Put() {
	c.Ctx.ResponseWriter.WriteHeader(404) // want `^c.Ctx.ResponseWriter.WriteHeader sends status 404 without a body`
}

func badFilter(ctx *context.Context) {
	ctx.Output.SetStatus(401)
	ctx.Output.JSON(map[string]string{"error": "no"}, false, false) // want `^ctx.Output.JSON sends an object with the key error`
}

func okErrorPage(c *users) { c.Abort("404") }

func okSuccess(ctx *context.Context) { ctx.Output.JSON("fine", false, false) }
