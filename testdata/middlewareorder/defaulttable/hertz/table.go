// Package hertz has the routers of the tables of what is answered by default, with the handlers of a service
// that has an envelope. The servers of defaulttable_test.go become this file: go test
// ./analyzers/middlewareorder -run DefaultTableFixtures -update.
package hertz

import (
	hserver "github.com/cloudwego/hertz/pkg/app/server"
)

// Default has what the table calls its defaults.
func Default() error {
	h := hserver.Default()
	h.GET("/x", get)
	h.Spin()
	return nil
}

// Methods has what the table calls its defaults.
func Methods() error {
	h := hserver.Default(hserver.WithHandleMethodNotAllowed(true))
	h.GET("/x", get)
	h.Spin()
	return nil
}
