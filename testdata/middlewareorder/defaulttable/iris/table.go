// Package iris has the routers of the tables of what is answered by default, with the handlers of a service
// that has an envelope. The servers of defaulttable_test.go become this file: go test
// ./analyzers/middlewareorder -run DefaultTableFixtures -update.
package iris

import (
	iris "github.com/kataras/iris/v12"
)

// Default has what the table calls its defaults.
func Default() error {
	a := iris.Default()
	a.Get("/x", get)
	return a.Listen(":8080")
}

// Methods has what the table calls its defaults.
func Methods() error {
	a := iris.Default()
	a.Configure(iris.WithFireMethodNotAllowed)
	a.Get("/x", get)
	return a.Listen(":8080")
}
