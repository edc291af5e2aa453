// What main calls returns, and so does main.
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

type app struct{ srv *http.Server }

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	a := &app{&http.Server{Addr: ":8080"}}
	return a.serve()
}

func (a *app) serve() error {
	go func() {
		quit := make(chan os.Signal, 1)
		signal.Notify(quit, syscall.SIGTERM)
		<-quit
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		_ = a.srv.Shutdown(ctx)
	}()
	err := a.srv.ListenAndServe() // want `^a.srv.ListenAndServe returns as soon as a.srv.Shutdown begins \(line \d+\) and serve goes on to its end`
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}
