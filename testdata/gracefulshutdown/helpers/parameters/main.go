// How functions of the module stop a server is learnt from their bodies.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/fixtures/gracefulshutdown/helpers/parameters/server"
)

func main() {
	s := server.New(":8080")
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		if err := s.Start(); err != nil {
			log.Fatal(err) // want `^log.Fatal ends the process as soon as s.Stop begins \(line \d+\), since s.Start returns http.ErrServerClosed then, so the requests in flight are cut off; leave that error out$`
		}
	}()
	<-ctx.Done()
	_ = s.Stop(ctx) // want `^s.Stop is given ctx, which has ended by then \(line \d+\), so it returns at once`
}

func endless(s *server.Server) {
	_ = s.Stop(context.Background())       // want `^s.Stop is given a context that never ends, so one request that hangs keeps the process until it is killed; give it one with a timeout$`
	stopBoth(context.TODO(), s)            // want `^stopBoth is given a context that never ends`
	server.Halt(nil, context.Background()) // want `^server.Halt is given a context that never ends`
}

func stopBoth(ctx context.Context, s *server.Server) {
	_ = s.Stop(ctx)
	_ = s.Stop(ctx)
}

func okBounded(s *server.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = s.Stop(ctx)
	stopBoth(ctx, s)
}

func okHandledThere(s *server.Server) {
	if err := s.StartQuietly(); err != nil {
		log.Fatal(err)
	}
}

func okAnother(s, other *http.Server) {
	go server.Halt(other, context.Background()) // want `^server.Halt is given a context that never ends`
	if err := s.ListenAndServe(); err != nil {
		log.Fatal(err)
	}
}
