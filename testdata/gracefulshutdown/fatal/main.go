package main

import (
	"context"
	"errors"
	"log"
	"log/slog"
	"net/http"
	"os"

	"github.com/labstack/echo/v4"
	"go.uber.org/zap"
)

func main() {}

var quit chan os.Signal

func direct(ctx context.Context) {
	srv := &http.Server{}
	go func() {
		log.Fatal(srv.ListenAndServe()) // want `^log.Fatal ends the process as soon as srv.Shutdown begins \(line \d+\), since srv.ListenAndServe returns http.ErrServerClosed then, so the requests in flight are cut off; leave that error out$`
	}()
	<-quit
	_ = srv.Shutdown(ctx)
}

func condition(ctx context.Context) {
	srv := &http.Server{}
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			log.Fatalf("listen: %v", err) // want `^log.Fatalf ends the process as soon as srv.Shutdown begins`
		}
	}()
	<-quit
	_ = srv.Shutdown(ctx)
}

func variable(ctx context.Context, logger *zap.Logger) {
	srv := &http.Server{}
	go func() {
		err := srv.ListenAndServeTLS("cert", "key")
		if err != nil {
			logger.Fatal("listen", zap.Error(err)) // want `^logger.Fatal ends the process as soon as srv.Shutdown begins \(line \d+\), since srv.ListenAndServeTLS returns`
		}
	}()
	<-quit
	_ = srv.Shutdown(ctx)
}

func exits(ctx context.Context) {
	srv := &http.Server{}
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			slog.Error("listen", "err", err)
			os.Exit(1) // want `^os.Exit ends the process as soon as srv.Shutdown begins`
		}
	}()
	<-quit
	_ = srv.Shutdown(ctx)
}

func panics(ctx context.Context) {
	srv := &http.Server{}
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			panic(err) // want `^panic ends the process as soon as srv.Shutdown begins`
		}
	}()
	<-quit
	_ = srv.Shutdown(ctx)
}

func onMain(ctx context.Context) {
	srv := &http.Server{}
	go func() {
		<-quit
		_ = srv.Shutdown(ctx)
	}()
	log.Fatal(srv.ListenAndServe()) // want `^log.Fatal ends the process as soon as srv.Shutdown begins`
}

func inEcho(ctx context.Context) {
	e := echo.New()
	go func() {
		<-quit
		_ = e.Shutdown(ctx)
	}()
	e.Logger.Fatal(e.Start(":1323")) // want `^e.Logger.Fatal ends the process as soon as e.Shutdown begins \(line \d+\), since e.Start returns http.ErrServerClosed then`
}

func die(err error) {
	log.Print(err)
	os.Exit(1)
}

func ownFatal(ctx context.Context) {
	srv := &http.Server{}
	go func() {
		err := srv.ListenAndServe()
		die(err) // want `^die ends the process as soon as srv.Shutdown begins`
	}()
	<-quit
	_ = srv.Shutdown(ctx)
}

type server struct{ srv *http.Server }

func (s *server) start() {
	if err := s.srv.ListenAndServe(); err != nil {
		log.Fatal(err) // want `^log.Fatal ends the process as soon as s.srv.Shutdown begins \(line \d+\), since s.srv.ListenAndServe returns`
	}
}

func (s *server) stop(ctx context.Context) error { return s.srv.Shutdown(ctx) }

func okExcluded(ctx context.Context) {
	srv := &http.Server{}
	go func() {
		if err := srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	<-quit
	_ = srv.Shutdown(ctx)
}

func okCompared(ctx context.Context) {
	srv := &http.Server{}
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	<-quit
	_ = srv.Shutdown(ctx)
}

func okInside(ctx context.Context) {
	srv := &http.Server{}
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			if errors.Is(err, http.ErrServerClosed) {
				return
			}
			log.Fatal(err)
		}
	}()
	<-quit
	_ = srv.Shutdown(ctx)
}

func okLogged(ctx context.Context) {
	srv := &http.Server{}
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			log.Print(err)
		}
	}()
	<-quit
	_ = srv.Shutdown(ctx)
}

func nopeNeverShutDown() {
	srv := &http.Server{}
	log.Fatal(srv.ListenAndServe())
}

func nopeClosed() {
	srv := &http.Server{}
	go func() {
		<-quit
		_ = srv.Close()
	}()
	log.Fatal(srv.ListenAndServe())
}

func nopeAnother(ctx context.Context) {
	srv, other := &http.Server{}, &http.Server{}
	go func() { log.Fatal(other.ListenAndServe()) }()
	<-quit
	_ = srv.Shutdown(ctx)
}

func nopeHandedOn(ctx context.Context) {
	srv := &http.Server{}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		log.Fatal(err)
	case <-quit:
	}
	_ = srv.Shutdown(ctx)
}

func nopeAfterwards(ctx context.Context) {
	srv := &http.Server{}
	if err := srv.ListenAndServe(); err != nil {
		_ = srv.Shutdown(ctx)
		log.Fatal(err)
	}
}

func nopeCondition(ctx context.Context, closing *bool) {
	srv := &http.Server{}
	go func() {
		if err := srv.ListenAndServe(); err != nil && !*closing {
			log.Fatal(err)
		}
	}()
	<-quit
	_ = srv.Shutdown(ctx)
}
