package runners

import (
	"net/http"

	"golang.org/x/sync/singleflight"
)

// Row029: (*Group).Do: re-panics in the caller; the panic is the caller's again, where a server recovers it.
func Row029(http.ResponseWriter, *http.Request) {
	var g singleflight.Group
	_, _, _ = g.Do("k", func() (any, error) { panic(errBoom) })
}

// Row030: (*Group).DoChan; the process ends.
func Row030(http.ResponseWriter, *http.Request) {
	var g singleflight.Group
	<-g.DoChan("k", func() (any, error) { panic(errBoom) })
}
