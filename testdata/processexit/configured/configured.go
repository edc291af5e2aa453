// Package configured has functions that end the process in ways that its source
// does not show. The configuration names them.
package configured

import "net/http"

// Log is implemented elsewhere.
type Log interface {
	Error(v ...any)
	Fatal(v ...any)
}

type api struct{ log Log }

func (a *api) create(_ http.ResponseWriter, r *http.Request) {
	if r.Host == "" {
		a.log.Fatal("no host") // want `a.log.Fatal ends the process with every request in it; answer with an error instead`
	}
	check(r.URL.Path)
	a.log.Error("created")
}

func check(path string) {
	if path == "" {
		stop() // want `stop ends the process with every request in it \(reached from \(\*api\).create\); return an error instead`
	}
}

func stop() { hooks[0]() }

var hooks []func()
