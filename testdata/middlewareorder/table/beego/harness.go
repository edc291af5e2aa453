package beego

import (
	"github.com/beego/beego/v2/server/web"
	beectx "github.com/beego/beego/v2/server/web/context"
)

func bm(name string) web.FilterFunc {
	return func(c *beectx.Context) { c.Output.Header("X-Trace", name) }
}
