package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	go func() {
		quit := make(chan os.Signal, 1)
		signal.Notify(quit, os.Interrupt) // want `signal.Notify does not name SIGTERM`
		<-quit
		if err := srv.Shutdown(context.Background()); err != nil { // want `srv.Shutdown is given a context that never ends`
			log.Print(err)
		}
	}()
	log.Fatal(srv.ListenAndServe()) // want `log.Fatal ends the process as soon as srv.Shutdown begins`
}
