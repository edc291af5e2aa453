// nopeUnknown: which signals, nobody knows.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"time"
)

var signals []os.Signal

func main() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, append(signals, os.Interrupt)...)
	<-quit
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx)
}
