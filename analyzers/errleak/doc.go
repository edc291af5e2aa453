/*
Package errleak defines an analyzer that reports responses with a server error
that tell the client what went wrong inside.

# Analyzer errleak

errleak: report internal error texts in responses with a server error

It reports responses with a status of 500 to 599 whose body has the text of an
internal error, what a panic says, or a stack.

What a database, a driver or the operating system says of a failure is written
for whoever runs the service: it names tables, queries, hosts, files and
versions, and now and then credentials. To the client it says nothing that he
could act on; to an attacker, what to try next. The place for it is the log.

The status and the text are looked for together, backwards along each path from
the place that sends the response. A helper that replaces the text where the
status is 500 therefore leaks nothing, and one that does so for 503 only leaks
with 500. Texts are followed through variables, fields, maps, buffers, wrapped
errors, the fmt, strings and encoding packages, the data of templates, view
models and their methods, and the functions of the project in all its packages:
translations, helpers that make a message of an error, helpers that are given
the status and a message in whatever order, functions that return an error with
its status.

Error values of which the response is made elsewhere are looked at where they
are made: echo.NewHTTPError(500, err.Error()) leaks, and SetInternal(err) does
not. What becomes of them, the prodvet command sees over all packages together:
of a type of the project, whether anybody makes a response of it; of either,
whether whoever does replaces the text where the status is 500 or more, in which
case nothing is reported.

What a helper sends with the status that its caller chooses is reported at the
call. A helper that sends whatever error it is given with status 500 is itself
the place to mend, and is reported once, unless it is only ever given errors of
the project.

# Example

	package orders

	import (
		"encoding/json"
		"fmt"
		"net/http"
		"os"

		"github.com/gin-gonic/gin"
	)

	type server struct{ dir string }

	func (s *server) find(w http.ResponseWriter, r *http.Request) {
		data, err := os.ReadFile(s.dir + "/" + r.PathValue("id"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError) // want `http.Error sends err.Error\(\) of os.ReadFile with status 500, so clients read internal details; log it and send a constant text`
			return
		}
		w.Write(data)
	}

	func (s *server) remove(c *gin.Context) {
		if err := os.Remove(s.dir + "/" + c.Param("id")); err != nil {
			abort(c, http.StatusInternalServerError, fmt.Sprintf("remove: %v", err)) // want `abort sends the text of err of os.Remove with status 500`
			return
		}
		c.Status(http.StatusNoContent)
	}

	func abort(c *gin.Context, status int, message string) {
		c.AbortWithStatusJSON(status, gin.H{"error": message})
	}

	func recovers(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			defer func() {
				if v := recover(); v != nil {
					w.WriteHeader(http.StatusInternalServerError)
					json.NewEncoder(w).Encode(map[string]any{"error": fmt.Sprint(v)}) // want `json.NewEncoder\(w\).Encode sends what the panic says with status 500`
				}
			}()
			next.ServeHTTP(w, r)
		})
	}

Use instead:

	package orders

	import (
		"errors"
		"log/slog"
		"net/http"
		"os"

		"github.com/gin-gonic/gin"
	)

	type server struct{ dir string }

	func (s *server) find(w http.ResponseWriter, r *http.Request) {
		data, err := os.ReadFile(s.dir + "/" + r.PathValue("id"))
		switch {
		case errors.Is(err, os.ErrNotExist):
			http.Error(w, "no such order", http.StatusNotFound)
		case err != nil:
			slog.Error("find", "err", err)
			http.Error(w, "try again later", http.StatusInternalServerError)
		default:
			w.Write(data)
		}
	}

	func (s *server) remove(c *gin.Context) {
		if err := os.Remove(s.dir + "/" + c.Param("id")); err != nil {
			slog.Error("remove", "err", err)
			abort(c, http.StatusInternalServerError, "try again later")
			return
		}
		c.Status(http.StatusNoContent)
	}

	func abort(c *gin.Context, status int, message string) {
		c.AbortWithStatusJSON(status, gin.H{"error": message})
	}

	func recovers(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			defer func() {
				if v := recover(); v != nil {
					slog.Error("panic", "value", v)
					http.Error(w, "try again later", http.StatusInternalServerError)
				}
			}()
			next.ServeHTTP(w, r)
		})
	}

# Kinds

  - error-text: the text of an error: err.Error(), or what fmt makes of it.
  - error-value: an error itself in a value that is encoded. JSON has the
    exported fields of its type, and of most nothing at all: {}.
  - panic-value: what a panic says.
  - stack: a stack, of debug.Stack or runtime.Stack.

Where five or more responses send what one function of the project makes of
errors, or one function sends the errors that it is given at five or more places,
the finding is that function, with the places as related positions: there it is
mended. In prodvet the places of all packages count, in other drivers those of
one package, and the finding is at the first of them if the function is another
package's. A directive at the function stands for all its places.

# What it does not report

  - Statuses below 500, with which the text of an error mostly says what is
    wrong with the request, and statuses of which nothing is known.
  - Errors of the project's own: its error types, whose text is for clients to
    read; variables of package level; errors that are made of texts with
    errors.New or fmt.Errorf, also by the functions of the module that the
    error comes from, if they return no others. What another module or a method
    of an interface returns counts as internal.
  - What is sent where errors.Is, ==, errors.As, a type switch or a predicate
    of the project has told the error apart as one of the project's own.
  - What a failed Write to the client says, which nobody is left to read, and
    what http.Error sends after a WriteHeader with a status below 500: that is
    the one that the client gets.
  - What is only logged, and fields that no encoder and no template sees:
    unexported ones, and those with the tag json:"-".
  - What is sent in development only, as a condition says, the name of a
    function or package, or a build constraint.
  - Errors of echo and fiber where the application has an error handler of its
    own that is not seen to send what they say.
  - gRPC and connect.
  - Fields of an error's type (pqErr.Detail), and texts that are no error's: the
    output of a command, an address.

# Known problems

Without the other packages (go vet, golangci-lint, gopls), values of the
project's own types are reported only if the package that makes them, or one
below it, makes the response, too; and those of echo and fiber also if a handler
in package main replaces their text. On seven services with 61 labelled leaks
prodvet reported 60, and go vet -vettool 46; neither reported any of the 315 labelled
harmless places. The one that is not reported sends a constant text of another
package of the service.

A function that returns only texts of its own in some cases, and internal errors
in others, counts as one with internal errors in all.

A field of type error counts as internal wherever it comes from, unless it is of
a variable that the function itself fills.

# Fix

None: what to tell the client, and where to log, is yours to decide.

# References

  - https://owasp.org/www-community/Improper_Error_Handling
  - https://cwe.mitre.org/data/definitions/209.html
*/
package errleak
