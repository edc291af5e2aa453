// Package chi holds policies made with github.com/go-chi/cors.
package chi

import (
	"net/http"
	"strings"

	chirouter "github.com/go-chi/chi/v5"
	"github.com/go-chi/cors"
)

func bad(r chirouter.Router) {
	r.Use(cors.AllowAll().Handler)                                                                                 // want `^cors.AllowAll\(\) lets every origin in`
	r.Use(cors.Handler(cors.Options{}))                                                                            // want `^cors.Options without AllowedOrigins lets every origin in`
	r.Use(cors.Handler(cors.Options{AllowedOrigins: []string{"*"}}))                                               // want `^AllowedOrigins has "\*", so any site can read`
	r.Use(cors.New(cors.Options{AllowedOrigins: []string{"*"}, AllowCredentials: true}).Handler)                   // want `^AllowedOrigins has "\*" and AllowCredentials is true, so browsers refuse`
	r.Use(cors.Handler(cors.Options{AllowedOrigins: []string{"https://*", "http://*"}}))                           // want `^AllowedOrigins has "https://\*", which matches every origin of a scheme, so any site can read`
	r.Use(cors.Handler(cors.Options{AllowedOrigins: []string{"http://*"}, AllowCredentials: !false}))              // want `^AllowedOrigins has "http://\*", .* so any site can send requests with the user's cookies`
	r.Use(cors.Handler(cors.Options{AllowOriginFunc: anyOrigin}))                                                  // want `^AllowOriginFunc lets every site in, so any site can read`
	r.Use(cors.Handler(cors.Options{AllowOriginFunc: anyOrigin, AllowCredentials: true}))                          // want `^AllowOriginFunc lets every site in and AllowCredentials is true, so any site can send`
	r.Use(cors.Handler(cors.Options{AllowedOrigins: []string{"https://app.example"}, AllowOriginFunc: anyOrigin})) // want `^AllowOriginFunc lets every site in`
}

func anyOrigin(r *http.Request, origin string) bool { return true }

// The answer is "*" all the same, which browsers refuse.
func badStarStays(r chirouter.Router) {
	r.Use(cors.Handler(cors.Options{
		AllowedOrigins:   []string{"*"}, // want `so browsers refuse`
		AllowOriginFunc:  anyOrigin,
		AllowCredentials: true,
	}))
}

func ok(r chirouter.Router) {
	r.Use(cors.Handler(cors.Options{AllowedOrigins: []string{"https://app.example"}, AllowCredentials: true}))
	r.Use(cors.Handler(cors.Options{AllowedOrigins: strings.Split("", ","), AllowCredentials: true}))
	r.Use(cors.Handler(cors.Options{AllowedOrigins: []string{"https://*.app.example"}, AllowCredentials: true}))
	r.Use(cors.Handler(cors.Options{AllowOriginFunc: func(r *http.Request, o string) bool { return o == "https://"+r.Host }}))
	r.Use(cors.Handler(cors.Options{AllowedOrigins: []string{"*"}, AllowOriginFunc: func(_ *http.Request, o string) bool { return strings.HasSuffix(o, ".app.example") }}))
}
