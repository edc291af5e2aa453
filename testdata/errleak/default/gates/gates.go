// Package gates sends details in development only.
package gates

import (
	"net/http"
	"os"
	"runtime/debug"

	"github.com/gin-gonic/gin"
)

var config struct {
	Env   string
	Debug bool
}

func okGated(w http.ResponseWriter, err error) {
	msg := "internal error"
	if config.Env == "development" {
		msg = err.Error() + string(debug.Stack())
	}
	http.Error(w, msg, 500)
}

func okProduction(w http.ResponseWriter, err error) {
	msg := err.Error()
	if config.Env == "production" {
		msg = "internal error"
	}
	http.Error(w, msg, 500)
}

func okBranch(c *gin.Context) {
	err := os.Remove("x")
	if gin.Mode() == gin.DebugMode {
		c.JSON(500, gin.H{"error": err.Error()})
		return
	}
	c.JSON(500, gin.H{"error": "internal error"})
}

func okEarly(w http.ResponseWriter) {
	err := os.Remove("x")
	if !config.Debug {
		http.Error(w, "internal error", 500)
		return
	}
	http.Error(w, err.Error(), 500)
}

func wrongWay(w http.ResponseWriter) {
	err := os.Remove("x")
	if config.Debug {
		http.Error(w, "internal error", 500)
		return
	}
	http.Error(w, err.Error(), 500) // want `sends err.Error\(\)`
}

func clientAsks(w http.ResponseWriter, r *http.Request) {
	err := os.Remove("x")
	if r.URL.Query().Get("debug") == "1" {
		http.Error(w, err.Error(), 500) // want `sends err.Error\(\)`
	}
}
