package runners

import (
	"net/http"
	"time"

	ants "github.com/panjf2000/ants/v2"
)

// Row038: Submit (default pool): recovered and logged; the process goes on.
func Row038(http.ResponseWriter, *http.Request) {
	_ = ants.Submit(boom)
	time.Sleep(50 * time.Millisecond)
}

// Row039: (*Pool).Submit; the process goes on.
func Row039(http.ResponseWriter, *http.Request) {
	p, _ := ants.NewPool(1)
	_ = p.Submit(boom)
	time.Sleep(50 * time.Millisecond)
}

// Row040: NewPoolWithFunc; the process goes on.
func Row040(http.ResponseWriter, *http.Request) {
	p, _ := ants.NewPoolWithFunc(1, func(any) { boom() })
	_ = p.Invoke(1)
	time.Sleep(50 * time.Millisecond)
}

// Row041: (*Pool).Submit, WithPanicHandler that panics; the process ends.
func Row041(http.ResponseWriter, *http.Request) {
	p, _ := ants.NewPool(1, ants.WithPanicHandler(func(v any) { panic(v) }))
	_ = p.Submit(boom)
	time.Sleep(50 * time.Millisecond)
}
