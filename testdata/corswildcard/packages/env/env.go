// Package env is the service's own way to ask the environment.
package env

import (
	"cmp"
	"os"
	"strconv"
	"strings"

	"example.com/thirdparty/env"
)

// Text returns a variable of this service.
func Text(name, fallback string) string { return env.Get(name, fallback) }

// Get returns a variable as parse reads it.
func Get[T any](key string, fallback T, parse func(string) (T, error)) T {
	v, ok := os.LookupEnv(key)
	if !ok {
		return fallback
	}
	parsed, err := parse(v)
	if err != nil {
		return fallback
	}
	return parsed
}

// Or returns a variable or one of the fallbacks.
func Or(key string, fallback ...string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	if len(fallback) > 0 {
		return fallback[0]
	}
	return ""
}

// Bool returns a variable that is true or false.
func Bool(key string, fallback bool) bool {
	v, err := strconv.ParseBool(os.Getenv(key))
	if err != nil {
		return fallback
	}
	return v
}

// Loader asks for variables that begin alike.
type Loader struct{ Prefix string }

// List returns the elements of a variable.
func (l Loader) List(key, fallback string) []string {
	return strings.Split(cmp.Or(os.Getenv(l.Prefix+key), fallback), ",")
}

// Lower does not return its fallback as it is.
func Lower(key, fallback string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return strings.ToLower(fallback) + ".example"
}
