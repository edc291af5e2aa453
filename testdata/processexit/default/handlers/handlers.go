// Package handlers has exits on the request paths of frameworks.
package handlers

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"runtime"
	"sync"
	"syscall"
	"time"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

type API struct{ dir string }

func (a *API) CreateUser(w http.ResponseWriter, r *http.Request) {
	if err := a.save(r.Host); err != nil {
		log.Fatal(err) // want `^log.Fatal ends the process with every request in it; answer with an error instead$`
	}
}

func (a *API) save(name string) error {
	if name == "" {
		log.Fatalf("no name in %s", a.dir) // want `^log.Fatalf ends the process with every request in it \(reached from \(\*API\).CreateUser\); return an error instead$`
	}
	return a.deeper(name)
}

func (a *API) deeper(name string) error {
	if a.dir == "" {
		return nil
	}
	syscall.Exit(3) // want `^syscall.Exit ends the process with every request in it \(reached from \(\*API\).CreateUser through \(\*API\).save\); return an error instead$`
	return errors.New(name)
}

func ginHandler(c *gin.Context) {
	defer c.Abort()
	os.Exit(0) // want `os.Exit ends the process with every request in it; answer with an error instead`
}

func echoHandler(c echo.Context) error {
	if c.Path() == "" {
		c.Logger().Fatal("no path") // want `c.Logger\(\).Fatal ends the process with every request in it; return an error instead`
	}
	return nil
}

func fiberHandler(c *fiber.Ctx) error {
	log.New(os.Stderr, "", 0).Fatalln(c.Path()) // want `log.New\(…\).Fatalln ends the process`
	return nil
}

func hertzHandler(_ context.Context, c *app.RequestContext) {
	logger.Fatal(c.FullPath()) // want `logger.Fatal ends the process`
}

var logger = log.Default()

func router() http.Handler {
	r := chi.NewRouter()
	r.Use(func(next http.Handler) http.Handler {
		if next == nil {
			log.Fatal("no handler") // at start-up
		}
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			authenticate(r)
			next.ServeHTTP(w, r)
		})
	})
	r.Get("/", func(w http.ResponseWriter, _ *http.Request) {
		os.Exit(2) // want `os.Exit ends the process with every request in it; answer`
	})
	return r
}

func authenticate(r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		log.Fatalln("nobody") // want `log.Fatalln ends the process with every request in it; answer`
	}
}

func values(w http.ResponseWriter, _ *http.Request) {
	exit := os.Exit
	exit(1) // want `exit ends the process`
	fatal := logger.Fatal
	fatal("x")                       // want `fatal ends the process`
	osExit(1)                        // want `osExit ends the process`
	defaults.exit(1)                 // want `defaults.exit ends the process`
	defer os.Exit(1)                 // want `os.Exit ends the process`
	(*log.Logger).Fatal(logger, "x") // want `Fatal ends the process`
}

var osExit = os.Exit // for tests

var defaults = struct{ exit func(int) }{exit: os.Exit}

func callbacks(w http.ResponseWriter, _ *http.Request) {
	try(func() error { return nil }, log.Fatal) // want `^log.Fatal ends the process`
	keep(log.Fatal)
	var wg sync.WaitGroup
	wg.Go(func() { os.Exit(1) }) // want `os.Exit ends the process`
	go func() {
		log.Fatal("x") // want `log.Fatal ends the process`
	}()
	time.AfterFunc(time.Second, func() {
		if err := recount(); err != nil {
			os.Exit(1) // want `os.Exit ends the process with every request in it; log it and return instead`
		}
	})
	go func() {
		time.Sleep(time.Second)
		log.Fatal("x") // want `log.Fatal ends the process`
	}()
	go func() {
		os.Exit(1) // want `os.Exit ends the process`
	}()
}

func try(f func() error, failed func(...any)) {
	if err := f(); err != nil {
		failed(err)
	}
}

func keep(func(...any)) {}

func recount() error { return nil }

type logged struct{ *log.Logger }

func embedded(w http.ResponseWriter, _ *http.Request) {
	l := logged{log.Default()}
	l.Fatal("x") // want `l.Fatal ends the process`
}

func first[T any](list []T) T {
	if len(list) == 0 {
		log.Fatal("empty") // want `log.Fatal ends the process with every request in it \(reached from generic\); return an error instead`
	}
	return list[0]
}

func generic(w http.ResponseWriter, r *http.Request) {
	_ = first([]string{r.Host})
	_ = first[int](nil)
}

func goexit(w http.ResponseWriter, _ *http.Request) {
	if w == nil {
		runtime.Goexit() // want `^runtime.Goexit ends the goroutine that serves the request, so that the response is never completed; return instead$`
	}
	stopHere()                    // want `stopHere ends the goroutine that serves the request \(runtime.Goexit in handlers/handlers.go:\d+\), so that the response is never completed; return instead`
	func() { runtime.Goexit() }() // want `runtime.Goexit ends the goroutine`
}

func stopHere() { runtime.Goexit() }

func kill(w http.ResponseWriter, _ *http.Request) {
	_ = syscall.Kill(syscall.Getpid(), syscall.SIGKILL) // want `^syscall.Kill kills the process itself with every request in it; shut the server down instead$`
	_ = syscall.Kill(os.Getpid(), syscall.SIGQUIT)      // want `syscall.Kill kills the process itself`
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		return
	}
	_ = self.Kill()          // want `self.Kill kills the process itself`
	_ = self.Signal(os.Kill) // want `self.Signal kills the process itself`
}

func fromALiteral() http.HandlerFunc {
	load := func() {
		log.Fatal("x") // want `log.Fatal ends the process with every request in it \(reached from fromALiteral\); return an error instead`
	}
	return func(http.ResponseWriter, *http.Request) { load() }
}

// failed is not asked for a code: the exit is the answer to an error.
func failed(w http.ResponseWriter, r *http.Request) {
	code := 1
	if err := r.ParseForm(); err != nil {
		os.Exit(code) // want `^os.Exit ends the process with every request in it; answer with an error instead$`
	}
}

// stops is asked to end the process, but by a constant.
func stops(w http.ResponseWriter, _ *http.Request) {
	os.Exit(3) // want `^os.Exit ends the process with every request in it; answer with an error instead$`
}
