package main

import (
	"log"
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
)

func main() {
	r := chi.NewRouter()
	srv := http.Server{Addr: ":8080", Handler: r, ReadHeaderTimeout: time.Second}
	if err := srv.ListenAndServe(); err != nil { // want `^srv.ListenAndServe serves and nothing`
		log.Fatal(err)
	}
}
