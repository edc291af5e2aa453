package runners

import (
	"net/http"
	"sync"

	"example.com/fixtures/goroutinerecover/table/probe"
)

// Row005: (*WaitGroup).Go; the process ends.
func Row005(http.ResponseWriter, *http.Request) {
	var wg sync.WaitGroup
	wg.Go(boom)
	wg.Wait()
}

// Row006: (*Once).Do: runs in the caller; done even after a panic; the process goes on.
func Row006(http.ResponseWriter, *http.Request) {
	var o sync.Once
	func() { defer func() { _ = recover() }(); o.Do(boom) }()
	o.Do(func() { probe.Event("second Do ran") })
	probe.Event("second Do returned")
}

// Row007: OnceFunc: runs in the caller; re-panics on every call; the panic is the caller's again, where a
// server recovers it.
func Row007(http.ResponseWriter, *http.Request) {
	g := sync.OnceFunc(boom)
	func() { defer func() { _ = recover() }(); g() }()
	g()
}
