// Package gin has the routers of the tables of what is answered by default, with the handlers of a service
// that has an envelope. The servers of defaulttable_test.go become this file: go test
// ./analyzers/middlewareorder -run DefaultTableFixtures -update.
package gin

import (
	"github.com/gin-gonic/gin"
)

// Central: NoRoute, NoMethod+HandleMethodNotAllowed, CustomRecovery, an errors middleware (c.Errors after
// Next, writes when not yet Written).
func Central() error {
	r := gin.New()
	r.HandleMethodNotAllowed = true
	r.NoRoute(notFound)
	r.NoMethod(notFound)
	r.Use(gin.CustomRecovery(func(c *gin.Context, _ any) { notFound(c) }))
	r.GET("/err", get)
	r.GET("/auth", gin.BasicAuth(gin.Accounts{"u": "p"}), get)
	r.Group("/api", get)
	r.Static("/static", "/nonexistent")
	return r.Run()
}

// Default has what the table calls its defaults.
func Default() error {
	r := gin.Default()
	r.GET("/x", get)
	return r.Run()
}

// Methods has what the table calls its defaults.
func Methods() error {
	r := gin.Default()
	r.HandleMethodNotAllowed = true
	r.GET("/x", get)
	return r.Run()
}
