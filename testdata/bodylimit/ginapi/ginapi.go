// Package ginapi has servers of gin.
package ginapi

import (
	"encoding/json"
	"io"
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/gin-gonic/gin/binding"
)

type order struct{ ID string }

func shouldBindJSON(c *gin.Context) {
	var o order
	if err := c.ShouldBindJSON(&o); err != nil {
		c.Status(400)
	}
}

func bind(c *gin.Context) { log.Print(c.Bind(new(order))) }

func bindWith(c *gin.Context) { log.Print(c.ShouldBindWith(new(order), binding.JSON)) }

func bindBodyWith(c *gin.Context) { log.Print(c.ShouldBindBodyWith(new(order), binding.XML)) }

func raw(c *gin.Context) { log.Print(c.GetRawData()) }

func form(c *gin.Context) { log.Print(c.MultipartForm()) }

func direct(c *gin.Context) { log.Print(json.NewDecoder(c.Request.Body).Decode(new(order))) }

func variable(c *gin.Context) {
	r := c.Request
	log.Print(io.ReadAll(r.Body))
}

func bindQuery(c *gin.Context) {
	log.Print(c.ShouldBindQuery(new(order)), c.ShouldBindUri(new(order)), c.ShouldBindHeader(new(order)), c.ShouldBindWith(new(order), binding.Query))
	log.Print(c.PostForm("a"), c.Query("b"))
}

func badEngine() error {
	r := gin.Default() // want `r sets no limit to request bodies, so 8 handlers read as much as a client sends, shouldBindJSON for one \(ginapi.go:18\); serve http.MaxBytesHandler\(r, 1<<20\)`
	r.POST("/a", shouldBindJSON)
	v1 := r.Group("/v1")
	v1.PUT("/b", bind)
	v1.PATCH("/c", bindWith)
	v1.POST("/d", bindBodyWith)
	v1.POST("/e", raw)
	v1.POST("/f", form)
	v1.POST("/g", direct)
	v1.Any("/h", variable)
	v1.POST("/i", bindQuery)
	return r.Run()
}

func okQueryOnly() error {
	r := gin.New()
	r.POST("/i", bindQuery)
	return r.Run()
}

// ShouldBind takes the query of a GET.
func okGet() error {
	r := gin.New()
	r.GET("/b", bind)
	return r.Run()
}

func limit(n int64) gin.HandlerFunc {
	return func(c *gin.Context) {
		c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, n)
		c.Next()
	}
}

func okMiddleware() error {
	r := gin.New()
	r.Use(gin.Recovery(), limit(1<<20))
	r.POST("/a", shouldBindJSON)
	r.POST("/e", raw)
	return r.Run()
}

func okAround() error {
	r := gin.New()
	r.POST("/a", shouldBindJSON)
	return http.ListenAndServe(":80", http.MaxBytesHandler(r, 1<<20))
}

func okOnTheRoute() error {
	r := gin.New()
	r.POST("/a", limit(1<<20), shouldBindJSON)
	return r.Run()
}

// gin gives a group what its router has when it is made.
func badLate() error {
	r := gin.New() // want `r sets no limit to request bodies, so shouldBindJSON reads as much as a client sends`
	v1 := r.Group("/v1")
	r.Use(limit(1 << 20))
	v1.POST("/a", shouldBindJSON)
	return r.Run()
}

func bounded(c *gin.Context) {
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, 1<<20)
	log.Print(c.ShouldBindJSON(new(order)))
}

func okInHandler() error {
	r := gin.New()
	r.POST("/a", bounded)
	return r.Run()
}

func checked(c *gin.Context) {
	if c.Request.ContentLength > 1<<20 {
		c.Status(http.StatusRequestEntityTooLarge)
		return
	}
	log.Print(c.ShouldBindJSON(new(order)))
}

func okChecked() error {
	r := gin.New()
	r.POST("/a", checked)
	return r.Run()
}
