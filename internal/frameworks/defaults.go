package frameworks

import "sync"

// Occasion is when a framework answers by itself, in its own form, if the service
// does not say how: a set of the constants below.
type Occasion uint8

const (
	UnknownRoute  Occasion = 1 << iota // no route has the path
	UnknownMethod                      // a route has the path, and not the method
	Panicked                           // a handler panics, and the framework's recovery recovers it
	TooLarge                           // the body is larger than the server reads
	TimedOut                           // the handler takes longer than a middleware allows
)

// occasionNames are what messages call the occasions, in the order of the
// constants.
var occasionNames = []string{"unknown routes", "unknown methods", "panics", "too large bodies", "slow requests"}

// Names returns what messages call the occasions of the set.
func (o Occasion) Names() []string {
	var names []string
	for i, name := range occasionNames {
		if o&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return names
}

// Default is what a router, or a library's middleware, answers by itself.
// Source: the executed tables of default bodies and of what the central handlers
// cover, per framework version.
type Default struct {
	On    Occasion
	Sends string   // as messages tell it: `"404 page not found" as text/plain`
	Keys  []string // of a JSON object, each "name:type"; none of anything else

	// Enabled marks an answer that the router gives only if it is told to: see
	// Setting. Until then it takes the occasion for an unknown route.
	Enabled bool
	// Central: where the framework's central error handler is set, that answers
	// instead.
	Central bool
	// Write is what a service writes to answer itself, with %s for the router: "set
	// %s.NotFound".
	Write string
	// Bare marks an answer of a function's middleware only if it is given nothing.
	Bare bool
}

// Answer is the Default of a library's middleware, or of the recovery that a
// constructor registers.
type Answer struct {
	Func
	Default
}

// Setting is a field, an option's function or its variable that says how a router
// answers on an occasion. Fields have the type of their struct as receiver.
type Setting struct {
	Func
	Sets    Occasion       // answers them with what it is given
	Enables Occasion       // has the router answer them at all
	Pages   bool           // the router renders pages
	Runs    MiddlewareKind // what it is given runs around all routes, inside all that wraps the router
}

type defaultIndex struct {
	answers  map[Func]Default
	settings map[Func]Setting
	configs  map[Type]bool
}

var indexDefaults = sync.OnceValue(func() defaultIndex {
	x := defaultIndex{make(map[Func]Default), make(map[Func]Setting), make(map[Type]bool)}
	for _, f := range All() {
		for _, a := range f.Answers {
			x.answers[a.Func] = a.Default
		}
		for _, s := range f.Settings {
			x.settings[s.Func] = s
			x.configs[Type{s.Pkg, s.Recv}] = s.Recv != ""
		}
	}
	return x
})

// Configures reports whether a field of the struct t is a Setting or a central error
// handler.
func Configures(t Type) bool {
	if indexDefaults().configs[t] {
		return true
	}
	for f := range centrals() {
		if f.Pkg == t.Pkg && f.Recv == t.Name {
			return true
		}
	}
	return false
}

// AnswerOf returns what the library's middleware f answers by itself; ok is false
// if it answers nothing.
func AnswerOf(f Func) (d Default, ok bool) {
	d, ok = indexDefaults().answers[f]
	return d, ok
}

// SettingOf returns what f, a field with the type that declares it as its receiver,
// a function or a variable, says of a router; ok is false if the tables do not list
// it.
func SettingOf(f Func) (s Setting, ok bool) {
	s, ok = indexDefaults().settings[f]
	return s, ok
}
