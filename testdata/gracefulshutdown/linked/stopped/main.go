// In this program another package shuts the server down, on a goroutine
// that main does not wait for.
package main

import (
	"example.com/fixtures/gracefulshutdown/linked/quietserver"
	"example.com/fixtures/gracefulshutdown/linked/stop"
)

func main() {
	s := quietserver.New()
	go stop.OnSignal(s)
	_ = s.ListenAndServe() // want `^s.ListenAndServe returns as soon as stop.OnSignal begins`
}
