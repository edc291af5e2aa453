// Package chi holds servers of chi with and without recovery.
package chi

import (
	"log"
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

func list(http.ResponseWriter, *http.Request) {}

func bare() error {
	r := chi.NewRouter() // want `^r is a chi router without recovery, so a panic in the handler of Get "/users" drops the connection without a response; write r\.Use\(middleware\.Recoverer\) before its routes$`
	r.Use(middleware.Logger)
	r.Get("/users", list)
	return http.ListenAndServe(":8080", r)
}

func bareBelow() error {
	r := chi.NewRouter() // want `handler of Get "/"`
	r.Route("/users", func(r chi.Router) {
		r.Use(middleware.NoCache)
		r.Get("/", list)
	})
	srv := &http.Server{Addr: ":8080", Handler: r, ReadHeaderTimeout: time.Second}
	return srv.ListenAndServe()
}

func bareMounted() error {
	users := chi.NewRouter()
	users.Get("/", list)
	r := chi.NewRouter() // want `handler of Get "/"`
	r.Mount("/users", users)
	return http.ListenAndServe(":8080", r)
}

func bareByHelper() error {
	r := chi.NewRouter() // want `handler of Get "/users"`
	routes(r)
	return http.ListenAndServe(":8080", r)
}

func routes(r chi.Router) { r.Get("/users", list) }

func okRecoverer() error {
	r := chi.NewRouter()
	r.Use(middleware.RequestID, middleware.Logger, middleware.Recoverer)
	r.Get("/users", list)
	return http.ListenAndServe(":8080", r)
}

func okRecovererOfTheGroup() error {
	r := chi.NewRouter()
	r.Get("/healthz", list)
	r.Group(func(r chi.Router) {
		r.Use(middleware.Recoverer)
		r.Get("/users", list)
	})
	return http.ListenAndServe(":8080", r)
}

func okOwnRecovery() error {
	r := chi.NewRouter()
	r.Use(guard)
	r.Get("/users", list)
	return http.ListenAndServe(":8080", r)
}

func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				log.Print(v)
				w.WriteHeader(http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func okRecoveredAround() error {
	r := chi.NewRouter()
	r.Get("/users", list)
	return http.ListenAndServe(":8080", guard(r))
}

func okRecoveredWhereItIsMounted() error {
	users := chi.NewRouter()
	users.Get("/", list)
	r := chi.NewRouter()
	r.Mount("/users", guard(users))
	return http.ListenAndServe(":8080", r)
}

func okMounted() error {
	users := chi.NewRouter()
	users.Get("/", list)
	r := chi.NewRouter()
	r.Use(middleware.Recoverer)
	r.Mount("/users", users)
	return http.ListenAndServe(":8080", r)
}

func okOthersCanWrapIt() http.Handler {
	r := chi.NewRouter()
	r.Get("/users", list)
	return r
}

func okHealthOnly() error {
	r := chi.NewRouter()
	r.Get("/healthz", list)
	r.Get("/metrics", list)
	return http.ListenAndServe(":9090", r)
}

func okMiddlewareOfOthers(mws ...func(http.Handler) http.Handler) error {
	r := chi.NewRouter()
	r.Use(mws...)
	r.Get("/users", list)
	return http.ListenAndServe(":8080", r)
}
