// Package probe stands for what ran the rows of the tables: it served handlers
// and wrote down what happened.
package probe

import (
	"net"
	"net/http"
)

// Server is a server that is asked for one page.
type Server struct{ Handler http.Handler }

// HTTP serves a handler.
func HTTP(h http.Handler) *Server { return &Server{h} }

// HTTPConf serves a handler with a server that conf configures.
func HTTPConf(h http.Handler, conf func(*http.Server)) *Server {
	conf(&http.Server{Handler: h})
	return &Server{h}
}

// Listen returns a listener on loopback.
func Listen() net.Listener { return nil }

// Started is a server that somebody else has started.
func Started(string, func()) *Server { return &Server{} }

// Event writes down what happened.
func Event(string, ...any) {}
