package shadowed

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	. "github.com/go-chi/chi/v5/middleware"

	"example.com/fixtures/middlewareorder/shadowed/api"
)

func list(http.ResponseWriter, *http.Request) {}

func afterRoute() http.Handler {
	r := chi.NewRouter()
	r.Get("/x", list)
	r.Use(Recoverer) // want `^r\.Use\(…\) comes after Get "/x" \(line \d+\), so chi panics at start-up; register middleware before anything else on the router$`
	return r
}

func afterMethod(r *chi.Mux) {
	r.Method(http.MethodGet, "/x", http.HandlerFunc(list))
	r.Use(Logger) // want `after Method "/x"`
}

func afterGroup(r chi.Router) {
	r.Group(func(chi.Router) {})
	r.Use(Logger) // want `after r\.Group\(…\) \(line \d+\)`
}

func afterWith(r chi.Router) {
	w := r.With(Logger)
	r.Use(Recoverer) // want `after r\.With\(…\)`
	w.Get("/x", list)
}

func afterRouteMethod(r chi.Router) {
	r.Route("/sub", func(s chi.Router) { s.Get("/y", list) })
	r.Use(Logger) // want `after Route "/sub"`
}

func afterMount() {
	r := chi.NewRouter()
	r.Mount("/sub", chi.NewRouter())
	r.Use(Logger) // want `after Mount "/sub"`
}

func afterHandleOfRouter() {
	r := chi.NewRouter()
	r.Handle("/sub/*", http.StripPrefix("/sub", chi.NewRouter()))
	r.Use(Logger) // want `after Handle "/sub/\*"`
}

func insideGroup(r chi.Router) {
	r.Group(func(g chi.Router) {
		g.Get("/x", list)
		g.Use(Logger) // want `^g\.Use\(…\) comes after Get "/x"`
	})
}

func insideRoute(r chi.Router) {
	r.Route("/sub", func(s chi.Router) {
		s.Get("/x", list)
		s.Use(Logger) // want `after Get "/x"`
	})
}

func insideNamedCallback(r chi.Router) { r.Route("/sub", callback) }

func callback(r chi.Router) {
	r.Get("/x", list)
	r.Use(Logger) // want `after Get "/x"`
}

func byHelpers() {
	r := chi.NewRouter() // want `without recovery`
	routes(r)
	middleware(r)
}

func routes(r chi.Router) { r.Post("/x", list) }

func middleware(r chi.Router) {
	r.Use(Logger) // want `after Post "/x" \(line \d+\)`
}

func byHelpersElsewhere() {
	r := chi.NewRouter()
	api.Routes(r)
	api.Middleware(r) // want `^r\.Use\(…\) of api\.Middleware\(…\) comes after Get "/users" of api\.Routes\(…\) \(line \d+\), so`
}

func routerElsewhere() {
	r := api.Router() // want `without recovery`
	r.Use(Logger)     // want `after Get "/users" of api\.Router\(\)`
}

func wrongElsewhere() {
	api.Wrong(chi.NewRouter()) // reported there
}

type server struct{ router chi.Router }

func (s *server) routes() { s.router.Get("/x", list) }

func (s *server) start() {
	s.routes()
	s.router.Use(Logger) // want `^s\.router\.Use\(…\) comes after Get "/x" \(line \d+\)`
}

type app struct{ chi.Router }

func (a app) start() {
	a.Get("/x", list)
	a.Use(Logger) // want `^a\.Use\(…\) comes after Get "/x"`
}

func conditional(r chi.Router, debug, trace bool) {
	if debug {
		r.Mount("/debug", Profiler())
	}
	r.Use(Logger) // want `after Mount "/debug"`
	if trace {
		r.Use(RequestID)
	}
}

func inClosure(r chi.Router) {
	setup := func() { r.Get("/x", list) }
	setup()
	r.Use(Logger) // want `after Get "/x"`
}

func okUseFirst() http.Handler {
	r := chi.NewRouter()
	r.Use(RequestID, Logger)
	r.Use(Recoverer)
	r.Get("/x", list)
	r.Group(func(g chi.Router) {
		g.Use(Compress(5))
		g.Get("/y", list)
	})
	r.Route("/sub", func(s chi.Router) {
		s.Use(NoCache)
		s.Get("/y", list)
	})
	r.With(NoCache).Get("/z", list)
	return r
}

func okMountedThenUsed() {
	r := chi.NewRouter() // want `without recovery`
	sub := chi.NewRouter()
	r.Mount("/sub", sub)
	sub.Use(Logger)
	sub.Get("/x", list)
}

func okNotFoundFirst() {
	r := chi.NewRouter() // want `without recovery`
	r.NotFound(list)
	r.MethodNotAllowed(list)
	r.Use(Logger)
	r.Get("/x", list)
}

func okGroupInInlineGroup(r chi.Router) {
	r.Group(func(g chi.Router) {
		g.Group(func(h chi.Router) { h.Get("/x", list) })
		w := g.With(NoCache)
		g.Use(Logger) // an inline router stays open until its own first route
		w.Get("/y", list)
	})
}

func okEitherOr(r chi.Router, mode string) {
	switch mode {
	case "install":
		r.Get("/install", list)
	default:
		r.Use(Logger)
		r.Get("/x", list)
	}
}

func okLeaves(r chi.Router, install bool) {
	if install {
		r.Get("/install", list)
		return
	}
	r.Use(Logger)
}

func nopeConditionsMayExclude(r chi.Router, a, b bool) {
	if a {
		r.Get("/install", list)
	}
	if b {
		r.Use(Logger)
	}
}

func okRouterPerIteration(names []string) {
	root := chi.NewRouter() // want `without recovery`
	for _, name := range names {
		r := chi.NewRouter()
		r.Use(Logger)
		r.Get("/x", list)
		root.Mount("/"+name, r)
	}
}

func okAnotherRouter() {
	a, b := chi.NewRouter(), chi.NewRouter() // want `without recovery`
	a.Get("/x", list)
	b.Use(Logger)
	a = chi.NewRouter()
	a.Use(Logger)
}

func okReplaced(again bool) {
	r := chi.NewRouter()
	r.Get("/x", list)
	if again {
		r = chi.NewRouter()
	}
	r.Use(Logger) // one of two
}

type recorder struct{}

func (recorder) Get(string, http.HandlerFunc)                    {}
func (recorder) Use(...func(http.Handler) http.Handler) recorder { return recorder{} }

func okNotChi() {
	var r recorder
	r.Get("/x", list)
	r.Use(Logger)
}
