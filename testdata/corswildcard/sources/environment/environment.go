// Package environment gets its origins from the environment, by all sorts of
// helpers.
package environment

import (
	"errors"
	"net/http"
	"os"
	"strconv"
	"strings"
	"unicode"

	"github.com/rs/cors"
)

func env[T any](key string, fallback T, parse func(string) (T, error)) T {
	v, ok := os.LookupEnv(key)
	if !ok {
		return fallback
	}
	t, err := parse(v)
	if err != nil {
		return fallback
	}
	return t
}

func getEnv(key, fallback string) string {
	if v := strings.TrimSpace(os.Getenv(key)); v != "" {
		return v
	}
	return fallback
}

func getEnvAsSlice(name string, defaults []string, sep string) []string {
	v := getEnv(name, "")
	if v == "" {
		return defaults
	}
	return strings.Split(v, sep)
}

func getEnvList(key, fallback string) []string {
	return splitAndTrim(getEnv(key, fallback))
}

func splitAndTrim(s string) []string {
	var out []string
	for _, part := range strings.Split(s, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

func getEnvBool(key string, fallback bool) bool {
	b, err := strconv.ParseBool(os.Getenv(key))
	if err != nil {
		return fallback
	}
	return b
}

func lookup(key string) (string, bool) {
	v := os.Getenv(key)
	return v, v != ""
}

type loader struct{ prefix string }

func (l *loader) get(key, fallback string) string {
	if v, ok := os.LookupEnv(l.prefix + key); ok {
		return v
	}
	return fallback
}

func parseText(s string) (string, error) { return s, nil }

func parseList(s string) ([]string, error) { return strings.Split(s, ","), nil }

func bad() {
	_ = cors.New(cors.Options{AllowedOrigins: env("ORIGINS", []string{"*"}, parseList)})                                                            // want `^by default AllowedOrigins has "\*"`
	_ = cors.New(cors.Options{AllowedOrigins: []string{env("ORIGIN", "*", parseText)}})                                                             // want `^by default`
	_ = cors.New(cors.Options{AllowedOrigins: getEnvAsSlice("ORIGINS", []string{"*"}, ",")})                                                        // want `^by default`
	_ = cors.New(cors.Options{AllowedOrigins: getEnvList("ORIGINS", "*")})                                                                          // want `^by default`
	_ = cors.New(cors.Options{AllowedOrigins: getEnvList("ORIGINS", "https://a.b, *")})                                                             // want `^by default`
	_ = cors.New(cors.Options{AllowedOrigins: strings.Split(new(loader).get("ORIGINS", "*"), ",")})                                                 // want `^by default`
	_ = cors.New(cors.Options{AllowedOrigins: strings.FieldsFunc(getEnv("ORIGINS", "*;*"), isSep)})                                                 // want `^by default`
	_ = cors.New(cors.Options{AllowedOrigins: strings.FieldsFunc(getEnv("O", "a;*"), func(r rune) bool { return r == ';' || unicode.IsSpace(r) })}) // want `^by default`
}

func isSep(r rune) bool { return r == ';' }

func badTwoResults(w http.ResponseWriter) {
	origin, ok := lookup("ORIGIN")
	if !ok {
		origin = "*"
	}
	w.Header().Set("Access-Control-Allow-Origin", origin) // want `^by default`
}

func badTrimmedInPlace() *cors.Cors {
	origins := strings.Split(getEnv("ORIGINS", " * "), ",") // want `^by default`
	for i := range origins {
		origins[i] = strings.TrimSpace(origins[i])
	}
	return cors.New(cors.Options{AllowedOrigins: origins})
}

func badTrimmedByValue() *cors.Cors {
	parts := strings.Split(getEnv("ORIGINS", " * "), ",") // want `^by default`
	origins := make([]string, len(parts))
	for i, part := range parts {
		origins[i] = strings.ToLower(strings.TrimSpace(part))
	}
	return cors.New(cors.Options{AllowedOrigins: origins})
}

func badClosure() *cors.Cors {
	get := func(key, fallback string) string {
		if v := os.Getenv(key); v != "" {
			return v
		}
		return fallback
	}
	return cors.New(cors.Options{AllowedOrigins: []string{get("ORIGINS", "*")}}) // want `^by default`
}

func badFirst(w http.ResponseWriter) {
	origin := strings.Split(getEnv("ORIGINS", "*"), ",")[0]
	w.Header().Set("Access-Control-Allow-Origin", origin) // want `^by default`
}

func badAllowed() *cors.Cors {
	if getEnvBool("OPEN", true) {
		return cors.New(cors.Options{AllowedOrigins: []string{"*"}})
	}
	return cors.New(cors.Options{AllowedOrigins: []string{"https://app.example"}})
}

func okSwitchedOn() *cors.Cors {
	if getEnvBool("OPEN", false) {
		return cors.New(cors.Options{AllowedOrigins: []string{"*"}}) // somebody has to turn it
	}
	return cors.New(cors.Options{AllowedOrigins: []string{"https://app.example"}})
}

func okRequired() (*cors.Cors, error) {
	origins := getEnvList("ORIGINS", "")
	if len(origins) == 0 {
		return nil, errors.New("ORIGINS is not set")
	}
	return cors.New(cors.Options{AllowedOrigins: origins}), nil
}

func okStarTakenOut() *cors.Cors {
	var origins []string
	for _, o := range strings.Split(getEnv("ORIGINS", "*,https://app.example"), ",") {
		if o == "*" {
			continue
		}
		origins = append(origins, o)
	}
	return cors.New(cors.Options{AllowedOrigins: origins})
}

func okUnknownCondition(yes func(string) bool) *cors.Cors {
	origins := []string{"https://app.example"}
	for _, o := range strings.Split(getEnv("ORIGINS", "*"), ",") {
		if yes(o) {
			origins = append(origins, o)
		}
	}
	return cors.New(cors.Options{AllowedOrigins: origins})
}

func okAllowlist() {
	_ = cors.New(cors.Options{AllowedOrigins: getEnvAsSlice("ORIGINS", []string{"https://app.example"}, ",")})
	_ = cors.New(cors.Options{AllowedOrigins: getEnvList("ORIGINS", "https://app.example")})
	_ = cors.New(cors.Options{AllowedOrigins: env("ORIGINS", []string{"https://app.example"}, parseList)})
}

var _ = okUnknownCondition
