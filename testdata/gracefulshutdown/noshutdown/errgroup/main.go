package main

import (
	"log"
	"net/http"

	"golang.org/x/sync/errgroup"
)

func main() {
	var g errgroup.Group
	g.Go(func() error { return http.ListenAndServe(":8080", nil) }) // want `^http.ListenAndServe serves and nothing`
	if err := g.Wait(); err != nil {
		log.Fatal(err)
	}
}
