package runners

import (
	"net/http"
	"runtime"
)

// Row008: SetFinalizer; the process ends.
func Row008(http.ResponseWriter, *http.Request) {
	for range 10 {
		x := new([64]byte)
		runtime.SetFinalizer(x, func(*[64]byte) { boom() })
	}
	runtime.GC()
	runtime.GC()
}

// Row009: AddCleanup; the process ends.
func Row009(http.ResponseWriter, *http.Request) {
	for range 10 {
		x := new([64]byte)
		runtime.AddCleanup(x, func(int) { boom() }, 1)
	}
	runtime.GC()
	runtime.GC()
}
