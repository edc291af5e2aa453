// Package overridden holds allowlists and functions that are never asked.
package overridden

import (
	"net/http"

	gincors "github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
	chicors "github.com/go-chi/cors"
	"github.com/rs/cors"
)

func badStarBeside() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: []string{"https://app.example", "*"}}) // want `^AllowedOrigins has "\*", so "https://app.example" beside it is never consulted and any site can read the responses; list the origins that need access$`
}

func badStarBesideSome() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: []string{"https://a.example", "https://b.example", "*"}}) // want `^AllowedOrigins has "\*", so what else AllowedOrigins has is never consulted`
}

func badFunctionNeverAsked() gin.HandlerFunc {
	return gincors.New(gincors.Config{
		AllowOrigins:    []string{"*"}, // want `^AllowOrigins has "\*", so AllowOriginFunc is never consulted and any site can read the responses`
		AllowOriginFunc: func(origin string) bool { return origin == "https://app.example" },
	})
}

func badFunctionForAll() *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins:  []string{"https://app.example"},
		AllowOriginFunc: func(origin string) bool { return true }, // want `^AllowOriginFunc lets every site in, so AllowedOrigins is never consulted`
	})
}

func badSetAgain(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Origin") == "https://app.example" {
			w.Header().Set("Access-Control-Allow-Origin", "https://app.example")
		}
		w.Header().Set("Access-Control-Allow-Origin", "*") // want `^Access-Control-Allow-Origin is "\*", so what was set before is never consulted`
		h.ServeHTTP(w, r)
	})
}

func badDefaultInstead() gin.HandlerFunc {
	cfg := gincors.DefaultConfig()
	cfg.AllowOrigins = []string{"https://app.example"}
	return gincors.Default() // want `^gincors.Default\(\) lets every origin in, so cfg is never consulted`
}

func okFunctionDecides() *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins:  []string{"*"},
		AllowOriginFunc: func(origin string) bool { return origin == "https://app.example" },
	})
}

func okFunctionDecidesWhoGetsStar() func(http.Handler) http.Handler {
	return chicors.Handler(chicors.Options{
		AllowedOrigins:  []string{"*"},
		AllowOriginFunc: func(r *http.Request, origin string) bool { return origin == "https://app.example" },
	})
}

func okFunctionAdds() gin.HandlerFunc {
	return gincors.New(gincors.Config{
		AllowOrigins:    []string{"https://app.example"},
		AllowOriginFunc: func(origin string) bool { return origin == "https://other.example" },
	})
}

func okSetAgain(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		w.Header().Set("Access-Control-Allow-Origin", "https://app.example")
		h.ServeHTTP(w, r)
	})
}

func okConfigUsed() (gin.HandlerFunc, gin.HandlerFunc) {
	cfg := gincors.DefaultConfig()
	cfg.AllowOrigins = []string{"https://app.example"}
	return gincors.New(cfg), nil
}
