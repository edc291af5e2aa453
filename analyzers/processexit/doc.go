/*
Package processexit defines an analyzer that reports calls which end the
process while it serves requests.

# Analyzer processexit

processexit: report calls that end the process on a request path

It reports os.Exit, a logger's Fatal, runtime.Goexit and deadly signals to
the process itself, where serving a request leads to them.

A server recovers a panic, but nothing survives os.Exit: no deferred call
runs, no client whose request is in flight gets a response, and what a
handler was writing is cut off. Any logger's Fatal ends in os.Exit, whatever
its level is and also if it writes nothing. One request that meets an error
then fails all others.

On the request path are handlers, middleware and whatever else has a
parameter by which a framework hands over a request (http.ResponseWriter,
*http.Request, *gin.Context), the methods of gRPC and connect services, and
the functions of the same package that these call, on from one to the next.
A function of another package of the module that ends the process if it
fails is reported where the request path calls it, with the place of the
exit.

The prodvet command sees all packages together: it reports each exit where it
is, also one that a request reaches through interfaces and function values,
with the way that it takes. Run by go vet, golangci-lint or gopls, the rule
knows of other packages what is written above. Six public services have 62
exits that were judged by hand: prodvet reports the 4 that a request reaches
and none of the others; without the other packages it reports 3 of these
where they are, and the fourth at the call that leads to it.

A function that always ends the process, as a logger of the project has one,
is learnt from its body, across packages and modules. So is one that does at
a level that it is given. Then its calls are reported, and not its body.

# Example

	package orders

	import (
		"encoding/json"
		"log"
		"net/http"
		"os"
		"runtime"
	)

	type server struct{ dir string }

	func (s *server) create(w http.ResponseWriter, r *http.Request) {
		var order struct{ ID string }
		if err := json.NewDecoder(r.Body).Decode(&order); err != nil {
			log.Fatal(err) // want `log.Fatal ends the process with every request in it; answer with an error instead`
		}
		if err := s.store(order.ID); err != nil {
			fatal("store", err) // want `fatal ends the process \(os.Exit in .*\) with every request in it; answer with an error instead`
		}
		if order.ID == "" {
			runtime.Goexit() // want `runtime.Goexit ends the goroutine that serves the request, so that the response is never completed`
		}
	}

	func (s *server) store(id string) error {
		f, err := os.Create(s.dir + "/" + id)
		if err != nil {
			log.Fatalf("create: %v", err) // want `log.Fatalf ends the process .* \(reached from \(\*server\).create\); return an error instead`
		}
		return f.Close()
	}

	func fatal(what string, err error) {
		log.Print(what, ": ", err)
		os.Exit(1)
	}

Use instead:

	package orders

	import (
		"encoding/json"
		"fmt"
		"log"
		"net/http"
		"os"
	)

	type server struct{ dir string }

	func (s *server) create(w http.ResponseWriter, r *http.Request) {
		var order struct{ ID string }
		if err := json.NewDecoder(r.Body).Decode(&order); err != nil {
			http.Error(w, "no order", http.StatusBadRequest)
			return
		}
		if err := s.store(order.ID); err != nil {
			log.Print(err)
			http.Error(w, "try again", http.StatusInternalServerError)
		}
	}

	func (s *server) store(id string) error {
		f, err := os.Create(s.dir + "/" + id)
		if err != nil {
			return fmt.Errorf("create: %w", err)
		}
		return f.Close()
	}

# Kinds

  - exit: os.Exit, syscall.Exit, a logger's Exit, or a function that ends in
    one of them.
  - fatal-log: a logger's Fatal: log, zap, zerolog, logrus, klog, glog,
    grpclog, and the loggers of echo, fiber, hertz, iris, kratos and goframe;
    or a function that ends in one of them.
  - goexit: runtime.Goexit, or a logger that calls it, on the goroutine that
    serves the request. The process lives, but the request gets no response.
  - kill: SIGKILL, SIGABRT or SIGQUIT to the process itself.
  - exit-in-callee: a function of another package of the module that ends the
    process if there is an error.

# What it does not report

  - Exits of main, init, commands, signal handlers, workers and whatever else
    no request leads to. A handler that is written in the function of a command
    (cobra, urfave/cli) serves that command.
  - What runs once in the life of the process (sync.Once, sync.OnceValue): it
    has as often as not run before the first request.
  - An exit that a handler puts off, as one that is asked to restart the
    service does: unconditional, in a function given to time.AfterFunc, or on a
    goroutine after time.Sleep, a receive or (*http.Server).Shutdown.
  - os.Exit as the last statement of a handler, with a variable of its own as the
    code: the client asks for that.
  - In a function of another package: exits that do not depend on an error.
  - Functions that panic, such as a logger's Panic: goroutinerecover has to do
    with these.
  - zerolog's Fatal() without Msg or Send, and WithLevel(zerolog.FatalLevel):
    they do not end the process.
  - Loggers that are told to do something else: zap with a fatal hook that
    panics, and in a package that sets zerolog.FatalExitFunc, klog.OsExit or
    the ExitFunc of a logrus logger, all of theirs.
  - SIGTERM, SIGINT and SIGHUP to the process itself: a service that sends them
    handles them.
  - runtime.Goexit on another goroutine than the request's.
  - Calls of an interface's Fatal, unless all that implements it is in the
    package that declares it: the option exits names it then.

# Known problems

Calls through interfaces, and functions that another package hands on, only
the prodvet command follows, by its link step. On six services it reported the
four exits that are labelled; go vet -vettool, which has no link step, three of
them, and the fourth at the handler's call. Neither reported one that is
labelled harmless.

A hook that another package sets (zapcore's, ExitFunc) is not seen.

A function with an *http.Request parameter and nothing else of a request
counts as the server's, unless its package also sends requests that it is
given.

# Fix

None: what to answer instead is yours to decide.

# References

  - https://pkg.go.dev/os#Exit
  - https://pkg.go.dev/log#Fatal
  - https://pkg.go.dev/runtime#Goexit
*/
package processexit
