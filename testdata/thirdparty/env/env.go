// Package env looks variables of the environment up, as libraries of that kind
// do.
package env

import (
	"os"
	"strings"
)

// Get returns a variable, or fallback if it is not set.
func Get(key, fallback string) string {
	if v, ok := os.LookupEnv(key); ok {
		return v
	}
	return fallback
}

// List returns the elements of a variable, or fallback if it is not set.
func List(key string, fallback []string, sep string) []string {
	v := Get(key, "")
	if v == "" {
		return fallback
	}
	return strings.Split(v, sep)
}

// Home is no setting.
func Home(user, name string) string { return os.Getenv("HOME") + "/" + user + "/" + name }
