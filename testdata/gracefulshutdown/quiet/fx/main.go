package main

import (
	"context"
	"net/http"

	"go.uber.org/fx"
)

func newServer(lc fx.Lifecycle) *http.Server {
	srv := &http.Server{Addr: ":8080"}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go srv.ListenAndServe()
			return nil
		},
		OnStop: srv.Shutdown,
	})
	return srv
}

func main() {
	fx.New(fx.Provide(newServer), fx.Invoke(func(*http.Server) {})).Run()
}
