package server

import "net/http"

// Configure starts nothing.
func Configure() {}

// Run serves.
func Run(addr string) error { return listen(addr) }

func listen(addr string) error { return http.ListenAndServe(addr, nil) }
