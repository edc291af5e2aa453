// Package middleware recovers for handlers, and answers for them or not.
package middleware

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"runtime/debug"

	"github.com/gin-gonic/gin"
)

var verbose bool

type problem struct {
	Status int    `json:"status"`
	Detail string `json:"detail"`
}

func (p problem) Error() string { return p.Detail }

func writeError(w http.ResponseWriter, code int, text string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(problem{code, text})
}

func texts(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				http.Error(w, fmt.Sprint(v), http.StatusTeapot) // want `^http.Error sends the client what the panic says, so internals such as queries, addresses and paths get out; log it, and send a fixed text$`
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// okServerError is errleak's to report.
func okServerError(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				http.Error(w, fmt.Sprint(v), http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func textOfHelper(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			v := recover()
			if v == nil {
				return
			}
			err, ok := v.(error)
			if !ok {
				err = fmt.Errorf("%v", v)
			}
			writeError(w, http.StatusTeapot, err.Error()) // want `^writeError sends the client what the panic says`
		}()
		next.ServeHTTP(w, r)
	})
}

func handlePanic(w http.ResponseWriter) {
	if v := recover(); v != nil {
		fmt.Fprintf(w, "panic: %v\n%s", v, debug.Stack()) // want `^fmt.Fprintf sends the client what the panic says`
	}
}

func deferredHelper(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer handlePanic(w)
		next.ServeHTTP(w, r)
	})
}

func ginText() gin.HandlerFunc {
	return func(c *gin.Context) {
		defer func() {
			if v := recover(); v != nil {
				c.AbortWithStatusJSON(http.StatusBadRequest, gin.H{"error": fmt.Sprintf("%v", v)}) // want `^c.AbortWithStatusJSON sends the client what the panic says`
			}
		}()
		c.Next()
	}
}

func engine() *gin.Engine {
	e := gin.New()
	e.Use(gin.CustomRecovery(func(c *gin.Context, v any) {
		if s, ok := v.(string); ok {
			c.String(http.StatusBadRequest, s) // want `^c.String sends the client what the panic says`
		}
		c.AbortWithStatus(http.StatusInternalServerError)
	}))
	e.Use(gin.CustomRecovery(func(_ *gin.Context, v any) { // want `^gin.CustomRecovery is given a function that answers nothing, so the client sees an empty response with status 200; write an error with status 500$`
		slog.Error("panic", "value", v)
	}))
	return e
}

func silent(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() { // want `^the deferred function recovers and answers nothing, so the client sees an empty response with status 200; write an error with status 500$`
			if v := recover(); v != nil {
				log.Printf("%s: %v", r.URL, v)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func logPanic() {
	if v := recover(); v != nil {
		log.Print(v)
	}
}

func silentHelper(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		defer logPanic() // want `^logPanic recovers and answers nothing`
		next(w, r)
	}
}

func ginSilent(c *gin.Context) {
	defer logPanic() // want `^logPanic recovers and answers nothing`
	c.Next()
}

// A fixed text, and the panic in the log.
func okFixed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				log.Printf("%v\n%s", v, debug.Stack())
				http.Error(w, "internal error", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// A panic on purpose, with what is meant for the client.
func okProblem(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			v := recover()
			if p, ok := v.(problem); ok {
				writeError(w, p.Status, p.Detail)
				return
			}
			switch e := v.(type) {
			case nil:
			case *problem:
				http.Error(w, e.Detail, e.Status)
			default:
				writeError(w, http.StatusInternalServerError, http.StatusText(http.StatusInternalServerError))
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// Under a flag it is somebody's choice.
func okDebug(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				text := "internal error"
				if verbose {
					http.Error(w, fmt.Sprint(v), http.StatusInternalServerError)
					return
				}
				http.Error(w, text, http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// What the project makes of the value may be fit for the client.
func okTranslated(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				code, text := translate(v)
				http.Error(w, text, code)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func translate(v any) (int, string) {
	var p problem
	if err, ok := v.(error); ok && errors.As(err, &p) {
		return p.Status, p.Detail
	}
	return http.StatusInternalServerError, "internal error"
}

// The answer is written after the deferred function.
func okAnsweredLater(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		failed := false
		func() {
			defer func() {
				if v := recover(); v != nil {
					failed = true
				}
			}()
			next.ServeHTTP(w, r)
		}()
		if failed {
			http.Error(w, "internal error", http.StatusInternalServerError)
		}
	})
}

// An earlier defer answers.
func okEarlierDefer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer w.WriteHeader(http.StatusInternalServerError)
		defer logPanic()
		next.ServeHTTP(w, r)
	})
}

// A handler that wraps nothing may do without an answer.
func okHandler(w http.ResponseWriter, r *http.Request) {
	defer logPanic()
	w.WriteHeader(http.StatusNoContent)
}

// A callback that may answer.
func okCallback(next http.Handler, onPanic func(any)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fail := func() { w.WriteHeader(http.StatusInternalServerError) }
		defer func() {
			if v := recover(); v != nil {
				onPanic(v)
				fail()
			}
		}()
		next.ServeHTTP(w, r)
	})
}
