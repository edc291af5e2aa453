// Package web calls functions of another package that end the process.
package web

import (
	"log"
	"net/http"

	"example.com/fixtures/processexit/default/levels"
	"example.com/fixtures/processexit/default/store"
)

type api struct{ store *store.Store }

func (a *api) list(w http.ResponseWriter, r *http.Request) {
	a.fetch(r.URL.Path)
	store.Must(r.ParseForm())                            // want `^store.Must ends the process \(log.Fatal in store/store.go:41\) with every request in it if it fails; return an error there$`
	store.Must(nil)                                      // reported above
	store.Open(r.Host)                                   // want `store.Open ends the process \(levels.Fatal in store/store.go:53\) with every request in it if it fails`
	store.Lookup(nil, "a")                               // want `store.Lookup ends the process`
	store.Each(r.Context(), func() error { return nil }) // want `store.Each ends the process`
	levels.Fatal("x")                                    // want `^levels.Fatal ends the process \(os.Exit in levels/levels.go:\d+\) with every request in it; answer`
}

func (a *api) fetch(path string) {
	_, _ = a.store.Client().Get(path) // want `a.store.Client ends the process \(log.Fatalf in store/store.go:\d+\) with every request in it if it fails \(reached from \(\*api\).list\); return an error there`
}

func (a *api) fatalInterface(w http.ResponseWriter, l levels.Logger, s levels.Sometimes) {
	l.Print("x")
	l.Fatal("x") // want `l.Fatal ends the process`
	s.Stop("x")
}

func okElsewhere(w http.ResponseWriter, r *http.Request) {
	store.Version(false) // depends on no error
	store.Setup()        // once
	store.Allowed(nil)   // by a directive
	_ = store.Stored()
}

func newAPI(name string) *api {
	store.Open(name) // at start-up
	store.Must(nil)
	log.Fatal("x")
	return nil
}
