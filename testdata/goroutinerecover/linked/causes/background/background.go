// Package background runs for other packages.
package background

func Run(f func()) { // want `^Run runs what 5 callers give it on goroutines that nothing recovers, so a panic in one of them ends the process; defer a recover in the goroutine that it starts$`
	go f()
}

// Few is given too few functions to be told of itself.
func Few(f func()) {
	go f()
}

//lint:ignore goroutinerecover what it is given is known not to panic
func Quiet(f func()) {
	go f()
}
