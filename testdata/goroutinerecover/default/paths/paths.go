// Package paths defers a recover on some paths, or where it does not see the
// panic.
package paths

import (
	"log"
	"net/http"
	"os"
	"reflect"
	"sync"
)

var (
	debug   = false
	protect = true
	Switch  = true
)

type server struct {
	opts struct{ recover bool }
	once sync.Once
}

func send(string) {
	var m map[string]int
	m["a"] = 1
}

func recoverPanic() {
	if v := recover(); v != nil {
		log.Print(v)
	}
}

func mustFail() { panic("always") }

func (s *server) handle(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	names := r.Form["names"]
	go func() {
		if name != "" {
			defer recoverPanic() // want `^recoverPanic is deferred on some paths only, and the goroutine calls send on others too, so a panic there ends the process; defer it as the first statement$`
		}
		send(name)
	}()
	go func() {
		if name != "" {
			defer recoverPanic() // want `deferred on some paths only`
			send(name)
			return
		}
		send("nobody")
	}()
	go func() {
		for range names {
			defer recoverPanic() // want `deferred on some paths only`
		}
		send(name)
	}()
	go func() {
		switch len(names) {
		case 0:
			defer recoverPanic() // want `deferred on some paths only`
		case 1:
			log.Print("one")
		}
		send(name)
	}()
	go func() { // want `^goroutine calls send and nothing recovers it`
		if debug { // it is never true
			defer recoverPanic()
		}
		send(name)
	}()
	go func() {
		defer mustFail()
		defer recoverPanic() // want `^mustFail is deferred before the recover and so runs after it, and its panic ends the process; defer the recover first$`
		send(name)
	}()
	go func() {
		mustFail()
		defer recoverPanic() // want `^recoverPanic is deferred after all that can panic \(the goroutine first calls mustFail\)`
		send(name)
	}()
	go func() {
		defer s.once.Do(recoverPanic) // want `^s.once.Do is given the function that recovers, which recovers only when it is itself deferred, so a panic in this goroutine ends the process; defer it directly$`
		send(name)
	}()
	go func() {
		defer sync.OnceFunc(func() { _ = recover() })() // want `^sync.OnceFunc is given the function that recovers`
		send(name)
	}()
	go func() {
		defer reflect.ValueOf(recoverPanic).Call(nil) // want `^reflect.ValueOf is given the function that recovers`
		send(name)
	}()
	go func() {
		defer func() { // want `^s.once.Do is given the function that recovers`
			s.once.Do(func() { _ = recover() })
		}()
		send(name)
	}()
	go func() {
		defer func() { // want `^the deferred function calls f, which recovers only when it is itself deferred`
			f := func() { _ = recover() }
			f()
		}()
		send(name)
	}()
	go func() { // want `^goroutine calls f and nothing recovers it`
		var f func()
		defer f()
		log.Print(name)
	}()
}

// A condition that is always true.
func (s *server) okAlways(w http.ResponseWriter, r *http.Request) {
	go func() {
		if protect {
			defer recoverPanic()
		}
		send("")
	}()
}

// How the program is set up is somebody's choice.
func (s *server) okSetting(w http.ResponseWriter, r *http.Request) {
	go func() {
		if s.opts.recover {
			defer recoverPanic()
		}
		send("")
	}()
	go func() {
		if os.Getenv("DEBUG") == "" {
			defer recoverPanic()
		}
		send("")
	}()
	go func() {
		if Switch {
			defer recoverPanic()
		}
		send("")
	}()
}

// On every path, one way or the other.
func (s *server) okBothBranches(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	go func() {
		if name != "" {
			defer recoverPanic()
		} else {
			defer func() { _ = recover() }()
		}
		send(name)
	}()
	go func() {
		switch name {
		case "":
			return
		case "a":
			defer recoverPanic()
		default:
			defer recoverPanic()
		}
		send(name)
	}()
	go func() {
		if name == "" {
			return
		}
		defer recoverPanic()
		send(name)
	}()
}

// The paths without a recover do nothing that panics.
func (s *server) okHarmlessPath(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	go func() {
		if name != "" {
			defer recoverPanic()
			send(name)
		} else {
			log.Print("nobody")
		}
	}()
}

// The recover is deferred before each thing that can panic.
func (s *server) okInTheLoop(w http.ResponseWriter, r *http.Request) {
	names := r.Form["names"]
	go func() {
		for _, n := range names {
			defer recoverPanic()
			send(n)
		}
	}()
	go func() {
		for range 3 {
			defer recoverPanic()
		}
		send("")
	}()
	go func() {
		{
			defer recoverPanic()
		}
		send("")
	}()
}

// What is deferred later runs earlier.
func (s *server) okDeferredPanic(w http.ResponseWriter, r *http.Request) {
	go func() {
		defer recoverPanic()
		defer mustFail()
	}()
}

// Preparations that may panic, and mostly do not.
func (s *server) okPreparations(w http.ResponseWriter, r *http.Request) {
	go func() {
		l := newLogger()
		defer l.Println("done")
		defer recoverPanic()
		send("")
	}()
}

func newLogger() *log.Logger {
	m := map[string]*log.Logger{}
	m["a"] = log.Default()
	return m["a"]
}
