// Package helper has one function that recovers: fixes defer it.
package helper

import (
	"log"
	"net/http"
	"sync"
)

func recoverPanic() {
	if v := recover(); v != nil {
		log.Print(v)
	}
}

func send() {
	var m map[string]int
	m["a"] = 1
}

func handle(w http.ResponseWriter, r *http.Request) {
	go func() { // want `goroutine calls send`
		send() // after the response
	}()
	go func() { send() }() // want `goroutine calls send`
	var wg sync.WaitGroup
	wg.Go(func() { // want `wg.Go runs a function that calls send`
		send()
	})
	wg.Wait()
}

// The name means something else here.
func handleShadowed(w http.ResponseWriter, r *http.Request) {
	recoverPanic := false
	go func() { // want `goroutine calls send`
		send()
		_ = recoverPanic
	}()
}
