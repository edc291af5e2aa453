package gozero

import (
	"net/http"

	"github.com/zeromicro/go-zero/rest"

	"example.com/fixtures/middlewareorder/table/probe"
)

func m(name string) func(http.Handler) http.Handler { return probe.Middleware(name) }

func say(body string) http.HandlerFunc { return probe.Say(body) }

func sayStatus(code int, body string) http.HandlerFunc { return probe.SayStatus(code, body) }

func zm(string) rest.Middleware {
	return func(next http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			defer func() {
				if recover() != nil {
					w.WriteHeader(http.StatusInternalServerError)
				}
			}()
			next(w, r)
		}
	}
}
