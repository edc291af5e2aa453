// Package start gives origins to a server.
package start

import (
	"net/http"
	"os"

	"example.com/fixtures/corswildcard/sinks/server"
)

func bad(h http.Handler) http.Handler {
	return server.New(h, []string{"*"}) // want `^the argument of server.New has "\*", which becomes AllowedOrigins \(server/server.go:20\), and AllowCredentials is true, so browsers refuse`
}

func badVariable(h http.Handler) http.Handler {
	origins := []string{
		"*", // want `^the argument of server.New has "\*"`
	}
	return server.New(h, origins)
}

func badField(h http.Handler) http.Handler {
	return server.Configured(h, server.Config{
		Origins: []string{"*"}, // want `^Origins has "\*", which becomes AllowedOrigins \(server/server.go:28\), so any site can read the responses; list the origins that need access$`
	})
}

func badFieldSet(h http.Handler) http.Handler {
	var cfg server.Config
	cfg.Origins = append(cfg.Origins, "*") // want `^cfg.Origins has "\*"`
	return server.Configured(h, cfg)
}

func badHeader(h http.Handler) http.Handler {
	return server.Header(h, &server.Config{Allow: "*"}) // want `^Allow has "\*", which becomes Access-Control-Allow-Origin`
}

func badMethod(rt *server.Router) http.Handler {
	return rt.Allow([]string{"*"}) // want `^the argument of rt.Allow has "\*"`
}

func badPassedOn(h http.Handler, origins []string) http.Handler { return server.New(h, origins) }

func badPassedOnHere(h http.Handler) http.Handler {
	return badPassedOn(h, []string{"*"}) // want `the argument of (badPassedOn|server.New) has "\*"`
}

func badEnvironment(h http.Handler) http.Handler {
	origin := os.Getenv("CORS_ORIGIN")
	if origin == "" {
		origin = "*"
	}
	return server.New(h, []string{origin}) // want `^by default the argument of server.New has "\*"`
}

func okList(h http.Handler) http.Handler {
	return server.New(h, []string{"https://app.example"})
}

func okUnknown(h http.Handler, origins []string) http.Handler { return server.New(h, origins) }

func okFunctionDecides(h http.Handler) http.Handler { return server.Decided(h, []string{"*"}) }

func okNoSink() int { return server.Names([]string{"*"}) }

func okOtherField(h http.Handler) http.Handler {
	return server.Configured(h, server.Config{Names: []string{"*"}})
}

func okDevelopment(h http.Handler, dev bool) http.Handler {
	if dev {
		return server.New(h, []string{"*"})
	}
	return h
}

func okSwitch(h http.Handler, allowAll bool) http.Handler {
	if allowAll {
		return server.New(h, []string{"*"})
	}
	return h
}
