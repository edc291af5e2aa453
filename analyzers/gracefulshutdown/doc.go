/*
Package gracefulshutdown defines an analyzer that reports servers which cut off
requests when they are told to stop.

# Analyzer gracefulshutdown

gracefulshutdown: report servers that cut off requests when they are stopped

It reports servers that nothing shuts down at SIGTERM, and shutdowns that do not
wait for the requests that are served, or wait for ever.

Whoever stops a service (an orchestrator at each deployment, systemd, docker
stop) sends SIGTERM and, some seconds later, SIGKILL. A Go program that does not
handle SIGTERM ends at once: each client whose request is in flight sees its
connection closed, and what a handler was writing is cut off. (*http.Server).Shutdown
closes the listeners, waits until the requests are served, and returns. Most of
what goes wrong with it goes wrong between these: ListenAndServe returns
http.ErrServerClosed as soon as Shutdown begins, not when it is done, and with a
context that has already ended Shutdown does not wait at all.

The rule is about programs. A server is reported if nothing in the program, in
any of the packages of its module, shuts a server down. How a function of the
project serves and shuts down is learnt from its body, across packages.

The prodvet command sees all packages together and reports a server in another
package than main where it is started. Run by go vet, golangci-lint or gopls,
the rule reports it in main, at the call or the import that leads there.

# Example

	package main

	import (
		"context"
		"errors"
		"log"
		"net/http"
		"os/signal"
		"syscall"
		"time"
	)

	func main() {
		ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
		defer stop()
		srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: 5 * time.Second}
		go func() {
			<-ctx.Done()
			stop, cancel := context.WithTimeout(ctx, 10*time.Second)
			defer cancel()
			if err := srv.Shutdown(stop); err != nil { // want `srv.Shutdown is given stop, which has ended by then \(line 18\), so it returns at once`
				log.Print(err)
			}
		}()
		if err := srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) { // want `srv.ListenAndServe returns as soon as srv.Shutdown begins \(line 21\) and main goes on to its end`
			log.Print(err)
		}
	}

Use instead:

	package main

	import (
		"context"
		"errors"
		"log"
		"net/http"
		"os/signal"
		"syscall"
		"time"
	)

	func main() {
		ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
		defer stop()
		srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: 5 * time.Second}
		go func() {
			if err := srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
				log.Print(err)
				stop()
			}
		}()
		<-ctx.Done()
		last, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := srv.Shutdown(last); err != nil {
			log.Print(err)
		}
	}

# Kinds

  - no-shutdown: a program serves and nothing in it shuts a server down. It is
    one finding for all servers that a package starts.
  - sigterm-missing: a server is shut down on an interrupt (Ctrl+C), and nothing
    in the program waits for SIGTERM, which is what a container is sent.
  - unbounded-shutdown: Shutdown is given a context that never ends, or is a
    method that has no bound: one client that does not read keeps the process
    until it is killed.
  - cancelled-context: Shutdown is given the context by whose end it is started,
    or one that is derived from it, so that it does not wait.
  - early-exit: ListenAndServe returns to main, which ends, while Shutdown has
    only begun on another goroutine.
  - server-closed-fatal: the error that ListenAndServe returns when Shutdown
    begins, http.ErrServerClosed, ends the process.
  - uncatchable-signal: SIGKILL or SIGSTOP among the signals to wait for.

# What it does not report

  - Anything in tests, and in programs whose import path has an element such as
    examples, demo, test, e2e or mock.
  - In the kinds no-shutdown and sigterm-missing, packages that no program among
    those that are analysed imports.
  - Servers of programs in which something shuts a server down, be it another
    one: what is left is most often for metrics or profiles. What is known of
    servers behind interfaces and in libraries is little, and speaks for them:
    Shutdown of an interface that a server can be behind, or of a library's type
    that serves; a library's server that is made of the program's handler; an
    http.Server that is handed to a library; the import of a library that
    handles signals itself (tableflip, endless, grace, manners, overseer) or of
    one by which a platform calls the program (AWS Lambda, CGI). Close does not
    count: it does not wait for the requests.
  - Whether the function that shuts down is called, and whether it is called on
    a signal.
  - Servers that listen on localhost or 127.0.0.1, as a constant, or on a Unix
    socket; those that serve metrics, profiles and health checks only, as far as
    their routes are seen; and http.Serve on a listener that something closes or
    that comes from elsewhere.
  - What shuts down by itself: echo v5's Start and StartConfig, hertz's Spin,
    iris' Run and Listen, goframe's Run, go-zero's Start, kratos' App.Run. Whether
    beego's Run does is said by its configuration file.
  - A shutdown without a bound in a function that has a clock (time.After,
    time.AfterFunc, a timer) or calls Close, too; and gRPC's GracefulStop, which
    takes no context.
  - A context that comes from a parameter, if the function itself does not wait
    for its end.
  - early-exit where main, or a function between, may wait for something: it
    receives from a channel, waits for a group, or calls a function of the
    module or a function value after the server has returned; where the
    goroutine that shuts down tells somebody when it is done; and in packages
    that are neither a program nor define commands of cobra or urfave/cli.
  - server-closed-fatal where the condition is more than err != nil, or the
    error is handed on.
  - An unbuffered channel for signal.Notify: go vet reports it.

# Known problems

Two servers of one program are told apart by their variables and fields only
within a package; over the whole program, one that is shut down silences
no-shutdown for all.

A program that is stopped by other means than signals, such as a desktop
application's window, is reported like a service.

# Fix

server-closed-fatal: http.ErrServerClosed is left out of the condition, if the
file imports errors. sigterm-missing: syscall.SIGTERM is added, if the file
imports syscall. uncatchable-signal: the signal is removed, if SIGTERM is among
the others. The rest needs a decision: how long to wait, and for what.

# References

  - https://pkg.go.dev/net/http#Server.Shutdown
  - https://pkg.go.dev/os/signal#NotifyContext
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
*/
package gracefulshutdown
