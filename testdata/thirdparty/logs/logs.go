// Package logs stands for a logger of another module whose Fatal ends the
// process: prodvet learns it from its source.
package logs

import (
	"fmt"
	"os"
)

// Level is how bad it is.
type Level string

// The levels.
const (
	Info  Level = "info"
	Error Level = "error"
	Panic Level = "panic"
	Fatal Level = "fatal"
)

// Logger logs what is bad enough.
type Logger struct{ threshold int }

var standard = &Logger{}

// Logf logs, and ends the process at the last level.
func (l *Logger) Logf(level Level, format string, args ...any) {
	if len(level) < l.threshold {
		return
	}
	fmt.Fprintf(os.Stderr, format, args...)
	if level == Fatal {
		os.Exit(1)
	}
}

// Log is Logf without a format.
func (l *Logger) Log(level Level, message string) { l.Logf(level, "%s", message) }

// Errorf logs an error.
func (l *Logger) Errorf(format string, args ...any) { l.Logf(Error, format, args...) }

// Fatal logs and ends the process.
func (l *Logger) Fatal(message string) { l.Log(Fatal, message) }

// Fatalf logs and ends the process.
func Fatalf(format string, args ...any) { standard.Logf(Fatal, format, args...) }

// Levels of Switched.
const (
	Debugging = iota + 1
	Informing
	Failing
)

// Switched ends the process at one of its levels.
func Switched(level int, message string) {
	switch level {
	case Debugging, Informing:
		fmt.Fprintln(os.Stderr, message)
	case Failing:
		fmt.Fprintln(os.Stderr, message)
		os.Exit(1)
	}
}
