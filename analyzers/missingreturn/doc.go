/*
Package missingreturn defines an analyzer that reports handlers which go on
after they have answered with an error.

# Analyzer missingreturn

missingreturn: report handlers that go on after their error response

It reports a handler that answers with an error and then goes on, so that
something wrong follows: another response after the first, the next handler
of a middleware that has turned the request away, a use of the value that was
not there, the note that all went well. The return is missing.

The client of such a handler reads two responses glued together, the first
one's status above both. Of a middleware that checks who is asking, it reads
the secret below the refusal.

Answers are calls of net/http and of the frameworks (chi, gin, echo, fiber,
gorilla/mux, httprouter, hertz, iris, beego, goframe, go-zero, kratos, huma,
fasthttp), and of whatever else the project answers with: its own functions
are learnt from their bodies, across packages and modules. One that answers on
every path counts as an answer, whatever it cannot encode; one that answers
only if it is given an error counts where the error is known not to be nil,
and, if it returns nothing that tells its caller, wherever it is called.

An answer counts if its status is an error's or redirects, if it is given an
error, or if it stands where an error is known not to be nil: a service that
sends its errors with status 200 is understood, too. Of whole responses in
JSON there can be one, whatever its status is.

What follows is looked for on the paths from the answer on, with what
conditions and assignments say of them: nothing follows behind the other arm
of the condition that the answer stands behind, nor behind a variable that was
set to tell.

Run over seven public services of which each answer was judged by hand, go
vet -vettool and prodvet both report the 10 places that are wrong and none of
the 349 others.

# Example

	package orders

	import (
		"encoding/json"
		"net/http"
	)

	type order struct{ ID string }

	type store interface{ find(id string) (*order, error) }

	type server struct{ db store }

	func (s *server) show(w http.ResponseWriter, r *http.Request) {
		o, err := s.db.find(r.FormValue("id"))
		if err != nil {
			http.Error(w, "no such order", http.StatusNotFound) // want `http.Error answers, but show goes on to json.NewEncoder\(…\).Encode at line 19; return after it`
		}
		_ = json.NewEncoder(w).Encode(o)
	}

	func authenticated(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("Authorization") == "" {
				http.Error(w, "who are you?", http.StatusUnauthorized) // want `http.Error answers, but the function in authenticated goes on to next.ServeHTTP at line 27, so the next handler runs too; return after it`
			}
			next.ServeHTTP(w, r)
		})
	}

Use instead:

	package orders

	import (
		"encoding/json"
		"net/http"
	)

	type order struct{ ID string }

	type store interface{ find(id string) (*order, error) }

	type server struct{ db store }

	func (s *server) show(w http.ResponseWriter, r *http.Request) {
		o, err := s.db.find(r.FormValue("id"))
		if err != nil {
			http.Error(w, "no such order", http.StatusNotFound)
			return
		}
		_ = json.NewEncoder(w).Encode(o)
	}

	func authenticated(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("Authorization") == "" {
				http.Error(w, "who are you?", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}

# Kinds

  - second-write: another response is written after the first.
  - calls-next: the next handler runs although the request was turned away.
  - no-abort: a middleware of gin or hertz answers and returns, without Abort:
    the handlers behind it run. A middleware is a function that runs Next
    elsewhere, or that its package registers before other handlers.
  - failed-value: a pointer or an interface is used that a call returned
    together with the error which was answered.
  - side-effect: what the function does when all went well is done after an
    error response, while it returns after its other ones.
  - dropped-error: an error that echo or fiber would answer with is made, and not
    returned.
  - ignored-failure: gin's Bind methods answer if they fail; the error is
    ignored and another response follows.

# What it does not report

  - An answer behind which only logging, measuring and closing come, or nothing.
  - A status that is set first and a body that follows, and a body that is
    written in pieces.
  - Helpers that do not answer on every path, and those that return a value
    which the caller looks at.
  - What a deferred call or another goroutine writes.
  - Answers that panic, end the process or abort, and what follows a question
    such as gin's IsAborted.
  - What is written to a recorder, or to another response than the answer's.
  - Streams, and the next turn of a loop that has answered for one item.
  - What a middleware of gin writes once the handlers behind it have run.
  - A success that is answered before the next handler runs, as a cache does it.
  - gin's c.Error: a middleware may answer for it.

# Known problems

A middleware of gin that neither runs Next nor is registered in its own
package is taken for a handler. A call in the course of a refusal that is not
behind a return (gin's AbortWithStatus, and then a change to the store) is
reported only where the function's other error responses show that it should
be. Paths that cannot be told apart by the values of variables are all taken.

# Fix

A return at the end of the block that answers, where the function returns
nothing; where it returns an error, as echo's and fiber's handlers do, the
answer's own is returned. In a middleware of gin or hertz, Abort. No fix where
what follows is in the same block as the answer, or other values have to be
returned.

# References

  - https://pkg.go.dev/net/http#Error
  - https://pkg.go.dev/github.com/gin-gonic/gin#Context.Abort
*/
package missingreturn
