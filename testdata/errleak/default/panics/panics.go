// Package panics has recovery that sends what was recovered.
package panics

import (
	"fmt"
	"log"
	"net/http"
	"runtime"
	"runtime/debug"

	"github.com/gin-gonic/gin"
)

func recovers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				http.Error(w, fmt.Sprint(v), 500) // want `^http.Error sends what the panic says with status 500, so clients read internal details; log it and send a constant text$`
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func ginRecovers(c *gin.Context) {
	defer func() {
		if err := recover(); err != nil {
			c.AbortWithStatusJSON(500, gin.H{"error": gin.H{"message": fmt.Sprintf("panic: %v", err)}}) // want `^c.AbortWithStatusJSON sends what the panic says`
		}
	}()
	c.Next()
}

var custom = gin.CustomRecovery(func(c *gin.Context, v any) {
	c.String(http.StatusInternalServerError, "%v", v) // want `^c.String sends what the panic says`
})

func named(c *gin.Context, v any) {
	if err, ok := v.(error); ok {
		c.JSON(500, err.Error()) // want `^c.JSON sends what the panic says`
	}
}

var _ = gin.CustomRecovery(named)

func handed(w http.ResponseWriter) {
	defer func() {
		if v := recover(); v != nil {
			answer(w, v) // want `^answer sends what the panic says`
		}
	}()
	panic("x")
}

func answer(w http.ResponseWriter, v any) {
	w.WriteHeader(500)
	fmt.Fprintln(w, "panic:", v)
}

func stacks(w http.ResponseWriter) {
	defer func() {
		if recover() != nil {
			http.Error(w, trace(), 500) // want `^http.Error sends the stack`
			buf := make([]byte, 1024)
			n := runtime.Stack(buf, false)
			w.WriteHeader(500)
			w.Write(buf[:n]) // want `^w.Write sends the stack`
		}
	}()
}

func trace() string { return string(debug.Stack()) }

func okLogged(w http.ResponseWriter) {
	defer func() {
		if v := recover(); v != nil {
			log.Printf("%v\n%s", v, debug.Stack())
			http.Error(w, "internal error", 500)
		}
	}()
}

type abort struct{ Text string }

func (a abort) Error() string { return a.Text }

// okOwn: a panic with a type of the project's own is a way to answer.
func okOwn(w http.ResponseWriter) {
	defer func() {
		if a, ok := recover().(abort); ok {
			http.Error(w, a.Error(), 500)
		}
	}()
}
