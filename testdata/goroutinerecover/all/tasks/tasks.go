// Package tasks runs what other packages give it.
package tasks

import (
	"context"
	"fmt"
	"sync"
	"time"

	"example.com/thirdparty/safe"
)

// Task is a function with an interval.
type Task struct{ every time.Duration }

// Every runs f again and again.
func Every(d time.Duration, f func()) *Task { return create(d, f) }

func create(d time.Duration, f func()) *Task {
	t := &Task{d}
	go func() { // want `goroutine calls f, which Every is given, and nothing recovers it, so a panic in it ends the process; defer a recover as its first statement$`
		for range time.Tick(t.every) {
			f()
		}
	}()
	return t
}

// Now runs f at once.
func Now(f func()) {
	go f() // want `goroutine runs f, which Now is given, and nothing recovers it, so a panic in it ends the process; run it in a function that defers a recover$`
}

// Handler is a function with a name.
type Handler func(int)

// Pool runs functions.
type Pool struct {
	wg   sync.WaitGroup
	jobs chan func()
}

// Go runs h.
func (p *Pool) Go(h Handler) {
	go h(1) // want `goroutine runs h, which \(\*Pool\).Go is given, and nothing recovers it`
}

// All runs all of fs.
func (p *Pool) All(fs ...func()) {
	for _, f := range fs {
		p.wg.Go(f) // want `p.wg.Go runs f, which \(\*Pool\).All is given, on a goroutine that nothing recovers, so a panic in it ends the process; run it in a function that defers a recover$`
	}
}

// After runs f later.
func After(d time.Duration, f func()) {
	time.AfterFunc(d, func() { // want `time.AfterFunc runs a function that calls f, which After is given, on a goroutine that nothing recovers`
		f()
	})
}

// Elsewhere has another module run f.
func Elsewhere(f func()) {
	safe.Unsafe(f) // want `safe.Unsafe runs f, which Elsewhere is given, on a goroutine that nothing recovers \(safe/`
}

// Again runs f by Now, where it is reported.
func Again(f func()) { Now(f) }

// Map runs f for each.
func Map[T any](list []T, f func(T)) {
	for _, v := range list {
		go f(v) // want `goroutine runs f, which Map is given, and nothing recovers it`
	}
}

// Start starts the worker.
func (p *Pool) Start() {
	go func() { // want `goroutine calls job and nothing recovers it`
		for job := range p.jobs {
			job()
		}
	}()
}

// Submit sends f to the worker, where it is reported.
func (p *Pool) Submit(f func()) { p.jobs <- f }

// Loop has f called by another function, and cancel, which does not panic.
func Loop(cancel context.CancelFunc, f func()) {
	go loop(f)  // want `goroutine runs loop, which calls f, which Loop is given, and nothing recovers it, so a panic in it ends the process; defer a recover in it$`
	go func() { // want `goroutine calls f, which Loop is given, and nothing recovers it`
		defer cancel()
		cancel()
		f()
	}()
}

func loop(f func()) {
	for range 3 {
		f()
	}
}

// Safely runs f with a recover in place.
func Safely(f func()) {
	go func() {
		defer func() { _ = recover() }()
		f()
	}()
}

// CreateSafely does so in another function.
func CreateSafely(f func()) { runSafely(f) }

func runSafely(f func()) {
	go func() {
		defer func() { _ = recover() }()
		f()
	}()
}

// Configured recovers for f, as the configuration says.
func Configured(f func()) { configured(f) }

func configured(f func()) { go f() }

// Until stops when it is told.
func Until(stop <-chan struct{}, cancel context.CancelFunc, stopped context.CancelCauseFunc) {
	go func() {
		<-stop
		cancel()
		stopped(nil)
	}()
}

// Sync calls f on the caller's goroutine.
func Sync(f func()) { f() }

// okOnlyGivenHarmless is given nothing but what this package shows.
func okOnlyGivenHarmless(f func()) { go f() }

func okNeverCalled(f func()) { go f() }

// okLiteral has a parameter of a literal, whose calls are not looked for.
func okLiteral() {
	run := func(f func()) { go f() }
	run(func() { fmt.Println() })
}

// OKSuppressed leaves it to its callers.
func OKSuppressed(f func()) {
	//lint:ignore goroutinerecover the callers recover
	go f()
}

func init() {
	okOnlyGivenHarmless(func() { fmt.Println("started") })
}
