package main

import (
	"context"
	"net/http"
	"testing"
)

func TestServe(t *testing.T) {
	srv := &http.Server{Addr: ":0"}
	go srv.ListenAndServe()
	if err := srv.Shutdown(context.Background()); err != nil {
		t.Fatal(err)
	}
	go http.ListenAndServe(":0", nil)
}
