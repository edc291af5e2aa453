// Package apitest helps tests.
package apitest

import (
	"net/http"
	"net/http/httptest"

	"github.com/gin-gonic/gin"
)

func okServesTests(h gin.HandlerFunc) int {
	r := gin.New()
	r.GET("/x", h)
	rec := httptest.NewRecorder()
	r.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, "/x", nil))
	return rec.Code
}
