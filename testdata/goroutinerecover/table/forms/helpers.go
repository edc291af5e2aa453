// Package forms has the forms of recover that were run, each in a goroutine
// with what came of it. The files other than this one are generated:
// go test ./analyzers/goroutinerecover -run TableFixtures -update.
package forms

import "errors"

var yes, no = true, false

func boom() { panic("boom") }

func helper() { _ = recover() }

func helperOfHelper() { helper() }

func helperArg(err *error) {
	if v := recover(); v != nil {
		*err = errors.New("recovered")
	}
}

func genericHelper[T any]() { _ = recover() }

func useValue(any) {}

type recT struct{ n int }

func (recT) value() { _ = recover() }

func (*recT) pointer() { _ = recover() }

type embedder struct{ *recT }

type recoverer interface{ pointer() }

// installs defers a recover in itself, not in its caller.
func installs() {
	defer func() { _ = recover() }()
}

func callsBack(fn func()) { fn() }

func overflow(n int) int { return overflow(n+1) + 1 }
