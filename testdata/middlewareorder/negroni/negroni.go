// Package negroni holds handlers that negroni or alice put together.
package negroni

import (
	"net/http"

	"github.com/gorilla/handlers"
	"github.com/gorilla/mux"
	"github.com/justinas/alice"
	"github.com/urfave/negroni"
)

func list(http.ResponseWriter, *http.Request) {}

type ctxKey struct{}

func tenant(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Tenant", r.Context().Value(ctxKey{}).(string))
		next.ServeHTTP(w, r)
	})
}

func account(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	w.Header().Set("X-Account", r.Context().Value(ctxKey{}).(string))
	next(w, r)
}

func routes() *mux.Router {
	r := mux.NewRouter()
	r.HandleFunc("/users", list)
	return r
}

func panicsOutside() error {
	n := negroni.New(negroni.HandlerFunc(account), negroni.NewRecovery()) // want `^negroni\.HandlerFunc\(…\) runs outside of negroni\.NewRecovery\(\) \(line \d+\), so a panic in it \(r\.Context\(\)\.Value\(…\)\.\(string\)\) is not recovered; register negroni\.NewRecovery\(\) first$`
	n.UseHandler(routes())
	return http.ListenAndServe(":8080", n)
}

func panicsOutsideInSteps() {
	n := negroni.New()
	n.UseFunc(account) // want `^account runs outside of negroni\.NewRecovery\(\)`
	n.Use(negroni.NewRecovery())
	n.UseHandler(routes())
	n.Run(":8080")
}

func listPanics() error {
	chain := alice.New(tenant, handlers.RecoveryHandler()) // want `^tenant runs outside of handlers\.RecoveryHandler\(\) \(line \d+\)`
	return http.ListenAndServe(":8080", chain.Then(routes()))
}

func listPanicsInSteps() error {
	base := alice.New(tenant) // want `^tenant runs outside of handlers\.RecoveryHandler\(\) \(line \d+\)`
	chain := base.Append(handlers.RecoveryHandler())
	return http.ListenAndServe(":8080", chain.Then(routes()))
}

func okClassic() error {
	n := negroni.Classic()
	n.UseFunc(account)
	n.UseHandler(routes())
	return http.ListenAndServe(":8080", n)
}

func okInside() {
	n := negroni.New(negroni.NewRecovery(), negroni.HandlerFunc(account), negroni.Wrap(routes()))
	n.Run()
}

func okList() error {
	chain := alice.New(handlers.RecoveryHandler()).Extend(alice.New(tenant))
	return http.ListenAndServe(":8080", chain.Then(routes()))
}

func okGiven(chain alice.Chain) error {
	return http.ListenAndServe(":8080", chain.Append(tenant, handlers.RecoveryHandler()).Then(routes()))
}

func okAround() error {
	n := negroni.New(negroni.HandlerFunc(account), negroni.NewRecovery())
	n.UseHandler(routes())
	return http.ListenAndServe(":8080", handlers.RecoveryHandler()(n))
}
