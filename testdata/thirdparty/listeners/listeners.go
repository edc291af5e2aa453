// Package listeners does with servers what nobody who calls it sees.
package listeners

import (
	"context"
	"net/http"
)

var owned []*http.Server

// Own keeps a server.
func Own(srv *http.Server) { owned = append(owned, srv) }

// Callback waits for one request, with a server of its own.
func Callback() {
	srv := &http.Server{Addr: "localhost:8085"}
	done := make(chan struct{})
	srv.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		Refuse(w)
		close(done)
	})
	go srv.ListenAndServe()
	<-done
	_ = srv.Shutdown(context.Background())
}

// Refuse answers. By this the package is one that is looked at.
func Refuse(w http.ResponseWriter) { http.Error(w, "no", http.StatusTeapot) }

// Logger is shut down, and does not serve.
type Logger struct{}

// Print prints.
func (Logger) Print(string) {}

// Shutdown writes what is left.
func (Logger) Shutdown() {}

// Server is a server that is not net/http's.
type Server struct{ done chan struct{} }

// NewServer returns a server.
func NewServer(string) *Server { return &Server{make(chan struct{})} }

// Serve serves.
func (s *Server) Serve() error { <-s.done; return nil }

// Shutdown shuts down.
func (s *Server) Shutdown() { close(s.done) }

// NewHandlerServer returns a server.
func NewHandlerServer(string, http.Handler) *Server { return NewServer("") }
