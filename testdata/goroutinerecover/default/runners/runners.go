// Package runners starts goroutines by functions that run what they are given.
package runners

import (
	"context"
	"net/http"
	"sync"
	"time"

	"example.com/fixtures/goroutinerecover/default/jobs"
	"example.com/thirdparty/safe"
	"github.com/gammazero/workerpool"
	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/singleflight"
)

func send() {
	var m map[string]int
	m["a"] = 1
}

func guarded() {
	defer safe.Recover()
	send()
}

func fails() error { send(); return nil }

type app struct {
	wg     sync.WaitGroup
	flight singleflight.Group
}

func (a *app) handle(w http.ResponseWriter, r *http.Request) {
	time.AfterFunc(time.Second, send)    // want `^time.AfterFunc runs send on a goroutine that nothing recovers, so a panic in it ends the process; defer a recover in it$`
	time.AfterFunc(time.Second, func() { // want `^time.AfterFunc runs a function that calls send on a goroutine that nothing recovers, so a panic in it ends the process; defer a recover as its first statement$`
		send()
	})
	context.AfterFunc(r.Context(), send) // want `context.AfterFunc runs send`
	a.wg.Go(send)                        // want `a.wg.Go runs send`
	g, _ := errgroup.WithContext(r.Context())
	g.Go(fails)                                                       // want `g.Go runs fails`
	g.TryGo(func() error { return fails() })                          // want `g.TryGo runs a function that calls fails`
	a.flight.DoChan("k", func() (any, error) { return nil, fails() }) // want `a.flight.DoChan runs a function that calls fails`
	safe.Unsafe(send)                                                 // want `^safe.Unsafe runs send on a goroutine that nothing recovers \(safe/safe.go:24\), so a panic in it ends the process; defer a recover in it$`
	safe.UnsafeGroup(send, nil)                                       // want `safe.UnsafeGroup runs send on a goroutine that nothing recovers \(safe/runners.go:\d+\)`
	jobs.Background(func() { send() })                                // want `^jobs.Background runs a function that calls send on a goroutine that nothing recovers \(jobs/jobs.go:\d+\), so`
	jobs.Twice(send)                                                  // want `jobs.Twice runs send .* \(jobs/jobs.go:\d+\)`
	a.background(send)
	parallel(send, guarded)
	jobs.Parallel(guarded, send)      // want `jobs.Parallel runs send .* \(jobs/jobs.go:\d+\)`
	jobs.All([]func(){guarded, send}) // want `jobs.All runs a function .* \(jobs/jobs.go:\d+\)`
	pool := workerpool.New(2)
	pool.Submit(send) // want `pool.Submit runs send`
	(*app).background(a, send)
}

func parallel(fs ...func()) {
	for _, f := range fs {
		go f() // want `goroutine runs f and`
	}
}

// The package's own runner is reported once, where it starts the goroutine.
func (a *app) background(f func()) {
	a.wg.Add(1)
	go func() { // want `^goroutine calls f and nothing recovers it, so a panic in it ends the process; defer a recover as its first statement \(reached from \(\*app\).handle\)$`
		defer a.wg.Done()
		f()
	}()
}

func (a *app) okRunners(w http.ResponseWriter, r *http.Request) {
	time.AfterFunc(time.Second, guarded)
	time.AfterFunc(time.Second, func() { a.wg.Done() })
	a.wg.Go(guarded)
	var once sync.Once
	once.Do(send) // in the caller
	_, _, _ = a.flight.Do("k", func() (any, error) { return nil, fails() })
	safe.Go(send)
	safe.Unsafe(guarded)
	safe.Keep(send) // may be run by something that recovers
	jobs.Guarded(send)
	jobs.Now(send)
	jobs.Background(guarded)
	a.quiet(guarded)
	a.quietList(guarded, guarded)
	jobs.Parallel(guarded)
	jobs.Parallel()
	jobs.All([]func(){guarded})
	workerpool.New(2).Submit(guarded)
}

func (a *app) quietList(fs ...func()) {
	for i := range fs {
		go fs[i]()
	}
}

// Only functions that recover are given to it.
func (a *app) quiet(f func()) {
	go f()
}
