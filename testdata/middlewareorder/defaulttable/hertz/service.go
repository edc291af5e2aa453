package hertz

import (
	"context"

	"github.com/cloudwego/hertz/pkg/app"
)

type failure struct {
	Code    string `json:"code"`
	Details string `json:"details"`
}

func get(_ context.Context, c *app.RequestContext) {
	switch c.Query("page") {
	case "0":
		c.JSON(400, failure{"page", "no page"})
	case "1":
		c.JSON(400, failure{"page", "no users"})
	case "2":
		c.JSON(400, failure{"page", "twice"})
	case "3":
		c.JSON(400, failure{"page", "not yours"})
	case "4":
		c.JSON(400, failure{"who", "who are you"})
	case "5":
		c.JSON(400, failure{"page", "gone"})
	case "6":
		c.JSON(400, failure{"later", "later"})
	case "7":
		c.JSON(400, failure{"elsewhere", "elsewhere"})
	case "8":
		c.JSON(400, failure{"closed", "closed"})
	case "9":
		c.JSON(400, failure{"id", "no id"})
	case "10":
		c.JSON(400, failure{"name", "no name"})
	}
}
