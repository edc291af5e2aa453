// Package audit has functions that others put into fields and registries.
package audit

import "strconv"

type Log struct{ lines []int }

func (l *Log) add(s string) {
	n, err := strconv.Atoi(s)
	if err == nil {
		l.lines[n]++
	}
}

func (l *Log) drop(s string) {
	n, err := strconv.Atoi(s)
	if err == nil {
		l.lines[n]--
	}
}

func (l *Log) Error(err error) {
	go l.add(err.Error()) // want `goroutine runs l.add and nothing recovers it.* \(reached from \(\*api.API\).CreateOrder\)`
}

func (l *Log) Created(id string) {
	go l.add(id) // want `goroutine runs l.add and nothing recovers it.* \(reached from \(\*api.API\).CreateOrder\)`
}

func Notify() {
	l := new(Log)
	go l.add("") // want `goroutine runs l.add and nothing recovers it.* \(reached from \(\*api.API\).CreateOrder\)`
}

func (l *Log) Export(args []string) error {
	go l.drop(args[0]) // want `goroutine runs l.drop and nothing recovers it.* \(reached from \(\*api.API\).Command\)`
	return nil
}

// Fallback returns a function that a variable holds.
func Fallback(l *Log) func(args []string) error {
	return func(args []string) error {
		go l.drop(args[1]) // want `goroutine runs l.drop and nothing recovers it.* \(reached from \(\*api.API\).Command\)`
		return nil
	}
}

// Rotate is run by a timer of main.
func (l *Log) Rotate() {
	go l.add("rotate")
}
