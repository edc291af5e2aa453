// Package pools hands functions to workers over channels.
package pools

import "net/http"

func send() {
	var m map[string]int
	m["a"] = 1
}

type job struct {
	name string
	run  func()
}

type pool struct {
	tasks chan func()
	jobs  chan job
	safe  chan func()
	plain chan string
}

func newPool() *pool {
	p := &pool{make(chan func()), make(chan job), make(chan func()), make(chan string)}
	go func() {
		for t := range p.tasks {
			t()
		}
	}()
	go p.work()
	go func() {
		for t := range p.safe {
			protect(t)
		}
	}()
	go func() {
		for range p.plain {
			send()
		}
	}()
	return p
}

func (p *pool) work() {
	for {
		select {
		case j := <-p.jobs:
			j.run()
		case <-p.plain:
			return
		}
	}
}

func protect(f func()) {
	defer func() { _ = recover() }()
	f()
}

func (p *pool) Task(f func())           { p.tasks <- f }
func (p *pool) Job(n string, f func())  { p.jobs <- job{name: n, run: f} }
func (p *pool) Later(f func())          { go func() { p.jobs <- job{"later", f} }() }
func (p *pool) Safe(f func())           { p.safe <- f }
func (p *pool) Name(n string, _ func()) { p.plain <- n }

func (p *pool) handle(w http.ResponseWriter, r *http.Request) {
	p.Task(send)                     // want `^p.Task runs send on a goroutine that nothing recovers \(pools/pools.go:\d+\), so a panic in it ends the process; defer a recover in it$`
	p.Job("mail", func() { send() }) // want `^p.Job runs a function that calls send on a goroutine that nothing recovers`
	p.Later(send)                    // want `^p.Later runs send`
}

func (p *pool) okSafe(w http.ResponseWriter, r *http.Request) {
	p.Safe(send)
	p.Name("a", send)
	p.Task(func() { protect(send) })
}
