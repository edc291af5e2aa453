// Package tasks is for work that outlives a request.
package tasks

import "log/slog"

// Recover is to be deferred by whoever starts a goroutine.
func Recover(task string) {
	if v := recover(); v != nil {
		slog.Error("task panicked", "task", task, "value", v)
	}
}

// Go runs f on a goroutine of its own and survives its panic.
func Go(task string, f func()) {
	go func() {
		defer Recover(task)
		f()
	}()
}

// Detach runs f on a goroutine of its own.
func Detach(f func()) {
	go f()
}
