// Package gozero has the routers of the tables of what is answered by default, with the handlers of a service
// that has an envelope. The servers of defaulttable_test.go become this file: go test
// ./analyzers/middlewareorder -run DefaultTableFixtures -update.
package gozero

import (
	"net/http"

	"github.com/zeromicro/go-zero/rest"
)

// Central: httpx.SetErrorHandler, WithNotFoundHandler, WithNotAllowedHandler, Recover/Timeout/MaxBytes
// middlewares.
func Central() error {
	s := rest.MustNewServer(conf, rest.WithNotFoundHandler(http.HandlerFunc(get)), rest.WithNotAllowedHandler(http.HandlerFunc(get)))
	s.AddRoutes([]rest.Route{{Method: "GET", Path: "/err", Handler: get}})
	s.Start()
	return nil
}

// Default has what the table calls its defaults.
func Default() error {
	s := rest.MustNewServer(conf)
	s.AddRoutes([]rest.Route{{Method: "GET", Path: "/x", Handler: get}})
	s.Start()
	return nil
}
