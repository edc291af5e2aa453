// Package errgroup runs functions of a request with one version of errgroup.
package errgroup

import (
	"net/http"

	"golang.org/x/sync/errgroup"
)

func handle(http.ResponseWriter, *http.Request) {
	var g errgroup.Group
	g.Go(send)
	g.TryGo(send)
	_ = g.Wait()
}

func send() error { panic("boom") }
