package gin

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func gm(string) gin.HandlerFunc {
	return func(c *gin.Context) {
		defer func() {
			if recover() != nil {
				c.AbortWithStatus(http.StatusInternalServerError)
			}
		}()
		c.Next()
	}
}

func gs(code int, body string) gin.HandlerFunc {
	return func(c *gin.Context) { c.String(code, body) }
}
