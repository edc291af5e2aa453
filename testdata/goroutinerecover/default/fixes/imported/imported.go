// Package imported has a function that recovers in a package that it imports.
package imported

import (
	"log"
	"net/http"

	"example.com/fixtures/goroutinerecover/default/fixes/guard"
)

func send() { panic("boom") }

func handle(w http.ResponseWriter, r *http.Request) {
	defer guard.Panics()
	go func() { // want `nothing recovers it`
		log.Print("start")
		send()
	}()
	go func() { send() }() // want `nothing recovers it`
}

func shadowed(w http.ResponseWriter, r *http.Request) {
	guard := func() {}
	guard()
	go func() { // want `nothing recovers it`
		send()
	}()
}
