// Package fallback holds policies that are open when nobody has configured
// anything.
package fallback

import (
	"cmp"
	"flag"
	"net/http"
	"os"
	"strings"

	"github.com/rs/cors"
)

func badEnvironment(w http.ResponseWriter, r *http.Request) {
	origin := os.Getenv("ALLOW_ORIGIN")
	if origin == "" {
		origin = "*"
	}
	w.Header().Set("Access-Control-Allow-Origin", origin) // want `^by default Access-Control-Allow-Origin is "\*", so any site can read the responses`
}

func badSplit() *cors.Cors {
	origins := os.Getenv("ALLOW_ORIGINS")
	if len(origins) == 0 {
		origins = "*"
	}
	return cors.New(cors.Options{
		AllowedOrigins: strings.Split(origins, ","), // want `^by default AllowedOrigins has "\*"`
	})
}

func badOrigins() []string {
	if v, ok := os.LookupEnv("ALLOW_ORIGINS"); ok {
		return strings.Split(v, ",")
	}
	return []string{
		"*", // want `^by default AllowedOrigins has "\*" and AllowCredentials is true, so browsers refuse`
	}
}

func badFunction() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: badOrigins(), AllowCredentials: true})
}

func env(key, fallback string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return fallback
}

func badHelper() *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins: []string{env("ALLOW_ORIGIN", "*")}, // want `^by default AllowedOrigins has "\*"`
	})
}

type config struct{ origins []string }

func load() *config {
	return &config{origins: strings.Split(env("ALLOW_ORIGINS", "*"), ",")} // want `^by default AllowedOrigins has "\*"`
}

func badField(c *config) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: c.origins})
}

// Without the variable the list is empty, which means everybody.
func badFields() *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins: strings.Fields(os.Getenv("ALLOW_ORIGINS")), // want `^by default AllowedOrigins is empty, which lets every origin in, so any site`
	})
}

var origin = flag.String("allow-origin", "*", "who may read") // want `^-allow-origin is "\*" by default and becomes Access-Control-Allow-Origin, so`

func badFlag(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", *origin)
}

func badOr(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", cmp.Or(os.Getenv("ALLOW_ORIGIN"), "*")) // want `^by default`
}

func okRestrictedFallback() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: []string{env("ALLOW_ORIGIN", "https://app.example")}})
}

func okNobody() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: strings.Split(os.Getenv("ALLOW_ORIGINS"), ",")})
}

func okSwitchedOn(h http.Handler) http.Handler {
	if os.Getenv("PUBLIC") == "yes" {
		return cors.AllowAll().Handler(h)
	}
	return h
}

func badSwitchedOff(h http.Handler) http.Handler {
	if os.Getenv("PRIVATE") == "yes" {
		return h
	}
	return cors.AllowAll().Handler(h) // want `AllowAll`
}

var public = flag.Bool("public", false, "let everybody read")

func okFlagOff(h http.Handler) http.Handler {
	if *public {
		return cors.AllowAll().Handler(h)
	}
	return h
}

func okDevelopmentByDefault(w http.ResponseWriter, r *http.Request) {
	origin := "https://app.example"
	if os.Getenv("ENV") != "production" {
		origin = "*"
	}
	w.Header().Set("Access-Control-Allow-Origin", origin)
}

func badReassigned(key, fallback string) string {
	if os.Getenv(key) != "" {
		fallback = "https://app.example"
	}
	return strings.ToLower(fallback)
}

func badThrough(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", badReassigned("X", "*")) // want `^by default`
}

func okRequired(w http.ResponseWriter, r *http.Request) {
	origin := os.Getenv("ALLOW_ORIGIN")
	if origin == "" {
		http.Error(w, "not configured", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Access-Control-Allow-Origin", origin)
}

func badEmptyByDefault() *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins: strings.Fields(os.Getenv("ORIGINS")), // want `^by default AllowedOrigins is empty, which lets every origin in, so any site can read the responses; list the origins that need access$`
	})
}
