package runners

import (
	"net/http"
	"time"

	"example.com/fixtures/goroutinerecover/table/probe"
	"github.com/gin-gonic/gin"
)

// Row087: handler, gin.New(); the process goes on.
func Row087(http.ResponseWriter, *http.Request) *probe.Server {
	return ginS(func(*gin.Context) { boom() })
}

// Row088: handler, Recovery; the process goes on.
func Row088(http.ResponseWriter, *http.Request) *probe.Server {
	return ginS(func(*gin.Context) { boom() }, gin.Recovery())
}

// Row089: go func with c.Copy(), Recovery; the process ends.
func Row089(http.ResponseWriter, *http.Request) *probe.Server {
	return ginS(func(c *gin.Context) {
		cp := c.Copy()
		go func() { _ = cp.Request; boom() }()
		time.Sleep(100 * time.Millisecond)
	}, gin.Recovery())
}
