// Package views renders pages with what went wrong.
package views

import (
	"html/template"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
)

type messages struct{ Error, Success string }

func (m *messages) SetError(text string) { m.Error = text }

type page struct {
	messages
	User string
}

func (p *page) WithError(text string) *page {
	p.SetError(text)
	return p
}

func (p *page) WithUser(name string) *page {
	p.User = name
	return p
}

var pages = template.New("x")

type handler struct{}

func (handler) page(r *http.Request) *page { return &page{User: r.Host} }

func (h handler) get(w http.ResponseWriter, r *http.Request) {
	if err := os.Remove("x"); err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		pages.Execute(w, h.page(r).WithError(err.Error()).WithUser("x")) // want `^pages.Execute sends err.Error\(\) of os.Remove with status 500`
		return
	}
	if err := os.Remove("y"); err != nil {
		w.WriteHeader(500)
		pages.ExecuteTemplate(w, "x", map[string]any{"Error": err.Error()}) // want `^pages.ExecuteTemplate sends err.Error\(\) of os.Remove`
		return
	}
	if err := os.Remove("z"); err != nil {
		p := h.page(r)
		p.SetError(err.Error())
		w.WriteHeader(500)
		pages.Execute(w, p) // want `^pages.Execute sends err.Error\(\) of os.Remove`
	}
}

func html(c *gin.Context) {
	if err := os.Remove("x"); err != nil {
		c.HTML(500, "x", gin.H{"message": err.Error()}) // want `^c.HTML sends err.Error\(\) of os.Remove`
	}
}

func (h handler) okConstant(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(500)
	pages.Execute(w, h.page(r).WithError("try again").WithUser("x"))
}

func (h handler) okBadRequest(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		w.WriteHeader(400)
		pages.Execute(w, h.page(r).WithError(err.Error()))
	}
}
