// Package configured tells development from production by names of its own,
// which the configuration lists.
package configured

import (
	"net/http"

	"github.com/rs/cors"
)

type settings struct{ Relaxed bool }

func (settings) Cozy() bool { return false }

// AtHome is set by main.
var AtHome bool

func byFire() bool { return AtHome }

func okField(s *settings, h http.Handler) http.Handler {
	if s.Relaxed {
		return cors.AllowAll().Handler(h)
	}
	return h
}

func okMethod(s settings, h http.Handler) http.Handler {
	if !s.Cozy() {
		return h
	}
	return cors.AllowAll().Handler(h)
}

func okVariable(h http.Handler) http.Handler {
	if AtHome {
		h = cors.AllowAll().Handler(h)
	} else {
		h = cors.AllowAll().Handler(h) // want `AllowAll`
	}
	return h
}

func okFunction(h http.Handler) http.Handler {
	if byFire() {
		return cors.AllowAll().Handler(h)
	}
	return h
}

func badOther(warm bool, h http.Handler) http.Handler {
	if warm {
		return cors.AllowAll().Handler(h) // want `AllowAll`
	}
	return h
}
