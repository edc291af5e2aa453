// Package collects leaves its errors to a middleware that it does not import.
package collects

import (
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"
)

// OKAborts is a handler.
func OKAborts(c *gin.Context) {
	c.AbortWithError(http.StatusBadRequest, errors.New("no id"))
}
