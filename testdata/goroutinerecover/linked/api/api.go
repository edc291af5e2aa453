// Package api has the handlers, which know the rest by interfaces, fields and
// registries only.
package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/goroutinerecover/linked/shared"
)

type Orders interface {
	Create(id string) error
	List() []string
}

type Flusher interface{ Flush() }

type API struct {
	Orders  Orders
	OnError func(error)
	hooks   map[string]func(string)
	after   []func()
	jobs    chan func()
}

func New(o Orders) *API {
	return &API{Orders: o, hooks: make(map[string]func(string)), jobs: make(chan func())}
}

func (a *API) SetHook(name string, f func(string)) { a.hooks[name] = f }

func (a *API) After(fs ...func()) { a.after = append(a.after, fs...) }

func (a *API) CreateOrder(w http.ResponseWriter, r *http.Request) {
	if err := a.Orders.Create(r.FormValue("id")); err != nil {
		a.OnError(err)
	}
	if h, ok := a.hooks[r.Method]; ok {
		h(r.FormValue("id"))
	}
	for _, f := range a.after {
		f()
	}
	if f, ok := a.Orders.(Flusher); ok {
		f.Flush()
	}
	w.WriteHeader(http.StatusCreated)
}

func (a *API) ListOrders(c *gin.Context) {
	c.JSON(http.StatusOK, a.Orders.List())
}

// Command is an entry of a table of handlers that take no request themselves.
type Command struct {
	Name string
	Run  func(args []string) error
}

var Commands = map[string]Command{}

var Fallback func(args []string) error

func (a *API) Command(c *gin.Context) {
	cmd, ok := Commands[c.Query("name")]
	run := cmd.Run
	if !ok {
		run = Fallback
	}
	if err := run(c.QueryArray("arg")); err != nil {
		c.Status(http.StatusInternalServerError)
	}
}

// Shared gives functions to helpers that main gives others to.
func (a *API) Shared(c *gin.Context) {
	shared.Do(func() { c.Status(http.StatusOK) })
	if err := shared.Retry(func() error { return a.Orders.Create("") }); err != nil {
		c.Status(http.StatusInternalServerError)
	}
	shared.NewOptions(func(o *shared.Options) { o.Start = func() {} })
}
