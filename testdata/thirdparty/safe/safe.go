// Package safe stands for a library of another module that recovers: prodvet
// learns it from its source.
package safe

import "log"

// Recover, when it is deferred, logs a panic and ends it.
func Recover() {
	if v := recover(); v != nil {
		log.Printf("panic: %v", v)
	}
}

// Go runs f on a goroutine of its own and recovers what f panics with.
func Go(f func()) {
	go func() {
		defer Recover()
		f()
	}()
}

// Unsafe runs f on a goroutine of its own, and nothing recovers.
func Unsafe(f func()) {
	go f()
}
