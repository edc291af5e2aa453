// Package mixed has a server that limits the bodies of most of its handlers.
package mixed

import (
	"encoding/json"
	"io"
	"log"
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

type order struct{ ID string }

func a(w http.ResponseWriter, r *http.Request) { decode(w, r) }

func b(w http.ResponseWriter, r *http.Request) { decode(w, r) }

func c(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	log.Print(body, err, w)
}

func decode(_ http.ResponseWriter, r *http.Request) {
	var o order
	log.Print(json.NewDecoder(r.Body).Decode(&o))
}

func badImport(_ http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body) // want `io.ReadAll reads a request body of any size on POST /import, where other handlers have a limit; set the body to http.MaxBytesReader first`
	log.Print(body, err)
}

func badUpload(_ http.ResponseWriter, r *http.Request) {
	f, _, err := r.FormFile("file") // want `r.FormFile stores a request body of any size on POST /admin/upload and 1 more route, where other handlers have a limit`
	log.Print(f, err)
}

func serve() error {
	r := chi.NewRouter()
	r.Group(func(r chi.Router) {
		r.Use(middleware.RequestSize(1 << 20))
		r.Post("/a", a)
		r.Post("/b", b)
		r.Post("/c", c)
	})
	r.Post("/import", badImport)
	r.Route("/admin", func(r chi.Router) {
		r.Post("/upload", badUpload)
	})
	r.Post("/upload2", func(w http.ResponseWriter, r *http.Request) { badUpload(w, r) })
	return http.ListenAndServe(":80", r)
}

// Most handlers have none: that is the server's.
func badFew() error {
	r := chi.NewRouter() // want `r sets no limit to the bodies that 2 of 3 handlers read, so they take as much as a client sends, a for one \(mixed.go:27\)`
	r.Post("/a", a)
	r.Post("/b", b)
	r.With(middleware.RequestSize(1<<20)).Post("/c", c)
	return http.ListenAndServe(":80", r)
}

// One is bounded by itself, the other is not.
func badHalf(_ http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body) // want `io.ReadAll reads a request body of any size on POST /half`
	log.Print(body, err)
}

func okItself(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	log.Print(body, err)
}

func half() error {
	r := chi.NewRouter()
	r.Post("/half", badHalf)
	r.Post("/itself", okItself)
	return http.ListenAndServe(":80", r)
}
