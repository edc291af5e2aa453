// Package levels has a logger of the project that ends the process at a level.
package levels

import (
	"fmt"
	"net/http"
	"os"
)

type level int

const (
	info level = iota
	fatal
)

// Logger is implemented in this package only.
type Logger interface {
	Print(message string)
	Fatal(message string)
}

// Sometimes is implemented in two ways.
type Sometimes interface{ Stop(message string) }

type text struct{}

func (text) Print(message string) { logHelper(info, message) }
func (text) Fatal(message string) { logHelper(fatal, message) }
func (text) Stop(string)          { os.Exit(1) }

type mute struct{}

func (*mute) Print(string) {}
func (*mute) Fatal(string) { defer os.Exit(1) }
func (*mute) Stop(string)  {}

func logHelper(l level, message string) {
	fmt.Println(l, message)
	if l == fatal {
		os.Exit(1)
	}
}

// Fatal ends the process.
func Fatal(message string) { logHelper(fatal, message) }

func die(err error) error {
	if err == nil {
		fmt.Println("no error")
		os.Exit(0)
	} else {
		fmt.Println(err)
		os.Exit(1)
	}
	return err
}

func handler(w http.ResponseWriter, r *http.Request, l Logger, s Sometimes) {
	logHelper(info, "x")
	logHelper(fatal, "x") // want `^logHelper ends the process \(os.Exit in levels/levels.go:\d+\) with every request in it; answer`
	Fatal("x")            // want `^Fatal ends the process \(os.Exit in levels/levels.go:\d+\) with every request in it; answer`
	l.Print("x")
	l.Fatal("x") // want `^l.Fatal ends the process`
	s.Stop("x")
	_ = die(nil)         // want `^die ends the process`
	stop(w, r)           // stop itself is reported
	check(r.ParseForm()) // check itself is reported
	text{}.Print("x")
}

// stop is given a request: it is on the path by itself.
func stop(w http.ResponseWriter, _ *http.Request) {
	os.Exit(1) // want `os.Exit ends the process with every request in it; answer`
}

func check(err error) {
	if err != nil {
		os.Exit(1) // want `os.Exit ends the process with every request in it \(reached from handler\); return an error instead`
	}
}
