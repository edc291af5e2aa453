// Package wraps puts limits around handlers in other ways.
package wraps

import (
	"io"
	"log"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gorilla/handlers"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"
	"github.com/rs/cors"
)

func read(_ http.ResponseWriter, r *http.Request) { log.Print(io.ReadAll(r.Body)) }

func limited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
		next.ServeHTTP(w, r)
	})
}

func okAssignedHandler() error {
	m := http.NewServeMux()
	m.HandleFunc("/a", read)
	srv := &http.Server{Addr: ":80"}
	srv.Handler = http.MaxBytesHandler(m, 1<<20)
	return srv.ListenAndServe()
}

func okVariable() error {
	m := http.NewServeMux()
	m.HandleFunc("/a", read)
	var h http.Handler = m
	h = limited(h)
	h = cors.Default().Handler(h)
	return http.ListenAndServe(":80", h)
}

func okInside() error {
	m := http.NewServeMux()
	m.HandleFunc("/a", read)
	return http.ListenAndServe(":80", http.TimeoutHandler(http.MaxBytesHandler(m, 1<<20), time.Second, ""))
}

func okGorilla() error {
	r := mux.NewRouter()
	r.Use(limited)
	r.HandleFunc("/a", read).Methods("POST")
	return http.ListenAndServe(":80", handlers.RecoveryHandler()(r))
}

func badGorilla() error {
	r := mux.NewRouter() // want `r sets no limit to request bodies, so read reads as much as a client sends`
	r.HandleFunc("/a", read).Methods("POST")
	return http.ListenAndServe(":80", handlers.RecoveryHandler()(r))
}

type server struct {
	router *chi.Mux
	http   *http.Server
}

func newServer() *server {
	s := &server{router: chi.NewRouter()}
	s.routes()
	s.http = &http.Server{Addr: ":80", Handler: limited(s.router)}
	return s
}

func (s *server) routes() { s.router.Post("/a", read) }

func (s *server) okRun() error { return s.http.ListenAndServe() }

type late struct{ router *chi.Mux }

func newLate() *late {
	s := &late{router: chi.NewRouter()}
	s.router.Post("/a", read)
	return s
}

func (s *late) okRunLimited() error {
	return http.ListenAndServe(":80", limited(s.router))
}

func okWrapF() error {
	r := gin.New()
	r.POST("/a", gin.WrapF(read))
	return http.ListenAndServe(":80", limited(r))
}

func okInEcho() error {
	e := echo.New()
	e.POST("/a", echo.WrapHandler(limited(http.HandlerFunc(read))))
	return e.Start(":80")
}

func okEchoWrapped() error {
	e := echo.New()
	e.Use(echo.WrapMiddleware(limited))
	e.POST("/a", func(c echo.Context) error { return c.Bind(new(struct{})) })
	return e.Start(":80")
}

func okLoop() error {
	r := chi.NewRouter()
	for _, mw := range []func(http.Handler) http.Handler{limited} {
		r.Use(mw)
	}
	r.Post("/a", read)
	return http.ListenAndServe(":80", r)
}

func okStrict() error {
	m := http.NewServeMux()
	for path, h := range map[string]http.HandlerFunc{"/a": read} {
		m.Handle(path, limited(h))
	}
	return http.ListenAndServe(":80", m)
}

// The limit is that of the outer router.
func okMounted() error {
	api := chi.NewRouter()
	api.Post("/a", read)
	r := chi.NewRouter()
	r.Use(limited)
	r.Mount("/api", api)
	return http.ListenAndServe(":80", r)
}

func okStripped() error {
	api := http.NewServeMux()
	api.HandleFunc("POST /a", read)
	m := http.NewServeMux()
	m.Handle("/api/", http.StripPrefix("/api", limited(api)))
	return http.ListenAndServe(":80", m)
}
