// Package jobs is the project's own: it runs functions.
package jobs

import (
	"log"
	"sync"
)

var wg sync.WaitGroup

// Background runs f beside the caller.
func Background(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}

// Twice runs f twice, by another runner.
func Twice(f func()) {
	Background(func() {
		f()
		f()
	})
}

// Guarded runs f beside the caller, and recovers.
func Guarded(f func()) {
	Background(func() {
		defer func() {
			if v := recover(); v != nil {
				log.Print(v)
			}
		}()
		f()
	})
}

// Now runs f in the caller.
func Now(f func()) { f() }

// Parallel runs the functions beside each other.
func Parallel(fs ...func()) {
	for _, f := range fs {
		wg.Go(f)
	}
}

// All runs a list of functions beside each other.
func All(fs []func()) {
	for i := range fs {
		go fs[i]()
	}
}

// Quiet says itself that its goroutine is no finding.
func Quiet(f func()) {
	//lint:ignore goroutinerecover what is given to Quiet recovers
	go f()
}
