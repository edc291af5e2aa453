// Package silent has exits that no request leads to, and calls that do not exit.
package silent

import (
	"context"
	"errors"
	"log"
	"log/slog"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"strconv"
	"sync"
	"syscall"
	"time"
)

func init() {
	if os.Getenv("HOME") == "" {
		log.Fatal("no home")
	}
}

func nopeMain() {
	mux := http.NewServeMux()
	mux.HandleFunc("/", okHandler)
	if err := http.ListenAndServe(":8080", mux); err != nil {
		log.Fatal(err)
	}
}

func nopeListener(srv *http.Server) {
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
}

func nopeSignals() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	<-c
	os.Exit(0)
}

func nopeConstructor(name string) http.Handler {
	f, err := os.Open(name)
	if err != nil {
		log.Fatal(err)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.ServeContent(w, r, name, time.Time{}, f)
	})
}

func nopeMiddlewareConstructor(next http.Handler) http.Handler {
	if next == nil {
		log.Fatal("no handler")
	}
	return next
}

func nopeBackground(ctx context.Context) {
	if ctx.Err() != nil {
		os.Exit(1)
	}
}

func nopeStored(w http.ResponseWriter, _ *http.Request) {
	fatals = append(fatals, log.Fatal)
}

var fatals []func(...any)

func okHandler(w http.ResponseWriter, r *http.Request) {
	log.Panic("recovered")
	panic("recovered")
}

func okOnce(w http.ResponseWriter, _ *http.Request) {
	once.Do(func() {
		log.Fatal("no configuration")
	})
}

var once sync.Once

func okOtherProcess(w http.ResponseWriter, _ *http.Request) {
	cmd := exec.Command("sleep", "1")
	_ = cmd.Process.Kill()
	_ = syscall.Kill(cmd.Process.Pid, syscall.SIGKILL)
	p, _ := os.FindProcess(cmd.Process.Pid)
	_ = p.Kill()
}

func okGraceful(w http.ResponseWriter, _ *http.Request) {
	_ = syscall.Kill(syscall.Getpid(), syscall.SIGTERM)
	_ = syscall.Kill(syscall.Getpid(), syscall.SIGHUP)
	_ = syscall.Kill(syscall.Getpid(), 0)
	self, _ := os.FindProcess(os.Getpid())
	_ = self.Signal(os.Interrupt)
}

func okRestart(w http.ResponseWriter, _ *http.Request, srv *http.Server, done chan bool) {
	time.AfterFunc(time.Second, func() { os.Exit(0) })
	go func() {
		time.Sleep(time.Second)
		os.Exit(0)
	}()
	go func() {
		_ = srv.Shutdown(context.Background())
		log.Print("bye")
		os.Exit(0)
	}()
	go func() {
		<-done
		os.Exit(0)
	}()
}

func okOtherGoroutine(w http.ResponseWriter, _ *http.Request) {
	go func() { runtime.Goexit() }()
	go worker()
}

func worker() { runtime.Goexit() }

func okOwnFatal(w http.ResponseWriter, l *mine) {
	l.Fatal("x")
	slog.Error("x")
}

type mine struct{}

// Fatal only sounds like it.
func (*mine) Fatal(message string) { log.Print(message) }

func okShadowed(w http.ResponseWriter, _ *http.Request) {
	os := struct{ Exit func(int) }{func(int) {}}
	os.Exit(1)
}

func okParameter(w http.ResponseWriter, exit func(int)) { exit(1) }

func okSetTwice(w http.ResponseWriter, _ *http.Request) {
	exit := os.Exit
	exit = func(int) {}
	exit(1)
}

//lint:ignore processexit an administrator asks for it
func okIgnoredShutdown(w http.ResponseWriter, _ *http.Request) { os.Exit(0) }

func transport(r *http.Request) (*http.Response, error) {
	if r.Body == nil {
		log.Fatal("a client's") // of a package that sends requests
	}
	return http.DefaultTransport.RoundTrip(r)
}

// okAsked is there to end the process: the client says with what code.
func okAsked(w http.ResponseWriter, r *http.Request) {
	code, err := strconv.Atoi(r.URL.Query().Get("code"))
	if err != nil {
		http.Error(w, "no such code", http.StatusBadRequest)
		return
	}
	os.Exit(code)
}
