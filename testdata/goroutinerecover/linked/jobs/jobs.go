// Package jobs runs things beside the requests.
package jobs

import (
	"strconv"

	"example.com/fixtures/goroutinerecover/linked/shared"
)

type Runner struct{ queue chan func() }

func (r *Runner) parse(s string) {
	n, _ := strconv.Atoi(s)
	_ = []int{1}[n]
}

// Loop is started by main, and what it starts is no request's.
func (r *Runner) Loop() {
	for f := range r.queue {
		go r.parse("loop")
		f()
	}
}

// Startup gives the shared helpers functions, as a handler does.
func (r *Runner) Startup() {
	shared.Do(func() {
		go r.parse("startup")
	})
	_ = shared.Retry(func() error {
		go r.parse("retry")
		return nil
	})
	shared.NewOptions(func(o *shared.Options) {
		go r.parse("option")
	})
}
