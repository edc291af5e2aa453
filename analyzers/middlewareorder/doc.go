/*
Package middlewareorder defines an analyzer that reports recovery and error
middleware that does not run where it should.

# Analyzer middlewareorder

middlewareorder: report recovery and error middleware that does not cover what it should

It follows routers from where they are made to where they are served: through
variables, fields, groups, closures and functions, in this package and in
those that it imports. It reports middleware that the framework does not run
for routes that need it, and it knows that frameworks differ in this: gin,
hertz, iris and echo's groups silently skip middleware for routes and groups
that exist already, fiber for routes only, echo's server and gorilla/mux run it
whenever it is registered, chi panics at start-up, net/http and httprouter do
what the wrapping says. go-zero, goframe and beego recover by themselves.

Recovery and error middleware are learnt from their source, whatever they are
called: recovery defers a call of recover; error middleware calls gin's
c.Next, then reads c.Errors and writes a response.

A panic outside of recovery ends the process of a fiber server, with every
request in it. That of a net/http server, and so of gin, echo and iris, goes
on, but the client's connection is dropped without a response, and the error
never reaches the logs and metrics that recovery writes.

# Example

	package example

	import (
		"net/http"

		"github.com/gin-gonic/gin"
	)

	func serve() error {
		r := gin.New()
		r.GET("/users", func(c *gin.Context) { c.JSON(http.StatusOK, gin.H{}) })
		r.Use(gin.Recovery()) // want `gin.Recovery\(\) is registered after GET "/users"`
		return r.Run()
	}

Use instead:

	package example

	import (
		"net/http"

		"github.com/gin-gonic/gin"
	)

	func serve() error {
		r := gin.New()
		r.Use(gin.Recovery())
		r.GET("/users", func(c *gin.Context) { c.JSON(http.StatusOK, gin.H{}) })
		return r.Run()
	}

# Kinds

  - unprotected-route: recovery or error middleware is registered on a router
    of gin, hertz, iris, fiber or huma, or on a group of echo, after a route, or
    after a group whose routes need it. fiber and huma go by the order of
    registration; the others copy the middleware when they make a group or a
    route, so the later one never runs there. For error middleware of gin, a route needs
    it if its handler calls c.Error or c.AbortWithError. CORS middleware is
    reported if it runs on no route at all because it comes last, or if the
    OPTIONS request by which browsers ask first does not arrive at it, since no
    route is for that: on a group of gin or hertz, on chi's Group and With, on
    a router of gorilla/mux whose routes have methods, around one route.
  - not-outermost: a middleware with an evident panic runs outside of recovery.
    Evident are a call of panic, an unchecked type assertion on a value of the
    request's context, and Must functions of the standard library on values
    that are not constant, in the middleware's own frame. And recovery of gin
    that only adds the panic to the context's errors, outside of the error
    middleware that answers these.
  - no-recovery: a router made by gin.New, echo.New, fiber.New, iris.New,
    hertz' server.New or chi.NewRouter serves routes and nothing recovers for
    them: no middleware of the router, of a group or of a route, and no handler
    around it. And a server made by grpc.NewServer with interceptors of which
    none recovers, or with none. With the option net-http, also a router of
    http.NewServeMux, gorilla/mux, httprouter, negroni or kratos.
  - shadowed: Use on a chi router that has a route, a group, a sub-router, a
    mount or an API of huma already. chi panics at start-up; where the registration is
    conditional, only in the configuration that has it. And a handler that
    answers every request, registered by fiber's Use before routes: they never
    run. A handler for errors, unknown routes or unknown methods that is always
    replaced by another, in echo also by the handler that a group with
    middleware has of its own; one that fiber does not get to see, because its
    configuration was copied before. And middleware that runs around a route
    twice: the service's own with the same arguments, and a library's that logs.
  - ends-chain: recovery in a chain of gin, the service's own or what it gives
    gin.CustomRecovery, answers a panic and does not abort. gin then runs the
    handlers behind the one that panicked, such as the route behind a check of
    who may see it. And a handler for unknown routes at the end of a fiber app
    that answers and calls Next: the answer of fiber's error replaces its.
  - default-error: a router answers unknown routes or unknown methods, in echo
    and fiber also panics and too large bodies, in the form of the framework,
    because nothing is set for them, while the errors of the service have an
    envelope. It is one finding a router, which names all that is not set, with
    what the framework's own recovery answers. Where only that is left, it is
    one at the recovery. The envelope is that of the packages with the handlers
    of the router's routes: as //prodvet:envelope declares it, or as nearly all
    of their error responses have it; in prodvet itself, which sees all
    packages, also as the options of errenvelope say.

# What it does not report

  - Routes that are put before recovery on purpose: health checks, metrics,
    profiles, static files, by their pattern or their handler.
  - Other middleware that is registered late, such as authentication after
    the public routes; CORS that is registered between routes.
  - CORS on a group where something handles OPTIONS requests, even if only for
    other paths; CORS for everybody on routes that only read, and middleware
    that sets no header for preflight requests: those need none.
  - Recovery that is registered twice, which does no harm, and rate limits, which
    can be meant so. A central error handler that is set twice where the package
    reads it: the second may go on with the first.
  - Loggers and request IDs outside of recovery: that is the order that chi
    documents, and the one in which a panic is logged as status 500. Library
    middleware is taken not to panic.
  - Routers of which not all is seen: those that come from a caller, from an
    interface, from one of two assignments, and those that are given to
    functions that are not known. The same holds for chains with middleware
    that is not known, such as a parameter.
  - Registrations under conditions of which it is not clear that they meet.
  - Servers of net/http, gorilla/mux and httprouter without recovery, unless the
    option net-http asks for them: net/http itself keeps the process alive, and
    some teams leave it at that. gin, echo, iris and chi are reported because
    they bring a recovery that their own guides register.
  - Recovery that fiber's Use registers for a path: it is taken to cover what it
    should.
  - no-recovery for routers that others can reach: kept in an exported field or
    variable, returned to callers in other packages, mounted on another router.
    A router in an unexported one is followed through the functions of its
    package. Nor for packages that help tests, and those of
    examples, mocks and tests by their path.
  - The order of calls that several methods make on a router kept in a struct,
    unless one function calls them all: which runs first is not known.
  - Late error middleware for handlers that write the response where they add
    the error: it is there for a log.
  - default-error where people are answered: routers with pages, with files for
    whatever path is left, or with a handler for that; and where machines are:
    routers of health checks, metrics and profiles, and those whose handlers
    answer no errors in the envelope. Nor routers that are mounted on one of
    their kind, which answers for them.
  - Answers of JSON by the framework that has the keys of the envelope, or where
    the errors of the service have no keys that are beyond doubt.
  - What is set under a condition counts as set, and so does what a group has
    of its own. What the handlers that are set send is errenvelope's business.
  - Responses to malformed requests, redirects of slashes, basic
    authentication, timeouts, and the 404s of file servers.
  - Routers that code which is not seen can reach, but in prodvet itself, where
    it is enough that no package sets the same on a router that it did not make.

# Known problems

Loops are walked once. Middleware that one round of a loop registers after a
route of the round before is not noticed.

# Fix

The fix for unprotected-route moves the registration before the first route, or
the group, that misses it. There is one where both stand in one list of
statements, the call registers nothing else, and nothing that it mentions is
declared or set between them; comments move with it.

The fix for ends-chain writes AbortWithStatusJSON for JSON.

The fix for no-recovery registers recovery behind the statement that makes the
router: the service's own if the package registers exactly one on other routers
of the framework, or else the framework's, if the file imports its package.

# References

  - https://gin-gonic.com/en/docs/examples/using-middleware/
  - https://go-chi.io/#/pages/middleware
  - https://pkg.go.dev/net/http#Handler
*/
package middlewareorder
