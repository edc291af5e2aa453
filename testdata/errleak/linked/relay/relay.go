// Package relay makes errors of which package server makes responses.
package relay

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
)

// Failure is what went wrong. It is no error itself.
type Failure struct {
	Body   Message
	Status int
	Cause  error `json:"-"`
}

// Message is what clients get.
type Message struct{ Text, Code string }

// Wrap makes a Failure of an error.
func Wrap(err error, code string, status int) *Failure {
	m := Message{Text: err.Error(), Code: code}
	return &Failure{Body: m, Status: status}
}

// Hide makes a Failure of an error, which is for the log.
func Hide(err error, text string, status int) *Failure {
	return &Failure{Body: Message{Text: text}, Status: status, Cause: err}
}

func read(name string) *Failure {
	data, err := os.ReadFile(name)
	if err != nil {
		return Wrap(err, "read", http.StatusInternalServerError) // want `^Wrap sends the text of err of os.ReadFile with status 500`
	}
	if err := json.Unmarshal(data, new(int)); err != nil {
		return Wrap(err, "parse", http.StatusBadRequest)
	}
	if len(data) == 0 {
		return Wrap(errors.New("nothing there"), "empty", http.StatusServiceUnavailable)
	}
	if _, err := os.Stat(name); err != nil {
		return &Failure{Body: Message{Text: fmt.Sprint("stat: ", err)}, Status: 502} // want `^Failure sends the text of err of os.Stat with status 502`
	}
	return nil
}

func okHides(name string) *Failure {
	if err := os.Remove(name); err != nil {
		return Hide(err, "try again", 500)
	}
	if err := os.Remove(name); err != nil {
		return &Failure{Body: Message{Text: "try again"}, Status: 500, Cause: err}
	}
	return nil
}

// Unsent is a type of which nobody makes a response.
type Unsent struct {
	Text   string
	Status int
}

func okUnsent(name string) *Unsent {
	if err := os.Remove(name); err != nil {
		return &Unsent{err.Error(), 500}
	}
	return nil
}

// Relay is what handlers call.
func Relay(name string) *Failure {
	if f := okHides(name); f != nil {
		return f
	}
	if okUnsent(name) != nil {
		return nil
	}
	return read(name)
}

// Quiet is a type whose text package server replaces where it is a server error's.
type Quiet struct {
	Text   string
	Status int
}

// OkQuiet fails quietly.
func OkQuiet(name string) *Quiet {
	if err := os.Remove(name); err != nil {
		return &Quiet{err.Error(), 500}
	}
	return nil
}
