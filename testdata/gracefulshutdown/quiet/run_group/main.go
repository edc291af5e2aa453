package main

import (
	"context"
	"log"
	"net/http"
	"syscall"
	"time"

	"github.com/oklog/run"
)

func main() {
	var g run.Group
	srv := &http.Server{Addr: ":8080"}
	g.Add(srv.ListenAndServe, func(error) {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		_ = srv.Shutdown(ctx)
	})
	g.Add(run.SignalHandler(context.Background(), syscall.SIGTERM))
	log.Print(g.Run())
}
