package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080"}
	go shutdown(ctx, srv)
	err := srv.ListenAndServe() // want `^srv.ListenAndServe returns as soon as shutdown begins \(line \d+\) and main goes on to its end`
	log.Print(err)
	os.Exit(0)
}

func shutdown(ctx context.Context, srv *http.Server) {
	<-ctx.Done()
	last, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = srv.Shutdown(last)
}
