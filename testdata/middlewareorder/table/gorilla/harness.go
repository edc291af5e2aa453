package gorilla

import (
	"net/http"

	"example.com/fixtures/middlewareorder/table/probe"
)

func m(name string) func(http.Handler) http.Handler { return probe.Middleware(name) }

func say(body string) http.HandlerFunc { return probe.Say(body) }

func sayStatus(code int, body string) http.HandlerFunc { return probe.SayStatus(code, body) }
