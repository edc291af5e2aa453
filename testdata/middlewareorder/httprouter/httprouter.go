// Package httprouter holds what recovery means for the router of that name,
// which has no middleware of its own.
package httprouter

import (
	"net/http"

	"github.com/gorilla/handlers"
	"github.com/julienschmidt/httprouter"
)

func list(http.ResponseWriter, *http.Request, httprouter.Params) {}

func answer(w http.ResponseWriter, _ *http.Request, _ any) {
	w.WriteHeader(http.StatusInternalServerError)
}

type ctxKey struct{}

func tenant(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Tenant", r.Context().Value(ctxKey{}).(string))
		next.ServeHTTP(w, r)
	})
}

// PanicHandler recovers for what is inside the router.
func panicsAround() error {
	r := httprouter.New()
	r.PanicHandler = answer
	r.GET("/users", list)
	return http.ListenAndServe(":8080", tenant(r)) // want `^tenant runs outside of r\.PanicHandler \(line \d+\), so a panic in it \(r\.Context\(\)\.Value\(…\)\.\(string\)\) is not recovered; wrap tenant in middleware that recovers$`
}

func panicsOutside() error {
	r := httprouter.New()
	r.GET("/users", list)
	return http.ListenAndServe(":8080", tenant(handlers.RecoveryHandler()(r))) // want `^tenant runs outside of handlers\.RecoveryHandler\(\)`
}

func okInside() error {
	r := httprouter.New()
	r.GET("/users", list)
	return http.ListenAndServe(":8080", handlers.RecoveryHandler()(tenant(r)))
}

// The server of net/http recovers by itself.
func okNoRecovery() error {
	r := httprouter.New()
	r.GET("/users", list)
	return http.ListenAndServe(":8080", r)
}

type server struct{ *httprouter.Router }

func okEmbedded() error {
	s := server{httprouter.New()}
	s.PanicHandler = answer
	s.NotFound = http.HandlerFunc(http.NotFound)
	s.GET("/users", list)
	return http.ListenAndServe(":8080", s)
}
