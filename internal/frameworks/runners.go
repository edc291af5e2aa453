package frameworks

import "golang.org/x/mod/semver"

// Runner is a function that runs its argument on another goroutine.
// Source: the executed tables of goroutine runners and of versions.
type Runner struct {
	Func
	Arg      int  // index of the function argument
	Recovers bool // a panic of the argument does not end the process
	// RecoversIn are versions of the library in which it does so besides, or in
	// which the panic comes back in the caller.
	RecoversIn []Versions
	// PropagatesIf is a field that the receiver's type has in the versions of
	// RecoversIn and in no other: a vendored library does not tell its version.
	PropagatesIf string
	// Wrapped is the function whose first argument the runner runs, where Arg is
	// a call of it.
	Wrapped Func
	// Unless are options that make it the contrary of Recovers. They are given
	// to the call, or to what made the receiver; where neither is seen, a runner
	// with such options that does not recover counts as one that does.
	Unless []Option
}

// Option is a function whose result changes how a Runner works.
type Option struct {
	Func
	// IfPanics: it does so if the function that it is given panics.
	IfPanics bool
}

// RunnerField is a field of a struct whose function a library calls on a
// goroutine that nothing recovers.
type RunnerField struct {
	Type
	Field string
	// Only is the constant of the library for which it is called there, "" if it
	// is always: a function that speaks of others and not of this one is not
	// meant.
	Only string
}

// Versions are the versions of a module from one on and before another; "" is
// no bound.
type Versions struct{ From, Before string }

// RecoversAt reports whether r recovers, as it is without options, in that
// version of its module; "" is an unknown one.
func (r *Runner) RecoversAt(version string) bool {
	if version != "" {
		for _, v := range r.RecoversIn {
			if (v.From == "" || semver.Compare(version, v.From) >= 0) && (v.Before == "" || semver.Compare(version, v.Before) < 0) {
				return true
			}
		}
	}
	return r.Recovers
}

// methods returns a runner for each of a type's methods, or of a package's
// functions without a type, that run argument arg.
func methods(pkg, recv string, arg int, recovers bool, names ...string) []Runner {
	var all []Runner
	for _, n := range names {
		all = append(all, Runner{Func: Func{pkg, recv, n}, Arg: arg, Recovers: recovers})
	}
	return all
}

// with returns the runners with an option that makes them the contrary.
func with(runners []Runner, unless Option) []Runner {
	for i := range runners {
		runners[i].Unless = []Option{unless}
	}
	return runners
}
