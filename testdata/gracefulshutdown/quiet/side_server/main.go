// nopeAnotherIsShutDown: what is left is for redirects.
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
	go http.ListenAndServe(":80", http.RedirectHandler("https://example.com", http.StatusMovedPermanently))
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":443"}
	go func() {
		if err := srv.ListenAndServeTLS("cert", "key"); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	last, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = srv.Shutdown(last)
}
