package server

import "net/http"

// Server is a server.
type Server struct{ srv *http.Server }

// New returns a server.
func New(addr string) *Server { return &Server{srv: &http.Server{Addr: addr}} }

// Start serves.
func (s *Server) Start() error { return s.srv.ListenAndServe() }
