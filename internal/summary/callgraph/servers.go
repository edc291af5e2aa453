package callgraph

import (
	"slices"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/link"
	"github.com/prodvet/prodvet/internal/symbols"
)

// Server is a router with the functions that handle its routes.
type Server struct {
	link.Server
	// Handlers are, for each route, the functions that handle it; none if they
	// are not known.
	Handlers [][]symbols.Symbol
}

// Serve adds routers to the package's summary.
func (r *Result) Serve(servers ...Server) { r.servers = append(r.servers, servers...) }

// configured are functions of which the configuration says what kind of middleware
// they are.
type configured struct {
	kind  frameworks.MiddlewareKind
	funcs []string
}

// Configure tells that the functions, as "pkg/path.Name" or "pkg/path.Type.Name",
// are or return middleware of that kind, although their source does not show it.
func (r *Result) Configure(kind frameworks.MiddlewareKind, funcs []string) {
	if len(funcs) > 0 {
		r.configured = append(r.configured, configured{kind, funcs})
	}
}

// serving returns the servers as the format writes them.
func (w *writer) serving() (list []link.Server) {
	for _, s := range w.servers {
		out := s.Server
		out.Middleware = slices.Clone(out.Middleware)
		for i := range out.Middleware {
			w.configure(&out.Middleware[i])
		}
		out.Routes = slices.Clone(out.Routes)
		for i, handlers := range s.Handlers {
			for _, h := range handlers {
				if w.leads(h) {
					out.Routes[i].Funcs = append(out.Routes[i].Funcs, w.symbol(h))
				}
			}
		}
		list = append(list, out)
	}
	return list
}

// leads reports whether a function can lead to something about which a rule
// waits for an answer.
func (w *writer) leads(s symbol) bool {
	return w.useful[s] || s.Pkg != w.self && w.known(s) || w.ambiguous(s)
}

// configure adds what the configuration says of a middleware.
func (w *writer) configure(m *link.Middleware) {
	for _, c := range w.configured {
		if !slices.Contains(c.funcs, m.Func) {
			continue
		}
		for _, name := range c.kind.Names() {
			if !slices.Contains(m.Kinds, name) {
				m.Kinds = append(slices.Clone(m.Kinds), name)
			}
		}
	}
}
