// Package settings knows what the configuration files of a repository say: the
// .env, YAML, JSON and TOML files that a service is deployed with. It is data
// only; package settingsfile reads the files, and only for the prodvet binary.
package settings

import (
	"slices"
	"strings"
)

// Environment is the configuration that one deployment of a service runs with:
// the files that belong to it, over those that belong to none.
type Environment struct {
	// Name is what its files are named for, such as "production"; "" if the
	// repository has no file that is named for an environment.
	Name string

	variables map[string]Value
	keys      map[string][]key // by the last segment
}

// key is a key of a structured file, such as cors.allowed_origins.
type key struct {
	path     string   // as the file has it
	segments []string // normalized
	value    Value
}

// Value is what a file says for a key.
type Value struct {
	// Items are the elements of a list. A single text is one item; it stays
	// one if the program splits it later. Without items, a value that is no
	// List is not Known.
	Items []string
	List  bool
	// Path is the file, relative to the module's root and with slashes; Line
	// is where the value stands in it, from 1.
	Path string
	Line int
}

// Known reports whether the value is in the file. It is not if the file refers
// to something that only the deployment knows (${CORS_ORIGINS}), if files
// disagree, or if what was asked for may be one of several keys. Then there is
// a value, so defaults in the code do not count, and nothing is known of it.
func (v Value) Known() bool { return v.List || len(v.Items) > 0 }

// New returns the environment of that name, given its environment variables by
// name and the keys of its other files by path, with dots between the segments.
func New(name string, variables, keys map[string]Value) *Environment {
	e := &Environment{Name: name, variables: variables, keys: make(map[string][]key)}
	for path, v := range keys {
		segments := split([]string{path})
		last := segments[len(segments)-1]
		e.keys[last] = append(e.keys[last], key{path, segments, v})
	}
	return e
}

// Variable returns the value of the environment variable of exactly that name;
// ok is false if no file of the environment mentions it. A value that is not
// Known is ok.
func (e *Environment) Variable(name string) (v Value, ok bool) {
	v, ok = e.variables[name]
	return v, ok
}

// Key returns the value of a key of the structured files, given the segments
// of its path or, as viper and koanf have it, one text with dots; ok is false
// if the files do not mention it. A value that is not Known is ok.
//
// Case, '-' and '_' do not matter. The path that is asked for may be the end
// of the path in the file, because a program can read a part of a file, or a
// struct in a struct: "allowed_origins" finds cors.allowedOrigins, unless
// there is an allowed_origins at the top. If it is the end of several that
// differ, the value is not Known.
//
// A variable whose name is the whole path, joined by '_', counts as a key too:
// libraries read keys from the environment, and .env files as configuration.
func (e *Environment) Key(path ...string) (v Value, ok bool) {
	segments := split(path)
	var found []key
	for _, k := range e.keys[segments[len(segments)-1]] {
		if endsWith(k.segments, segments) {
			found = append(found, k)
		}
	}
	found = narrow(found, func(k key) bool { return len(k.segments) == len(segments) })
	found = narrow(found, func(k key) bool { return k.path == strings.Join(path, ".") })
	values := e.named(strings.Join(segments, ""))
	for _, k := range found {
		values = append(values, k.value)
	}
	if len(values) == 0 {
		return Value{}, false
	}
	return agreed(values), true
}

// narrow returns the keys that satisfy cond, or all if none does.
func narrow(keys []key, cond func(key) bool) []key {
	if some := slices.DeleteFunc(slices.Clone(keys), func(k key) bool { return !cond(k) }); len(some) > 0 {
		return some
	}
	return keys
}

// named returns the values of the variables whose normalized name is name.
func (e *Environment) named(name string) (values []Value) {
	for n, v := range e.variables {
		if normalize(n) == name {
			values = append(values, v)
		}
	}
	return values
}

// agreed returns the first, by file and line, of values if all say the same.
// Otherwise it returns one that is not Known.
func agreed(values []Value) Value {
	first := slices.MinFunc(values, compare)
	for _, v := range values {
		if v.List != first.List || !slices.Equal(v.Items, first.Items) {
			return Value{Path: first.Path, Line: first.Line}
		}
	}
	return first
}

func compare(a, b Value) int {
	if c := strings.Compare(a.Path, b.Path); c != 0 {
		return c
	}
	return a.Line - b.Line
}

// split returns the normalized segments of a path, of which there is at least
// one.
func split(path []string) []string {
	segments := strings.Split(strings.Join(path, "."), ".")
	for i, s := range segments {
		segments[i] = normalize(s)
	}
	return segments
}

// normalize returns a key as libraries that map keys to struct fields and
// variables compare it.
func normalize(s string) string {
	return strings.NewReplacer("-", "", "_", "").Replace(strings.ToLower(s))
}

func endsWith(path, end []string) bool {
	return len(path) >= len(end) && slices.Equal(path[len(path)-len(end):], end)
}
