// Package handlers starts goroutines on the request path of net/http, chi and
// gin.
package handlers

import (
	"context"
	"net/http"
	web "net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
)

type order struct{ items []string }

func (o *order) save() { o.items[0] = "x" }

func send(to string) {
	var m map[string]int
	m[to] = 1
}

func handleLiteral(w http.ResponseWriter, r *http.Request) {
	go func() { // want `^goroutine calls send and nothing recovers it, so a panic in it ends the process; defer a recover as its first statement$`
		send(r.URL.Path)
	}()
}

func handleNamed(w http.ResponseWriter, r *http.Request) {
	go send(r.URL.Path) // want `^goroutine runs send and nothing recovers it, so a panic in it ends the process; defer a recover in it$`
}

func handleMethod(w http.ResponseWriter, r *http.Request) {
	o := &order{}
	go o.save() // want `goroutine runs o.save and`
}

func handleGiven(f func(string)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var hooks struct{ done func(string) }
		hooks.done = f
		go func(f func(string)) { f("") }(hooks.done) // want `goroutine calls hooks.done and`
	}
}

func handleMethodValue(w http.ResponseWriter, r *http.Request) {
	save := (&order{}).save
	go save() // want `goroutine runs save and`
}

func handleVariable(w http.ResponseWriter, r *http.Request) {
	work := func() { send("") }
	go work() // want `goroutine runs work and`
}

func handleInterface(store interface{ Save(context.Context) error }) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		go store.Save(r.Context()) // want `goroutine runs store.Save and`
	}
}

// What a goroutine of a request starts is the request's as well.
func handleNested(w http.ResponseWriter, r *http.Request) {
	go func() {
		defer func() { _ = recover() }()
		go func() { // want `goroutine calls send and`
			send("")
		}()
	}()
}

func handleDeferred(w http.ResponseWriter, r *http.Request) {
	defer func() {
		go send("") // want `goroutine runs send and`
	}()
}

// A handler's own recover does not see the goroutine's panic.
func handleRecoversItself(w http.ResponseWriter, r *http.Request) {
	defer func() { _ = recover() }()
	go send("") // want `goroutine runs send and`
}

func handleRisks(parts []string, v any, m map[string]int, n int) web.HandlerFunc {
	return func(web.ResponseWriter, *web.Request) {
		go func() { println(parts[n]) }()              // want `goroutine indexes parts and`
		go func() { println(parts[1:]) }()             // want `goroutine slices parts and`
		go func() { println(v.(string)) }()            // want `goroutine asserts the type of v and`
		go func() { m["a"]++ }()                       // want `goroutine indexes m and`
		go func() { println(1 / n) }()                 // want `goroutine divides by n and`
		go func() { panic("unreachable") }()           // want `goroutine panics and`
		go func() { func() { send("") }() }()          // want `goroutine calls a function and`
		go func(f func()) { f() }(func() { send("") }) // want `goroutine calls send and`
	}
}

// The helper is called by handlers only.
func notify(to string) {
	go send(to) // want `goroutine runs send and`
}

func handleThroughHelper(w http.ResponseWriter, r *http.Request) { notify("a") }

func through[T any](v T) {
	go func() { // want `goroutine calls send and`
		send("")
	}()
}

func handleThroughGeneric(w http.ResponseWriter, r *http.Request) { through[int](1) }

type service struct{ name string }

func (s *service) audit() {
	go send(s.name) // want `goroutine runs send and`
}

type app struct{ *service }

func (a *app) ServeHTTP(w http.ResponseWriter, r *http.Request) { a.audit() }

func middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		go send(r.URL.Path) // want `goroutine runs send and`
		next.ServeHTTP(w, r)
	})
}

func constructor() http.HandlerFunc {
	refresh := func() {
		go send("") // want `goroutine runs send and`
	}
	return func(w http.ResponseWriter, r *http.Request) { refresh() }
}

func routes() http.Handler {
	r := chi.NewRouter()
	r.Use(middleware)
	r.Get("/", func(w http.ResponseWriter, r *http.Request) {
		go send("") // want `goroutine runs send and`
	})
	return r
}

type ctx = gin.Context

func ginHandler(c *gin.Context) {
	cp := c.Copy()
	go func() { // want `goroutine calls send and`
		send(cp.Param("id"))
	}()
}

func ginAlias(c *ctx) {
	go send(c.Param("id")) // want `goroutine runs send and`
}

func ginHelper(c *gin.Context, id string) error {
	go send(id) // want `goroutine runs send and`
	return nil
}

// A helper that is given the request.
func audit(r *http.Request) {
	go send(r.URL.Path) // want `goroutine runs send and`
}

// A worker that recovers one job only is not protected in its loop.
func handleWorker(jobs chan string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		go func() { // want `goroutine calls send and`
			for j := range jobs {
				one(j)
				send(j)
			}
		}()
	}
}

func one(j string) {
	defer func() { _ = recover() }()
	send(j)
}
