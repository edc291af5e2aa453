/*
Package corswildcard defines an analyzer that reports CORS policies which let
in more origins than they should.

# Analyzer corswildcard

corswildcard: report CORS policies that let every origin in, or strangers

A browser lets the scripts of one site read the responses of another only if
the other says so, with the header Access-Control-Allow-Origin. This rule
reports policies that say it to every site without anybody having configured
it so, and checks of the origin that strangers pass: made with
github.com/rs/cors, go-chi/cors, gin-contrib/cors, gorilla/handlers (which
kratos services use as well), jub0bs/cors, hertz-contrib/cors, the middleware
of echo v3 to v5, fiber v2 and v3, iris, beego, goframe and go-zero, or
written by hand with net/http, fasthttp or one of those frameworks.

In production the difference between the kinds is who can be hurt. Where the
origin is repeated and credentials are allowed, every page that a user opens
can act in the user's name and read the answers. Where the answer is "*",
browsers refuse it for requests with credentials: nothing leaks, but the
front end that needs the credentials does not work either, and what is
reachable by network position alone (an intranet, a service on localhost) can
be read by any page.

What the libraries do was found by running them, version by version, and the
version that counts is the one that the package is built with. It is not
always what their documentation suggests: with "*" and credentials most
answer "*", echo before v4.10.2 and fiber before v2.43.0 answer the origin,
fiber from v2.52.1 and echo v5 panic; go-zero's WithCors() answers "*",
WithCors("*") answers the origin with credentials; an empty list means
everybody in some and nobody in others. Whom a function, a regular expression
or a pattern lets in is found by trying origins on it.

A value is followed through constants, variables, struct fields, parameters
and functions, within a package and from one package to another, and to its
default: the fallback of an environment variable, the default of a flag or of
a key of viper, koanf, urfave/cli or kong, struct tags such as
envDefault:"*". The prodvet command, on its own and as a go vet tool, also
reads the files that the module is deployed with (see "deployment" in
.prodvet.yml): where those for production set a key or a variable, that is its
value, and the finding names the file and the line.

# Example

	package api

	import (
		"net/http"

		"github.com/rs/cors"
	)

	func Handler(mux *http.ServeMux) http.Handler {
		policy := cors.New(cors.Options{
			AllowOriginFunc:  func(origin string) bool { return true }, // want `AllowOriginFunc lets every site in and AllowCredentials is true`
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

  - any-origin-credentials: every origin is answered with itself and Access-Control-Allow-Credentials. Any site can send requests with the user's cookies and read the responses. It is reported behind a condition that is true in development only, too, if the code is there in production: a build tag keeps it out.
  - any-origin: every origin is let in, without credentials as far as is known. Any site can read what it gets without them.
  - refused: "*" together with credentials. Browsers refuse the response to a request with credentials, or the library panics, or returns an error, when the program starts. It does not work, and the next edit tends to be the one that repeats the origin.
  - loose-match: a check of the origin that strangers pass, with one of them: strings.HasSuffix(origin, "example.com") lets https://evilexample.com in, strings.HasPrefix and strings.Contains let https://example.com.evil.example in, so do regular expressions without anchors, and an unquoted dot matches any character. Patterns such as "*.com", or over a domain on which everybody can have a name ("*.vercel.app"). "null", which is the origin of sandboxed frames of anybody. With credentials also plain http where https was meant: whoever is on the network can answer for http.
  - overridden: an allowlist or a function is there but never consulted, because "*", a default or a function that says yes to everybody comes first.

# What it does not report

Code that runs in development only, except for any-origin-credentials. What
tells development:

  - build tags (dev, !production), _test.go files, packages named devserver or devtools, or in a folder named example, examples or _examples; these keep code out of production
  - conditions by their names and constants: cfg.Env == "dev", cfg.Env != "production", gin.Mode() == gin.DebugMode, isDev(), *devMode, os.Getenv("DEBUG") != "", with !, && and ||, else branches, cases of a switch, and early returns
  - functions with "dev" in their name, and unexported functions that are used in such places only
  - what the option development names

What does not: a comparison the wrong way round (cfg.Env != "dev" is
production), env == "staging", a constant that is true, an environment
variable that is merely empty, and anything that a client sends.

Policies behind a switch of the configuration (if cfg.CORS.Enabled,
if allowAll, if os.Getenv("PUBLIC") == "yes"): somebody has to turn it. Origins
of which nothing is known: from a database, from a configuration file that is
not among those, from a field that somebody else sets. A policy is
reported only if it is open in every case; or if it is when nobody configures
anything, which the message says: by default; or in the files of one deployment.

A repeated origin after a check of which the outcome is not known: a look-up in
a database, a call of another package's function. A check of the origin against the
request's own host.

Configurations that fail without a wildcard, such as gin-contrib's New without
origins: they let nobody in, and the first start shows it. Headers of requests
that the program sends itself. WebSocket upgraders. Tests and generated files.

# Known problems

A public API lets every origin in on purpose. The rule cannot tell; name its
packages in the option public, or write //lint:ignore corswildcard with the
reason above the line.

An exported function that makes an open policy is reported although another
package may call it in development only.

A struct field that this package sets to "*" and nothing else is taken for "*"
although another package may set it to something else.

The version of a library that is vendored or replaced is not known: the rules
of the current one are used.

beego has one list of patterns for all filters of a process: a filter with "*"
opens the others. It is seen within one package only.

golangci-lint and gopls do not read configuration files.

# Fix

For refused, AllowCredentials is taken out where "*" is what the policy means:
browsers refused the credentials anyway, and nothing else changes. For
loose-match by a regular expression, the expression is anchored and its dots
are quoted, if that keeps the origins in for which it was written. Otherwise
none: which origins need access only you know.

# References

  - https://fetch.spec.whatwg.org/#http-cors-protocol
  - https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS
  - https://portswigger.net/web-security/cors
  - https://publicsuffix.org
  - https://pkg.go.dev/github.com/rs/cors
  - https://pkg.go.dev/github.com/go-chi/cors
  - https://pkg.go.dev/github.com/gin-contrib/cors
  - https://pkg.go.dev/github.com/gorilla/handlers
  - https://pkg.go.dev/github.com/labstack/echo/v4/middleware
  - https://pkg.go.dev/github.com/gofiber/fiber/v2/middleware/cors
*/
package corswildcard
