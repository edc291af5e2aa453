package norecovery

import (
	"net/http/httptest"
	"testing"

	"github.com/gin-gonic/gin"
)

func TestOkInTests(t *testing.T) {
	r := gin.New()
	r.GET("/x", list)
	r.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/x", nil))
}

func TestOkReturnedForTests(t *testing.T) {
	NopeReturned().ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/x", nil))
}
