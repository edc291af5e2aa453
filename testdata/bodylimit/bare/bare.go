// Package bare has servers on which nothing limits request bodies.
package bare

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"log"
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"
)

type order struct{ ID string }

func create(w http.ResponseWriter, r *http.Request) {
	var o order
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
		http.Error(w, "no order", http.StatusBadRequest)
	}
}

func list(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, r.URL.Path) }

func badOneHandler() error {
	mux := http.NewServeMux() // want `mux sets no limit to request bodies, so create reads as much as a client sends \(bare.go:20\); serve http.MaxBytesHandler\(mux, 1<<20\)`
	mux.HandleFunc("POST /orders", create)
	mux.HandleFunc("GET /orders", list)
	return http.ListenAndServe(":80", mux)
}

type api struct{ prefix string }

func (a *api) readAll(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "no body", http.StatusBadRequest)
		return
	}
	log.Print(a.prefix, len(body))
}

func (a *api) buffer(_ http.ResponseWriter, r *http.Request) {
	var b bytes.Buffer
	if _, err := b.ReadFrom(r.Body); err != nil {
		log.Print(err)
	}
}

func (a *api) builder(_ http.ResponseWriter, r *http.Request) {
	var b strings.Builder
	if _, err := io.Copy(&b, r.Body); err != nil {
		log.Print(err)
	}
}

func (a *api) xml(_ http.ResponseWriter, r *http.Request) {
	var o order
	log.Print(xml.NewDecoder(r.Body).Decode(&o))
}

func (a *api) form(_ http.ResponseWriter, r *http.Request) {
	log.Print(r.ParseMultipartForm(1 << 20))
}

func (a *api) file(_ http.ResponseWriter, r *http.Request) {
	f, _, err := r.FormFile("file")
	if err == nil {
		log.Print(f.Close())
	}
}

func badManyHandlers(a *api) error {
	r := chi.NewRouter() // want `r sets no limit to request bodies, so 7 handlers read as much as a client sends, \(\*api\).readAll for one \(bare.go:37\); write r.Use\(middleware.RequestSize\(1 << 20\)\)`
	r.Post("/a", a.readAll)
	r.Put("/b", a.buffer)
	r.Route("/below", func(r chi.Router) {
		r.Patch("/c", a.builder)
		r.Post("/d", a.xml)
		r.Delete("/e", a.form)
	})
	r.HandleFunc("/f", a.file)
	r.Post("/g", func(w http.ResponseWriter, r *http.Request) {
		var o order
		log.Print(json.NewDecoder(r.Body).Decode(&o))
	})
	return http.ListenAndServe(":80", r)
}

// The handlers of a package that serves its own server.

func badInServer() error {
	mux := http.NewServeMux() // want `mux sets no limit to request bodies, so create reads as much`
	mux.HandleFunc("/orders", create)
	srv := &http.Server{Addr: ":80", Handler: mux}
	return srv.ListenAndServe()
}

func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Print(r.URL.Path)
		next.ServeHTTP(w, r)
	})
}

func badWrappedByOther() error {
	mux := http.NewServeMux() // want `mux sets no limit to request bodies, so create reads as much`
	mux.HandleFunc("/orders", create)
	return http.ListenAndServe(":80", logged(mux))
}

func dump(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return
		}
		log.Print(len(body))
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r)
	})
}

func badReadByMiddleware() error {
	r := chi.NewRouter() // want `r sets no limit to request bodies, so dump reads as much as a client sends \(bare.go:\d+\)`
	r.Use(dump)
	r.Post("/orders", list)
	return http.ListenAndServe(":80", r)
}
