// Package logs has no function that recovers, and logs with package log.
package logs

import (
	"errors"
	stdlog "log"
	"net/http"
	"sync"

	"golang.org/x/sync/errgroup"
)

func send() { panic("boom") }

func handle(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	go func() { // want `nothing recovers it`
		// the comment stays
		send()
	}()
	go func() { send() }()   // want `nothing recovers it`
	wg.Go(func() { send() }) // want `nothing recovers`
	wg.Go(func() {           // want `nothing recovers`
		if r.URL.Path == "/" {
			stdlog.Print("root")
		}
		send()
	})
	wg.Wait()
}

// What is returned after a recover would say that all went well.
func results(w http.ResponseWriter, r *http.Request) {
	var g errgroup.Group
	g.Go(func() error { // want `nothing recovers`
		send()
		return errors.New("failed")
	})
	_ = g.Wait()
}

func shadowed(w http.ResponseWriter, r *http.Request) {
	stdlog := "x"
	go func() { // want `nothing recovers it`
		_ = stdlog
		send()
	}()
}
