package server

import "net/http"

// Run serves.
func Run(addr string) error { return http.ListenAndServe(addr, nil) } // want `^http.ListenAndServe serves and nothing in the program shuts the server down, so SIGTERM cuts off the requests in flight; use an http.Server and call its Shutdown on SIGTERM$`

// Ignored serves.
func Ignored() error {
	//lint:ignore gracefulshutdown nobody minds
	return http.ListenAndServe(":9090", nil)
}
