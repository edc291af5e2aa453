// Package web calls functions of another package that start goroutines.
package web

import (
	"net/http"

	"example.com/fixtures/goroutinerecover/default/jobs"
	"example.com/fixtures/goroutinerecover/default/store"
	"example.com/thirdparty/safe"
)

type api struct {
	store *store.Store
	saver interface{ Save() }
}

func (a *api) save(w http.ResponseWriter, r *http.Request) {
	if err := a.store.SaveAll(r.Context(), nil); err != nil { // want `^a.store.SaveAll starts a goroutine that nothing recovers \(store/store.go:13\), so a panic in it ends the process; defer a recover there$`
		http.Error(w, "no", 500)
	}
}

// The same goroutine: one finding a package.
func (a *api) saveOne(w http.ResponseWriter, r *http.Request) {
	_ = a.store.Save(r.Context(), "a")
}

func (a *api) several(w http.ResponseWriter, r *http.Request) {
	a.store.Rebuild() // want `^a.store.Rebuild starts 4 goroutines that nothing recovers \(store/store.go:\d+, store/store.go:\d+, store/store.go:\d+, …\), so a panic in one of them ends the process; defer a recover there$`
	a.store.Compact() // want `^a.store.Compact starts 2 goroutines that nothing recovers \(store/store.go:\d+, store/store.go:\d+\), so`
}

func (a *api) okRecovers(w http.ResponseWriter, r *http.Request) { a.store.Purge() }

func (a *api) okSuppressedThere(w http.ResponseWriter, r *http.Request) {
	a.store.WarmAll()
	jobs.Quiet(a.store.Warm)
	jobs.Quiet(func() { _ = a.store.Save(r.Context(), "b") })
}

func (a *api) okOnlyKept(w http.ResponseWriter, r *http.Request) { _ = a.store.Subscribe() }

// A goroutine that another module starts of its own is that module's.
func okOtherModule(w http.ResponseWriter, r *http.Request) { safe.Poll() }

// What an interface hides needs the whole program.
func (a *api) nopeInterface(w http.ResponseWriter, r *http.Request) { a.saver.Save() }

// At start-up.
func routes() *api { return &api{store: store.New()} }
