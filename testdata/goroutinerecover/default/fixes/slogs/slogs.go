// Package slogs has no function that recovers, and logs with slog.
package slogs

import (
	"log/slog"
	"net/http"
)

func send() { panic("boom") }

func handle(w http.ResponseWriter, r *http.Request) {
	go func() { // want `nothing recovers it`
		slog.Info("start")
		send()
	}()
}
