// Package ineffective recovers in ways that do not.
package ineffective

import (
	"log"
	"net/http"
	"runtime"

	"example.com/thirdparty/safe"
)

func send() {
	var m map[string]int
	m["a"] = 1
}

func recoverPanic() {
	if v := recover(); v != nil {
		log.Print(v)
	}
}

func wrapper() { recoverPanic() }

func recoverer(l *log.Logger) func() {
	return func() {
		if v := recover(); v != nil {
			l.Print(v)
		}
	}
}

func report(v any) { log.Print(v) }

func handle(w http.ResponseWriter, r *http.Request) {
	go func() {
		defer recover() // want `^recover is itself the deferred call, which recovers nothing, so a panic in this goroutine ends the process; call it in a deferred function$`
		send()
	}()
	go func() {
		defer func() { // want `^the deferred function calls recoverPanic, which recovers only when it is itself deferred, so a panic in this goroutine ends the process; defer recoverPanic directly$`
			recoverPanic()
		}()
		send()
	}()
	go func() {
		// want:+1 `calls recoverPanic, which`
		defer func() {
			recoverPanic()
		}()
		send()
	}()
	go func() {
		defer wrapper() // want `^wrapper calls recoverPanic, which`
		send()
	}()
	go func() {
		defer func() { safe.Recover() }() // want `calls safe.Recover, which`
		send()
	}()
	go func() {
		defer func() { // want `^the deferred function calls a function, which`
			func() {
				_ = recover()
			}()
		}()
		send()
	}()
	go func() {
		defer report(recover()) // want `^recover is called when the defer statement runs, not when the goroutine panics, so`
		send()
	}()
	go func() {
		defer recoverer(log.Default()) // want `^recoverer is deferred instead of the function that it returns, which recovers, so`
		send()
	}()
	go func() {
		defer safe.HandleCrash() // want `^safe.HandleCrash panics again with what it recovers, so`
		send()
	}()
	go func() {
		defer func() { // want `^the deferred function panics again with what it recovers, so`
			if v := recover(); v != nil {
				log.Print(v)
				if _, ok := v.(runtime.Error); ok {
					panic(v)
				}
			}
		}()
		send()
	}()
	go func() {
		send()
		defer recoverPanic() // want `^recoverPanic is deferred after all that can panic \(the goroutine first calls send\), so a panic there ends the process; defer it as the first statement$`
	}()
	go background()
	go background()
}

// One finding, however many goroutines run it.
func background() {
	defer recover() // want `recover is itself the deferred call`
	send()
}

// A second defer that does recover.
func okSecondDefer(w http.ResponseWriter, r *http.Request) {
	go func() {
		defer recoverPanic()
		defer recover()
		send()
	}()
}

// A recover that does not work where nothing panics.
func okNothingPanics(w http.ResponseWriter, r *http.Request) {
	go func() {
		defer recover()
		log.Print("done")
	}()
}
