package safe

import "sync"

// UnsafeGroup runs f and g on goroutines of their own, and nothing recovers.
func UnsafeGroup(f, g func()) {
	var wg sync.WaitGroup
	wg.Go(f)
	wg.Wait()
	g()
}

var kept []func()

// Keep stores f for another goroutine to run.
func Keep(f func()) { kept = append(kept, f) }

// Poll starts a goroutine of its own.
func Poll() {
	go kept[0]()
}
