// Package configured is vetted with runners that are known to recover.
package configured

import (
	"net/http"

	"example.com/thirdparty/safe"
)

func send() {
	var m map[string]int
	m["a"] = 1
}

type pool struct{}

func (*pool) Submit(f func()) { go f() }

func handle(w http.ResponseWriter, r *http.Request) {
	safe.Unsafe(send)
	safe.UnsafeGroup(send, nil) // want `safe.UnsafeGroup runs send`
}
