package unpacked

import (
	"compress/gzip"
	"io"
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
)

type order struct{ ID string }

// Middleware that puts what is decompressed in the body's place.

func badGunzip() gin.HandlerFunc {
	return func(c *gin.Context) {
		if c.GetHeader("Content-Encoding") == "gzip" {
			zr, err := gzip.NewReader(c.Request.Body)
			if err != nil {
				c.AbortWithStatus(http.StatusBadRequest)
				return
			}
			c.Request.Body = io.NopCloser(zr) // want `c.Request.Body becomes all that gzip.NewReader makes of it on POST /orders, so a small body can fill the memory; put http.MaxBytesReader around it`
		}
		c.Next()
	}
}

func limit(c *gin.Context) {
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, 1<<20)
	c.Next()
}

func bind(c *gin.Context) { log.Print(c.ShouldBindJSON(new(order))) }

// The limit is outside.
func limitedBefore() error {
	r := gin.New()
	r.Use(limit, badGunzip())
	r.POST("/orders", bind)
	return r.Run()
}

func okGunzip(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		zr, err := gzip.NewReader(r.Body)
		if err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		r.Body = zr
		next.ServeHTTP(w, r)
	})
}

func limited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
		next.ServeHTTP(w, r)
	})
}

func okBoundedInGunzip(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		zr, err := gzip.NewReader(r.Body)
		if err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		r.Body = http.MaxBytesReader(w, zr, 1<<20)
		next.ServeHTTP(w, r)
	})
}

func okBoundedAfterGunzip(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		zr, err := gzip.NewReader(r.Body)
		if err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		r.Body = zr
		r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
		next.ServeHTTP(w, r)
	})
}

func read(_ http.ResponseWriter, r *http.Request) { log.Print(io.ReadAll(r.Body)) }

func readLimited(w http.ResponseWriter, r *http.Request) {
	log.Print(io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20)))
}

func ok() error {
	r := chi.NewRouter()
	r.With(okGunzip, limited).Post("/limited-inside", read)
	r.With(okBoundedInGunzip).Post("/bounded", read)
	r.With(okBoundedAfterGunzip).Post("/bounded-after", read)
	r.With(okGunzip).Post("/limited-by-handler", readLimited)
	return http.ListenAndServe(":80", r)
}
