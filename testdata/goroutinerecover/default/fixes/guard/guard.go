// Package guard has the project's one function that recovers.
package guard

import "log"

// Panics logs a panic of the goroutine that defers it.
func Panics() {
	if v := recover(); v != nil {
		log.Print(v)
	}
}
