package server

import (
	"context"
	"errors"
	"net/http"
)

// Server is a server.
type Server struct{ srv *http.Server }

// New returns a server.
func New(addr string) *Server { return &Server{srv: &http.Server{Addr: addr}} }

// Start serves.
func (s *Server) Start() error {
	if err := s.srv.ListenAndServe(); err != nil {
		return err
	}
	return nil
}

// StartQuietly serves.
func (s *Server) StartQuietly() error {
	if err := s.srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Stop shuts down.
func (s *Server) Stop(ctx context.Context) error { return s.srv.Shutdown(ctx) }

// Halt shuts down, if there is a server.
func Halt(srv *http.Server, ctx context.Context) {
	if srv != nil {
		_ = srv.Shutdown(ctx)
	}
}
