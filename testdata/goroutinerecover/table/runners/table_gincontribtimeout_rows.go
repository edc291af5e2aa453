package runners

import (
	"net/http"
	"time"

	"example.com/fixtures/goroutinerecover/table/probe"
	"github.com/gin-gonic/gin"
)

// Row090: handler panics before the timeout, Recovery outside; the process goes on.
func Row090(http.ResponseWriter, *http.Request) *probe.Server {
	return ginS(func(*gin.Context) { boom() }, gin.Recovery(), gintimeout.New(gintimeout.WithTimeout(time.Second)))
}

// Row091: handler panics AFTER the timeout, Recovery outside; the process goes on.
func Row091(http.ResponseWriter, *http.Request) *probe.Server {
	return ginS(func(*gin.Context) { time.Sleep(100 * time.Millisecond); boom() }, gin.Recovery(), gintimeout.New(gintimeout.WithTimeout(20*time.Millisecond)))
}
