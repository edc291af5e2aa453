/*
Package corswildcard defines an analyzer that reports CORS policies which let
every origin in.

# Analyzer corswildcard

corswildcard: report CORS policies that let every origin in

A browser lets the scripts of one site read the responses of another only if
the other says so, with the header Access-Control-Allow-Origin. This rule
reports policies that say it to every site, without anybody having configured
it so: made with github.com/rs/cors, github.com/go-chi/cors or
github.com/gin-contrib/cors, or written by hand with net/http or gin. It looks
at "*", at defaults and empty lists that mean "*", at AllowAll, at patterns
that match every origin of a scheme, at origin functions that return true for
every origin, and at handlers that repeat the request's Origin unchecked.

In production the difference between the kinds is who can be hurt. Where the
origin is repeated and credentials are allowed, every page that a user opens
can act in the user's name and read the answers. Where the answer is "*",
browsers refuse it for requests with credentials: nothing leaks, but the
front end that needs the credentials does not work either, and what is
reachable by network position alone (an intranet, a service on localhost) can
be read by any page.

What the libraries do was found by running them. It is not always what their
documentation suggests: with "*" and credentials all three answer "*"; with
the pattern "https://*" they answer the origin.

# Example

	package api

	import (
		"net/http"

		"github.com/rs/cors"
	)

	func Handler(mux *http.ServeMux) http.Handler {
		policy := cors.New(cors.Options{
			AllowOriginFunc:  func(origin string) bool { return true }, // want `AllowOriginFunc returns true for every origin and AllowCredentials is true`
			AllowCredentials: true,
		})
		return policy.Handler(mux)
	}

Use instead:

	package api

	import (
		"net/http"

		"github.com/rs/cors"
	)

	func Handler(mux *http.ServeMux) http.Handler {
		policy := cors.New(cors.Options{
			AllowedOrigins:   []string{"https://app.example.com"},
			AllowCredentials: true,
		})
		return policy.Handler(mux)
	}

# Kinds

  - any-origin-credentials: the answer is the request's origin, whatever it is, with Access-Control-Allow-Credentials. Any site can send requests with the user's cookies and read the responses.
  - any-origin: every origin is let in, without credentials as far as the package tells. Any site can read what it gets without them.
  - refused: the answer is "*" with Access-Control-Allow-Credentials. Browsers refuse it for requests with credentials.

# What it does not report

Code that runs in development only. What tells development are build tags,
packages such as cmd/devserver, the names and constants of conditions (cfg.Env == "dev", gin.IsDebugging(),
os.Getenv("ENV") != "production"), with their negations, else branches, early
returns and switches; functions with "dev" in their name; and unexported
functions that are used in such places only. What a client sends tells nothing.
The option development adds names that tell it in your code.

Policies behind a switch of the configuration (if cfg.CORS.Enabled,
if allowAll, if os.Getenv("PUBLIC") == "yes"): somebody has to turn it. Origins
from parameters, from configuration files or from fields that another function
sets: they are not known. A value is followed through constants, variables,
struct fields and functions of one package, and it is reported only if it is
open in every case; or if it is when the environment is empty and no flag is
given, which the message says: by default.

A repeated origin after any check that could be one of the origin: a
comparison, a look-up, a function that gets the origin or the request.

Patterns and comparisons that let in more than they seem to, but not everybody
("*.com", strings.HasSuffix(origin, "example.com")). Constructions that panic,
such as gin-contrib's New without origins. Headers of requests that the program
sends itself. Tests and generated files.

# Known problems

A public API lets every origin in on purpose. The rule cannot tell; write
//lint:ignore corswildcard with the reason above the line.

An exported function that makes an open policy is reported although another
package may call it in development only: one package at a time is seen.

A struct field that this package sets to "*" and nothing else is taken for "*"
although another package may set it to something else.

The libraries' behaviour is that of rs/cors v1.6, go-chi/cors v1.1 and
gin-contrib/cors v1.6 and later. rs/cors v1.3 repeated the origin for "*" with
credentials, so that refused was any-origin-credentials.

# Fix

None. Which origins need access only you know.

# References

  - https://fetch.spec.whatwg.org/#http-cors-protocol
  - https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS
  - https://pkg.go.dev/github.com/rs/cors
  - https://pkg.go.dev/github.com/go-chi/cors
  - https://pkg.go.dev/github.com/gin-contrib/cors
*/
package corswildcard
