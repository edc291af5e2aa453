package runners

import (
	"iter"
	"net/http"
)

// Row014: Pull: re-panics in the caller; the panic is the caller's again, where a server recovers it.
func Row014(http.ResponseWriter, *http.Request) {
	next, _ := iter.Pull(func(func(int) bool) { boom() })
	next()
}
