package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	okElsewhere(srv)
	okAll()
	nopeReload()
	nopeUnknown([]os.Signal{os.Interrupt})
}

// okElsewhere: another call names SIGTERM.
func okElsewhere(srv *http.Server) {
	first, second := make(chan os.Signal, 1), make(chan os.Signal, 1)
	signal.Notify(first, os.Interrupt)
	signal.Notify(second, syscall.SIGTERM)
	select {
	case <-first:
	case <-second:
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx)
}

func okAll() { signal.Notify(make(chan os.Signal, 1)) }

func nopeReload() { signal.Notify(make(chan os.Signal, 1), syscall.SIGHUP) }

func nopeUnknown(signals []os.Signal) { signal.Notify(make(chan os.Signal, 1), signals...) }
