// Package recorder uses httptest in production: to call its own handlers.
package recorder

import (
	"net/http"
	"net/http/httptest"

	"github.com/gin-gonic/gin"
)

func list(c *gin.Context) { c.Status(http.StatusOK) }

func callsItself() int {
	rec := httptest.NewRecorder()
	c, _ := gin.CreateTestContext(rec)
	list(c)
	return rec.Code
}

func serves() {
	r := gin.New() // want `^r is a gin router without recovery`
	r.GET("/x", list)
	_ = r.Run()
}
