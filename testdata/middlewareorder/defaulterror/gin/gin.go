// Package gin has routers of gin with the handlers of a service that has an
// envelope.
package gin

import (
	"github.com/gin-gonic/gin"

	"example.com/fixtures/middlewareorder/defaulterror/api"
)

func byDefault() error {
	r := gin.Default() // want `^r \(gin\) answers unknown routes with "404 page not found" as text/plain and panics with an empty 500, while errors of this service are JSON objects with code and message; set r.NoRoute, and use gin.New with gin.CustomRecovery$`
	r.GET("/users", api.GinUsers)
	return r.Run()
}

func methods() error {
	r := gin.New() // want `answers unknown routes with "404 page not found" as text/plain and unknown methods with "405 method not allowed" as text/plain, while .*; set r.NoRoute and r.NoMethod$`
	r.HandleMethodNotAllowed = true
	r.Use(gin.CustomRecovery(api.GinFailed))
	r.GET("/users", api.GinUsers)
	return r.Run()
}

func onlyMethods() error {
	r := gin.New() // want `^r \(gin\) answers unknown methods with`
	r.HandleMethodNotAllowed = true
	r.NoRoute(api.GinNotFound)
	r.Use(gin.CustomRecovery(api.GinFailed))
	r.GET("/users", api.GinUsers)
	return r.Run()
}

func onlyPanics() error {
	r := gin.New()
	r.Use(gin.Logger(), gin.Recovery()) // want `^gin.Recovery\(\) \(gin\) answers panics with an empty 500, while .*; use gin.CustomRecovery$`
	r.NoRoute(api.GinNotFound)
	r.GET("/users", api.GinUsers)
	return r.Run()
}

// okNoMethods answers unknown methods as unknown routes: gin does by itself.
func okNoMethods() error {
	r := gin.New()
	r.HandleMethodNotAllowed = false
	r.Use(gin.CustomRecovery(api.GinFailed))
	r.NoRoute(api.GinNotFound)
	r.GET("/users", api.GinUsers)
	return r.Run()
}

func okServesPages() error {
	r := gin.New()
	r.Use(gin.Recovery())
	r.LoadHTMLGlob("templates/*")
	r.GET("/users", api.GinUsers)
	return r.Run()
}

func okServesFiles() error {
	r := gin.New()
	r.Use(gin.CustomRecovery(api.GinFailed))
	r.GET("/users", api.GinUsers)
	r.StaticFS("/", gin.Dir("dist", false))
	return r.Run()
}

func okServesFilesByMiddleware() error {
	r := gin.New()
	r.Use(gin.CustomRecovery(api.GinFailed), app)
	r.GET("/users", api.GinUsers)
	return r.Run()
}

func app(c *gin.Context) {
	if c.Request.URL.Path == "/" {
		c.File("dist/index.html")
		c.Abort()
	}
}

func okRecoversItself() error {
	r := gin.Default()
	r.NoRoute(api.GinNotFound)
	r.Use(gin.CustomRecovery(api.GinFailed))
	r.GET("/users", api.GinUsers)
	return r.Run()
}
