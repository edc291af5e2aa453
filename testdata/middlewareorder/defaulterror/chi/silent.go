package chi

import (
	"html/template"
	"net/http"
	"net/http/pprof"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"

	"example.com/fixtures/middlewareorder/defaulterror/api"
)

func okBothSet() error {
	r := chi.NewRouter()
	r.Use(api.Recover)
	r.NotFound(api.NotFound)
	r.MethodNotAllowed(api.NotFound)
	r.Get("/users", api.Users)
	return http.ListenAndServe(":8080", r)
}

func okSetUnderACondition(production bool) error {
	r := chi.NewRouter()
	r.Use(api.Recover)
	if production {
		r.NotFound(api.NotFound)
		r.MethodNotAllowed(api.NotFound)
	}
	r.Get("/users", api.Users)
	return http.ListenAndServe(":8080", r)
}

func okSetByAHelper() error {
	r := chi.NewRouter()
	r.Use(api.Recover)
	common(r)
	r.Get("/users", api.Users)
	return http.ListenAndServe(":8080", r)
}

func common(r chi.Router) {
	r.NotFound(api.NotFound)
	r.MethodNotAllowed(api.NotFound)
}

func okSetForTheGroup() error {
	r := chi.NewRouter()
	r.Use(api.Recover)
	r.Route("/api", func(r chi.Router) {
		r.NotFound(api.NotFound)
		r.MethodNotAllowed(api.NotFound)
		r.Get("/users", api.Users)
	})
	return http.ListenAndServe(":8080", r)
}

func okCatchAll() error {
	r := chi.NewRouter()
	r.Use(api.Recover)
	r.Get("/users", api.Users)
	r.Handle("/*", http.HandlerFunc(api.NotFound))
	return http.ListenAndServe(":8080", r)
}

func okCatchAllOfTheAPI() error {
	r := chi.NewRouter()
	r.Use(api.Recover)
	r.Route("/api/v1", func(r chi.Router) {
		r.Get("/users", api.Users)
		r.HandleFunc("/*", api.NotFound)
	})
	return http.ListenAndServe(":8080", r)
}

func okServesAnApp() error {
	r := chi.NewRouter()
	r.Use(api.Recover)
	r.Get("/users", api.Users)
	r.Get("/*", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, "dist/index.html") })
	return http.ListenAndServe(":8080", r)
}

func okServesAnAppBelowAVariable(base string) error {
	r := chi.NewRouter()
	r.Use(api.Recover)
	r.Get("/users", api.Users)
	r.Get(base+"*", func(w http.ResponseWriter, r *http.Request) { http.FileServer(http.Dir("dist")).ServeHTTP(w, r) })
	return http.ListenAndServe(":8080", r)
}

func okServesAnAppByMount(app http.Handler) error {
	r := chi.NewRouter()
	r.Use(api.Recover)
	r.Get("/users", api.Users)
	r.Mount("/", app)
	return http.ListenAndServe(":8080", r)
}

var pages = template.Must(template.New("").Parse("<p>hello</p>"))

func okServesPages() error {
	r := chi.NewRouter()
	r.Use(api.Recover)
	r.Get("/users", api.Users)
	r.Get("/", index)
	return http.ListenAndServe(":8080", r)
}

func index(w http.ResponseWriter, _ *http.Request) { render(w, nil) }

func render(w http.ResponseWriter, data any) { _ = pages.Execute(w, data) }

func okForOperators() error {
	r := chi.NewRouter()
	r.Use(api.Recover)
	r.Get("/healthz", api.Users)
	r.HandleFunc("/debug/pprof/", pprof.Index)
	return http.ListenAndServe(":6060", r)
}

// okSideServer has no handler of a package that answers in the envelope.
func okSideServer() error {
	r := chi.NewRouter()
	r.Use(api.Recover)
	r.Get("/hook", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	return http.ListenAndServe(":8081", r)
}

func okSetElsewhere() error {
	r := chi.NewRouter()
	r.Use(api.Recover)
	r.Get("/users", api.Users)
	setters["all"](r)
	return http.ListenAndServe(":8080", r)
}

var setters = map[string]func(chi.Router){"all": common}

// okRecoversItself answers in the envelope before middleware.Recoverer has
// something to recover.
func okRecoversItself() error {
	r := chi.NewRouter()
	r.Use(middleware.Recoverer, api.Recover)
	common(r)
	r.Get("/users", api.Users)
	return http.ListenAndServe(":8080", r)
}

func okIgnored() error {
	//lint:ignore middlewareorder machines alone ask it, and they know what there is
	r := chi.NewRouter()
	r.Use(api.Recover)
	r.Get("/users", api.Users)
	return http.ListenAndServe(":8080", r)
}
