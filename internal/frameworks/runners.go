package frameworks

// Runner is a function that runs its argument on another goroutine.
// Source: the executed table of goroutine runners.
type Runner struct {
	Func
	Arg      int  // index of the function argument
	Recovers bool // a panic of the argument does not end the process
	// PropagatesIf is a field that the receiver's type has only in the versions
	// in which a panic comes back in the caller, or "".
	PropagatesIf string
}
