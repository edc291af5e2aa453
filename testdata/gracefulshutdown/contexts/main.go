package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"github.com/valyala/fasthttp"
	"golang.org/x/sync/errgroup"
)

func main() {}

var srv = &http.Server{}

// unbounded-shutdown

func background() {
	_ = srv.Shutdown(context.Background()) // want `^srv.Shutdown is given a context that never ends, so one request that hangs keeps the process until it is killed; give it one with a timeout$`
}

func todo() {
	ctx := context.TODO()
	if err := srv.Shutdown(ctx); err != nil { // want `^srv.Shutdown is given a context that never ends`
		panic(err)
	}
}

func cancelOnly() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	_ = srv.Shutdown(ctx) // want `^srv.Shutdown is given a context that never ends`
}

func values() {
	ctx := context.WithValue(context.Background(), http.ServerContextKey, "v")
	defer srv.Shutdown(ctx) // want `^srv.Shutdown is given a context that never ends`
}

func withoutCancel(ctx context.Context) {
	_ = srv.Shutdown(context.WithoutCancel(ctx)) // want `^srv.Shutdown is given a context that never ends`
}

func echoBackground(e *echo.Echo) error {
	return e.Shutdown(context.Background()) // want `^e.Shutdown is given a context that never ends`
}

func fiberPlain(app *fiber.App) error {
	return app.Shutdown() // want `^app.Shutdown waits for the requests without a bound, so one that hangs keeps the process until it is killed; call app.ShutdownWithTimeout$`
}

func fasthttpPlain(s *fasthttp.Server) error {
	return s.Shutdown() // want `^s.Shutdown waits for the requests without a bound, .*; call s.ShutdownWithContext$`
}

func okTimeout() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx)
}

func okDeadline() {
	ctx, cancel := context.WithDeadline(context.Background(), time.Now().Add(time.Second))
	defer cancel()
	_ = srv.Shutdown(context.WithValue(ctx, http.ServerContextKey, "v"))
}

func okFiber(app *fiber.App) error { return app.ShutdownWithTimeout(time.Second) }

func nopeParameter(ctx context.Context) { _ = srv.Shutdown(ctx) }

func nopeOwnClock() {
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = srv.Shutdown(context.Background())
	}()
	select {
	case <-done:
	case <-time.After(time.Second):
	}
}

func nopeCloseFollows(force chan struct{}) {
	go func() {
		<-force
		_ = srv.Close()
	}()
	_ = srv.Shutdown(context.Background())
}

func nopeCancelled(second chan os.Signal) {
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		<-second
		cancel()
	}()
	_ = srv.Shutdown(ctx)
}

func nopeSecondSignal() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	_ = srv.Shutdown(ctx)
}

func nopeSetTwice(bounded bool) {
	ctx := context.Background()
	if bounded {
		var cancel func()
		ctx, cancel = context.WithTimeout(ctx, time.Second)
		defer cancel()
	}
	_ = srv.Shutdown(ctx)
}

type fake struct{}

func (fake) Shutdown(context.Context) error { return nil }

func nopeNoServer(f fake) error { return f.Shutdown(context.Background()) }

func suppressed() {
	//lint:ignore gracefulshutdown the orchestrator decides how long
	_ = srv.Shutdown(context.Background())
}

// cancelled-context

func sameContext() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	<-ctx.Done()
	_ = srv.Shutdown(ctx) // want `^srv.Shutdown is given ctx, which has ended by then \(line \d+\), so it returns at once and the requests in flight are cut off; give it a context of its own with a timeout$`
}

func derived() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	go func() {
		<-ctx.Done()
		last, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel()
		_ = srv.Shutdown(last) // want `^srv.Shutdown is given last, which has ended by then \(line \d+\)`
	}()
}

func parameter(ctx context.Context) error {
	go func() {
		<-ctx.Done()
		if err := srv.Shutdown(ctx); err != nil { // want `^srv.Shutdown is given ctx, which has ended by then`
			panic(err)
		}
	}()
	return srv.ListenAndServe()
}

func inSelect(ctx context.Context, failed chan error) error {
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return srv.Shutdown(ctx) // want `^srv.Shutdown is given ctx, which has ended by then`
	}
}

func afterSelect(ctx context.Context, failed chan error) error {
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	return srv.Shutdown(ctx) // want `^srv.Shutdown is given ctx, which has ended by then`
}

func cancelledFirst(quit chan os.Signal) {
	ctx, cancel := context.WithCancel(context.Background())
	go work(ctx)
	<-quit
	cancel()
	_ = srv.Shutdown(ctx) // want `^srv.Shutdown is given ctx, which has ended by then \(line \d+\)`
}

func group() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	g, gctx := errgroup.WithContext(ctx)
	g.Go(srv.ListenAndServe)
	g.Go(func() error {
		<-gctx.Done()
		return srv.Shutdown(gctx) // want `^srv.Shutdown is given gctx, which has ended by then`
	})
	g.Go(func() error {
		<-gctx.Done()
		last, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel()
		return srv.Shutdown(last) // want `^srv.Shutdown is given last, which the signal ends \(line \d+\), so it returns at once`
	})
	return g.Wait()
}

func deferred() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	defer func() {
		_ = srv.Shutdown(ctx) // want `^srv.Shutdown is given ctx, which has ended by then`
	}()
	<-ctx.Done()
}

func afterFunc(ctx context.Context) {
	context.AfterFunc(ctx, func() {
		_ = srv.Shutdown(ctx) // want `^srv.Shutdown is given ctx, which has ended by then`
	})
}

type app struct {
	ctx context.Context
	srv *http.Server
}

func (a *app) run() {
	<-a.ctx.Done()
	_ = a.srv.Shutdown(a.ctx) // want `^a.srv.Shutdown is given a.ctx, which has ended by then`
}

func okOwnContext() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	<-ctx.Done()
	last, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = srv.Shutdown(last)
}

func okWithoutCancel(ctx context.Context) {
	<-ctx.Done()
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	_ = srv.Shutdown(last)
}

func okReused() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	<-ctx.Done()
	stop()
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx)
}

func okShadowed(ctx context.Context) {
	<-ctx.Done()
	{
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		_ = srv.Shutdown(ctx)
	}
}

func okParent(parent context.Context) {
	ctx, stop := signal.NotifyContext(parent, syscall.SIGTERM)
	defer stop()
	<-ctx.Done()
	last, cancel := context.WithTimeout(parent, time.Second)
	defer cancel()
	_ = srv.Shutdown(last)
}

func nopeEither(ctx context.Context, quit chan os.Signal) {
	select {
	case <-quit:
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	_ = srv.Shutdown(last)
}

func nopeBefore(ctx context.Context) {
	_ = srv.Shutdown(ctx)
	<-ctx.Done()
}

func nopeOneBranch(ctx context.Context, wait bool) {
	if wait {
		<-ctx.Done()
	}
	_ = srv.Shutdown(ctx)
}

func okDeferredCancel() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	go work(ctx)
	defer func() { _ = srv.Shutdown(ctx) }()
}

func work(context.Context) {}
