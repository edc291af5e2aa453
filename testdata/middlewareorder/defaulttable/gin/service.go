package gin

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

type failure struct {
	Code    string `json:"code"`
	Details string `json:"details"`
}

func get(c *gin.Context) {
	switch c.Query("page") {
	case "0":
		c.JSON(http.StatusBadRequest, failure{"page", "no page"})
	case "1":
		c.JSON(http.StatusBadRequest, failure{"page", "no users"})
	case "2":
		c.JSON(http.StatusBadRequest, failure{"page", "twice"})
	case "3":
		c.JSON(http.StatusBadRequest, failure{"page", "not yours"})
	case "4":
		c.JSON(http.StatusBadRequest, failure{"who", "who are you"})
	case "5":
		c.JSON(http.StatusBadRequest, failure{"page", "gone"})
	case "6":
		c.JSON(http.StatusBadRequest, failure{"later", "later"})
	case "7":
		c.JSON(http.StatusBadRequest, failure{"elsewhere", "elsewhere"})
	case "8":
		c.JSON(http.StatusBadRequest, failure{"closed", "closed"})
	case "9":
		c.JSON(http.StatusBadRequest, failure{"id", "no id"})
	case "10":
		c.JSON(http.StatusBadRequest, failure{"name", "no name"})
	}
}

func notFound(c *gin.Context) {
	c.AbortWithStatusJSON(http.StatusNotFound, failure{"not-found", "not found"})
}
