/*
Package goroutinerecover defines an analyzer that reports goroutines which
are started while a request is served and whose panic ends the process.

# Analyzer goroutinerecover

goroutinerecover: report goroutines of a request whose panic ends the process

It reports a go statement, or a call that runs its argument on a goroutine
(time.AfterFunc, (*sync.WaitGroup).Go, (*errgroup.Group).Go, a function of
the project or of a library), on a request path, if the function that runs
can panic and nothing recovers it.

A server recovers a panic of the goroutine that serves a request, and
recovery middleware answers it with a 500. Neither sees a goroutine that the
handler starts: a panic there ends the process, with every request that it
was serving. Only a deferred function of the goroutine itself can recover it.

On the request path are handlers, middleware and whatever else has a
parameter by which a framework hands over a request (http.ResponseWriter,
*http.Request, *gin.Context), and the functions of the same package that
these call, on from one to the next.

The prodvet command sees all packages of the module together: it follows the
request through interfaces, function values in fields, maps and variables, and
from package to package, reports the goroutine where it starts, and says how a
request gets there. Where a function of the module runs what five callers or
more give it, or five go statements run the same function, that is one finding,
at the function. go vet -vettool, golangci-lint and gopls see a package and
what it imports: there a function of another package of the module that starts
such a goroutine is reported where the request path calls it, with the place of
the goroutine, and what only an interface or a function value leads to is not
reported.

With scope: all, goroutines that no request starts are reported as well, in
all drivers. A function of the module that runs what other packages give it is
then itself reported, where it starts the goroutine, and not its callers: that
is the one place to mend.

Which helpers recover and which runners do is learnt from their bodies,
across packages and modules. Of libraries that keep a function and run it
later on a goroutine of theirs it is known, as it was run: the standard
library, golang.org/x/sync by its version, robfig/cron, gocron and pond as
they are set up, ants, conc, nats.go, workerpool, goframe, go-zero,
oklog/run, lo, go-cache, viper, go-resiliency, fx and apimachinery's wait
groups. Fields count as well that a library calls on a goroutine of its own:
the Cancel of an exec.Cmd, the DialContext of an http.Transport, the
ConnContext of an http.Server and its ConnState for new connections, the
hooks of fx.

# Example

	package orders

	import (
		"log"
		"net/http"
		"time"
	)

	type mailer interface{ Confirm(to string) error }

	type server struct{ mail mailer }

	func (s *server) create(w http.ResponseWriter, r *http.Request) {
		to := r.FormValue("email")
		go func() { // want `goroutine calls s.mail.Confirm and nothing recovers it, so a panic in it ends the process`
			if err := s.mail.Confirm(to); err != nil {
				log.Print(err)
			}
		}()
		time.AfterFunc(time.Hour, func() {
			defer func() { // want `the deferred function calls logPanic, which recovers only when it is itself deferred`
				logPanic()
			}()
			s.mail.Confirm(to)
		})
		w.WriteHeader(http.StatusAccepted)
	}

	func logPanic() {
		if v := recover(); v != nil {
			log.Printf("panic: %v", v)
		}
	}

Use instead:

	package orders

	import (
		"log"
		"net/http"
		"time"
	)

	type mailer interface{ Confirm(to string) error }

	type server struct{ mail mailer }

	func (s *server) create(w http.ResponseWriter, r *http.Request) {
		to := r.FormValue("email")
		go func() {
			defer logPanic()
			if err := s.mail.Confirm(to); err != nil {
				log.Print(err)
			}
		}()
		time.AfterFunc(time.Hour, func() {
			defer logPanic()
			s.mail.Confirm(to)
		})
		w.WriteHeader(http.StatusAccepted)
	}

	func logPanic() {
		if v := recover(); v != nil {
			log.Printf("panic: %v", v)
		}
	}

# Kinds

  - unrecovered-goroutine: nothing in the goroutine recovers.
  - ineffective-recover: something was written to recover, and does not:
    recover deferred itself, called in a function that the deferred one
    calls, called in an argument of the defer statement; a deferred call that
    only returns the function which recovers; a recover that panics again; a
    function that recovers handed to another which calls it; a defer on some
    paths only, or after everything that can panic, or after the defer of a
    function that always panics.
  - panic-text: recovery that sends the client what the panic says, with the
    framework's own functions or the project's; or leaves it to an error
    handler that does: fiber's, where the application has none of its own.
    Where it is sent with a status of 500 to 599, it is errleak that reports
    it.
  - silent-recovery: middleware that recovers and answers nothing, so that
    the client sees an empty response with status 200.
  - swallowed-abort: middleware that recovers http.ErrAbortHandler like any
    other panic, in a package that proxies or panics with it.

# What it does not report

  - Goroutines that are not on a request path: servers, workers and tickers
    that main, init or a constructor starts. With scope: all they are reported.
  - Goroutines that do nothing that panics in practice: channel operations,
    arithmetic, calls of the functions below, and functions made of these.
    Nil pointers, closed channels and negative counters are not looked for.
    These are all functions of the standard library's bytes, cmp,
    container/heap, container/list, container/ring, context, crypto/md5,
    crypto/rand, crypto/sha1, crypto/sha256, crypto/sha512, crypto/subtle,
    encoding/base64, encoding/hex, errors, fmt, hash, hash/crc32, hash/fnv,
    html, log, log/slog, maps, math, math/bits, math/rand, math/rand/v2, mime,
    net, net/url, os, os/signal, path, path/filepath, runtime, runtime/debug,
    slices, sort, strconv, strings, sync, sync/atomic, syscall, time, unicode and
    unicode/utf8; of net/http the methods of Header, Close, Shutdown,
    RegisterOnShutdown and SetKeepAlivesEnabled of Server, StatusText,
    CanonicalHeaderKey and DetectContentType; and the loggers zap, zerolog,
    logrus, klog and glog. Those whose name starts with Must, Panic or DPanic are
    not among them.
  - Goroutines that call only functions which recover, such as workers that
    protect every job.
  - A defer under a condition about how the program is set up (a field, a
    flag, a variable of package level, what a call returns), and a deferred
    function value or method of one of the project's interfaces whose body the
    package does not show: they may recover.
  - What a goroutine does before it defers a recover, as long as something
    that can panic comes after, unless it always panics.
  - A panic on purpose: a recover that panics again with
    http.ErrAbortHandler, or under a condition that is not about the
    recovered value.
  - A deferred function that recovers and then exits: it was asked to.
  - Libraries that recover, or whose panic comes back in the caller: conc,
    gopool, asynq, watermill, suture, (*errgroup.Group).Go of golang.org/x/sync
    v0.14.0 and v0.15.0.
  - A scheduler or pool that another package has set up, where the options
    decide about panics.
  - Functions that are handed to something which stores them: an event bus, a
    list, a library not named above. Those that are sent on a channel to a
    worker of the same package which calls them are reported.
  - With scope: all, goroutines that call nothing but a parameter of a function
    literal, or one that only this package gives, and only what is harmless.
  - Functions that only reflection calls, or a library's callbacks.
  - Goroutines that other modules start of their own.
  - Text that the project makes of a recovered value, or of a panic of its own
    type, and text that is sent under a condition which is not about the
    value: it may be meant for the client. Recovery in echo, hertz, iris and
    other frameworks than net/http, chi, gin, fiber and httprouter, whose
    PanicHandler counts as middleware.
  - http.ErrAbortHandler that a library's own recovery swallows: gin's, fiber's,
    that of gorilla/handlers.
  - What ends the process without a panic, which no recover could help:
    concurrent writes of a map, the unlock of an unlocked mutex, a stack
    overflow.
  - Handlers that a server runs without a recover of its own (fiber, fasthttp,
    gRPC): there the chain of middleware or interceptors is what recovers.

# Known problems

What one package and those that it imports do not show, only the prodvet
command sees, by its link step: requests that reach a goroutine through an
interface, a registry or a function that another package hands on. On seven
services with 67 labelled goroutines on request paths it reported 66, and
go vet -vettool, which has no link step, 36; neither reported one that is
labelled safe. With scope: all both reported 156 of 160 and one that is safe: its
deferred function calls a logger of another module.

With scope: all, a function that runs what it is given is reported although all
its callers in the module may give it functions that recover.

A goroutine on a request path whose panic a package-level switch decides
about (k8s.io/apimachinery's ReallyCrash, which is declared true) is reported
even where main clears the switch.

A function with an *http.Request parameter and nothing else of a request
counts as the server's, unless its package also sends requests that it is
given. A client's helper in a package of its own is taken for a handler's.

# Fix

Where the package has exactly one function that recovers and needs no
arguments, it is deferred as the goroutine's first statement; where it has
none, the one of those packages of the module that the file imports. Where no
such function is known, a deferred function that recovers and logs, with the
one logger that the file imports (log, log/slog, zerolog's log, logrus,
klog). A function with results has no such fix: after a recover it would
return that all went well.

Where it is beyond doubt what a defer was meant to be, it is written so:
`defer recover()` in a function literal, `defer func() { helper() }()` as
`defer helper()`, and `defer factory()` as `defer factory()()`. Otherwise
what to do with a panic is yours to decide, and there is no fix.

# References

  - https://go.dev/ref/spec#Handling_panics
  - https://go.dev/blog/defer-panic-and-recover
  - https://pkg.go.dev/net/http#Handler
*/
package goroutinerecover
