package configured

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func list(c *gin.Context) { c.Status(http.StatusOK) }

// Guard hands the request to something that recovers; its source does not show
// it, the configuration does.
func Guard() gin.HandlerFunc { return func(c *gin.Context) { run(c.Next) } }

var run = func(f func()) { f() }

type guards struct{}

func (guards) Gin(c *gin.Context) { run(c.Next) }

func ok() {
	r := gin.New()
	r.Use(Guard())
	r.GET("/x", list)
	_ = r.Run()

	s := gin.New()
	s.Use(guards{}.Gin)
	s.GET("/x", list)
	_ = s.Run()
}

func late() {
	r := gin.New()
	r.GET("/x", list)
	r.Use(Guard()) // want `^Guard\(\) is registered after GET "/x"`
	_ = r.Run()
}
