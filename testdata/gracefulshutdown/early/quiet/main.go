package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"google.golang.org/grpc"
)

func main() {
	okGroup()
	okDeferredWait()
	okLoop()
	nopeModule()
	nopeSentBy(make(chan error))
	nopeAfterwards()
	nopeStopsItself()
	okHelper(make(chan struct{}))
	go nopeBeside()
	okSecondStop()
}

func wait(srv *http.Server) {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGTERM)
	<-quit
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx)
}

func okGroup() {
	var wg sync.WaitGroup
	srv := &http.Server{Addr: ":8080"}
	wg.Add(1)
	go func() {
		defer wg.Done()
		wait(srv)
	}()
	_ = srv.ListenAndServe()
	wg.Wait()
}

func okDeferredWait() {
	srv := &http.Server{Addr: ":8080"}
	done := make(chan bool)
	defer func() { <-done }()
	go func() {
		wait(srv)
		done <- true
	}()
	_ = srv.ListenAndServe()
}

func okLoop() {
	for {
		srv := &http.Server{Addr: ":8080"}
		go wait(srv)
		_ = srv.ListenAndServe()
	}
}

func nopeModule() {
	srv := &http.Server{Addr: ":8080"}
	go wait(srv)
	_ = srv.ListenAndServe()
	cleanUp()
}

func cleanUp() { time.Sleep(time.Second) }

func nopeSentBy(err chan error) {
	srv := &http.Server{Addr: ":8080"}
	go func() {
		wait(srv)
		err <- nil
	}()
	_ = srv.ListenAndServe()
}

func nopeAfterwards() {
	srv := &http.Server{Addr: ":8080"}
	go wait(srv)
	if err := srv.ListenAndServe(); errors.Is(err, http.ErrServerClosed) {
		time.Sleep(time.Second)
	}
}

func nopeStopsItself() {
	srv := &http.Server{Addr: ":8080"}
	_ = srv.ListenAndServe()
	wait(srv)
}

func okHelper(done chan struct{}) {
	srv := &http.Server{Addr: ":8080"}
	go waitAndTell(srv, done)
	_ = srv.ListenAndServe()
}

func waitAndTell(srv *http.Server, done chan struct{}) {
	wait(srv)
	close(done)
}

func nopeBeside() {
	srv := &http.Server{Addr: ":8080"}
	go wait(srv)
	_ = srv.ListenAndServe()
}

func okSecondStop() {
	srv := &http.Server{Addr: ":8080"}
	go wait(srv)
	_ = srv.ListenAndServe()
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx)
}

func nopeNotCalled() {
	srv := &http.Server{Addr: ":8080"}
	go wait(srv)
	log.Print(srv.ListenAndServe())
}

func nopeGRPC(s *grpc.Server) {
	go func() {
		time.Sleep(time.Second)
		s.GracefulStop()
	}()
	_ = s.Serve(nil)
}
