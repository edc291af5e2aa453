// Package unsure has two functions that recover, or two loggers.
package unsure

import (
	"log"
	"net/http"
)

func send() { panic("boom") }

func one() {
	if v := recover(); v != nil {
		log.Print(v)
	}
}

func two() {
	_ = recover()
}

func handle(w http.ResponseWriter, r *http.Request) {
	defer one()
	defer two()
	go func() { // want `nothing recovers it`
		send()
	}()
}
