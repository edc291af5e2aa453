package server

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"time"
)

// Run serves until it is interrupted.
func Run() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt)
	<-quit
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx)
}
