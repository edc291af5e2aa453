// Package other has a runner in a file that imports "C".
package other

// static void nothing(void) {}
import "C"

// Run runs f on a goroutine.
func Run(f func()) {
	C.nothing()
	go f()
}
