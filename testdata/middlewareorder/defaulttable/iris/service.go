package iris

import (
	"github.com/kataras/iris/v12"
)

type failure struct {
	Code    string `json:"code"`
	Details string `json:"details"`
}

func get(c iris.Context) {
	switch c.URLParam("page") {
	case "0":
		c.StopWithJSON(400, failure{"page", "no page"})
	case "1":
		c.StopWithJSON(400, failure{"page", "no users"})
	case "2":
		c.StopWithJSON(400, failure{"page", "twice"})
	case "3":
		c.StopWithJSON(400, failure{"page", "not yours"})
	case "4":
		c.StopWithJSON(400, failure{"who", "who are you"})
	case "5":
		c.StopWithJSON(400, failure{"page", "gone"})
	case "6":
		c.StopWithJSON(400, failure{"later", "later"})
	case "7":
		c.StopWithJSON(400, failure{"elsewhere", "elsewhere"})
	case "8":
		c.StopWithJSON(400, failure{"closed", "closed"})
	case "9":
		c.StopWithJSON(400, failure{"id", "no id"})
	case "10":
		c.StopWithJSON(400, failure{"name", "no name"})
	}
}
