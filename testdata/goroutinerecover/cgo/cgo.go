// Package cgo has a file that the go command has compiled and vetted as a copy,
// which says that it is generated.
package cgo

// static int answer(void) { return 42; }
import "C"

import (
	"net/http"

	"example.com/fixtures/goroutinerecover/cgo/other"
)

func badHandler(w http.ResponseWriter, r *http.Request) {
	go work(r.Form["x"])            // want `goroutine runs work and nothing recovers it`
	other.Run(func() { work(nil) }) // want `other.Run runs a function that calls work on a goroutine that nothing recovers \(other/other.go:10\)`
}

func work(list []string) int { return int(C.answer()) + len(list[0]) }

func okSuppressed(w http.ResponseWriter, r *http.Request) {
	//lint:ignore goroutinerecover it is tried out
	go work(nil)
}
