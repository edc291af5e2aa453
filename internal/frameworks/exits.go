package frameworks

import "sync"

// Exit is a function after whose call nothing follows: the process ends, the
// goroutine ends, or the function panics.
// Source: the executed table of process exits, and the libraries' sources for
// the functions that do the same as one that was executed.
type Exit struct {
	Func
	How How
	// On are functions of which the receiver must come, as zerolog's
	// Fatal().Msg; none: any receiver.
	On []Func
	// Level is the constant that the first argument must be, as its exact
	// string; "" if the function has no level.
	Level string
}

// How says what an Exit does.
type How int

const (
	// ExitsProcess ends the process at once. No deferred call runs.
	ExitsProcess How = iota
	// LogsFatal logs and then ends the process as os.Exit does, at any level
	// that the logger has.
	LogsFatal
	// EndsGoroutine runs the deferred calls of the goroutine and ends it.
	EndsGoroutine
	// Kills ends the process by a signal.
	Kills
	// Panics is what a recover ends.
	Panics
)

// exits returns the functions of a package, or the methods of one of its types,
// that do the same.
func exits(how How, pkg, recv string, names ...string) []Exit {
	var all []Exit
	for _, name := range names {
		all = append(all, Exit{Func: Func{pkg, recv, name}, How: how})
	}
	return all
}

// concat puts lists together.
func concat[T any](lists ...[]T) []T {
	var all []T
	for _, l := range lists {
		all = append(all, l...)
	}
	return all
}

var indexExits = sync.OnceValue(func() map[Func][]Exit {
	x := make(map[Func][]Exit)
	for _, f := range All() {
		for _, e := range f.Exits {
			x[e.Func] = append(x[e.Func], e)
		}
	}
	return x
})

// Exits returns what is known of fn as an exit: more than one row if it depends
// on the receiver. It is the one source for what never returns.
func Exits(fn Func) []Exit { return indexExits()[fn] }

// NeverReturns reports whether no call of fn returns.
func NeverReturns(fn Func) bool {
	for _, e := range Exits(fn) {
		if e.On == nil && e.Level == "" {
			return true
		}
	}
	return false
}

// ExitHook is something of a library that its users set so that its functions
// do something else than to end the process.
type ExitHook struct {
	// Func is a function that returns an option, a variable (without a
	// receiver) or a field.
	Func
	// Instead says what is done with which variable or constant as the
	// function's argument. With others it is not known.
	Instead map[Func]How
}

// ExitHooks returns the hooks of the library with that package.
func ExitHooks(pkg string) []ExitHook { return indexExitHooks()[pkg] }

var indexExitHooks = sync.OnceValue(func() map[string][]ExitHook {
	x := make(map[string][]ExitHook)
	for _, f := range All() {
		for _, p := range f.Packages {
			x[p] = append(x[p], f.ExitHooks...)
		}
	}
	return x
})
