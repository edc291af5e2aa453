// Package middleware hands middleware to yes, if it recovers, and to no.
package middleware

import (
	"log"
	"net/http"

	"example.com/thirdparty/safe"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

func yes(any) {}
func no(any)  {}

func answer(w http.ResponseWriter) {
	if v := recover(); v != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// Plain recovers for the handler that it is given.
func Plain(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer answer(w)
		next.ServeHTTP(w, r)
	})
}

func withOptions(l *log.Logger) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		fn := func(w http.ResponseWriter, r *http.Request) {
			defer func() {
				if v := recover(); v != nil {
					l.Print(v)
				}
			}()
			next.ServeHTTP(w, r)
		}
		return http.HandlerFunc(fn)
	}
}

func handlerFuncs(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		defer answer(w)
		next(w, r)
	}
}

func delegates(next http.Handler) http.Handler { return Plain(next) }

type guard struct{ next http.Handler }

func (g *guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer answer(w)
	g.next.ServeHTTP(w, r)
}

func newGuard(next http.Handler) http.Handler { return &guard{next} }

type app struct{ log *log.Logger }

func (a *app) recoverPanic(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				a.log.Print(v)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func inALiteral(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		func() {
			defer answer(w)
			next.ServeHTTP(w, r)
		}()
	})
}

// protect runs f with a recover in place.
func protect(w http.ResponseWriter, f func()) {
	defer answer(w)
	f()
}

func byHelper(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		protect(w, func() { next.ServeHTTP(w, r) })
	})
}

func helperForAnother(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		protect(w, func() { log.Print(r.URL) })
		next.ServeHTTP(w, r)
	})
}

func wrapsItself(next http.Handler) http.Handler {
	var again func(http.Handler) http.Handler
	again = func(h http.Handler) http.Handler { return again(h) }
	return again(next)
}

func ginHandler(c *gin.Context) {
	defer func() {
		if v := recover(); v != nil {
			c.AbortWithStatus(500)
		}
	}()
	c.Next()
}

func ginConstructor() gin.HandlerFunc {
	return func(c *gin.Context) {
		defer func() {
			if v := recover(); v != nil {
				c.AbortWithStatus(500)
			}
		}()
		c.Next()
	}
}

func ginWrapsTheLibrarys() gin.HandlerFunc {
	return gin.CustomRecovery(func(c *gin.Context, _ any) { c.AbortWithStatus(500) })
}

func logs(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer log.Print("served")
		next.ServeHTTP(w, r)
	})
}

func tooLate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r)
		defer answer(w)
	})
}

func ineffective(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() { answer(w) }()
		next.ServeHTTP(w, r)
	})
}

func recoversWhileBuilding(next http.Handler) http.Handler {
	defer func() { _ = recover() }()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) })
}

func repanics(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				log.Print(v)
				panic(v)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// protectsItself is a handler, not a middleware.
func protectsItself(w http.ResponseWriter, r *http.Request) {
	defer answer(w)
	log.Print(r.URL)
}

func ginLogs(c *gin.Context) { c.Next() }

func use(a *app, h http.Handler) {
	var twice, plainTwice func(n int) func(http.Handler) http.Handler
	twice = func(n int) func(http.Handler) http.Handler {
		if n > 0 {
			return twice(n - 1)
		}
		return Plain
	}
	yes(twice(2))
	plainTwice = func(n int) func(http.Handler) http.Handler {
		if n > 0 {
			return plainTwice(n - 1)
		}
		return logs
	}
	no(plainTwice(2))

	yes(middleware.Recoverer)
	yes(gin.Recovery())
	yes(gin.CustomRecovery(func(*gin.Context, any) {}))
	yes(safe.Middleware)
	yes(safe.NewMiddleware(500))
	yes(Plain)
	yes((Plain))
	yes(Plain(h))
	yes(withOptions(log.Default()))
	yes(handlerFuncs)
	yes(delegates)
	yes(newGuard)
	yes(&guard{h})
	yes(a.recoverPanic)
	yes(inALiteral)
	yes(byHelper)
	yes(ginHandler)
	yes(gin.HandlerFunc(ginHandler))
	yes(ginConstructor())
	yes(ginWrapsTheLibrarys())
	yes(func(next http.Handler) http.Handler { return Plain(next) })
	yes(func(c *gin.Context) { defer func() { _ = recover() }(); c.Next() })
	variable := withOptions(nil)
	yes(variable)

	no(helperForAnother)
	no(wrapsItself)
	no(logs)
	no(logs(h))
	no(tooLate)
	no(ineffective)
	no(recoversWhileBuilding)
	no(repanics)
	no(http.HandlerFunc(protectsItself))
	no(withOptions) // not yet a middleware
	no(ginConstructor)
	no(ginLogs)
	no(gin.Logger())
	no(middleware.Logger)
	no(h)
	no(chi.NewRouter())
}
