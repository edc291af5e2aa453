// Package mw has middleware for the packages that import it.
package mw

import (
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
)

// User panics if the session middleware has not run.
func User() gin.HandlerFunc {
	return func(c *gin.Context) {
		c.Set("name", c.MustGet("user").(string))
		c.Next()
	}
}

// Tenant panics for an unknown tenant.
func Tenant(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Host == "" {
			panic("no tenant")
		}
		next.ServeHTTP(w, r)
	})
}

type account struct{ next http.Handler }

// Account returns middleware that is a type of ours.
func Account() func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler { return &account{next} }
}

func (a *account) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Account", r.Context().Value("account").(string))
	a.next.ServeHTTP(w, r)
}

// Recover is recovery.
func Recover(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				log.Print(v)
				http.Error(w, "internal", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}
