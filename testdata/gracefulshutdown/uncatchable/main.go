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
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM, os.Kill) // want `^signal.Notify is given os.Kill, which no process can handle, so it never arrives; remove it$`
	<-quit
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx)
}

func more(ctx context.Context) {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGKILL, syscall.SIGTERM, syscall.SIGSTOP) // want `^signal.NotifyContext is given syscall.SIGKILL`
	defer stop()
	<-ctx.Done()
}

func okCatchable() {
	signal.Notify(make(chan os.Signal, 1), syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGUSR1)
}

func nopeIgnored() { signal.Ignore(syscall.SIGKILL) }

func nopeSent(p *os.Process) error { return p.Signal(os.Kill) }
