// Package all has goroutines that no request starts, and that are reported all
// the same when all are asked for.
package all

import (
	"context"
	"net/http"
	"os"
)

func main() {
	go parse(os.Args) // want `goroutine runs parse and nothing recovers it, so a panic in it ends the process; defer a recover in it$`
	go parseSafely(os.Args)
}

func parse(args []string) { println(args[1]) }

func parseSafely(args []string) {
	defer func() { _ = recover() }()
	parse(args)
}

func handle(w http.ResponseWriter, r *http.Request) {
	go parse(r.Form["x"]) // want `goroutine runs parse and nothing recovers it`
}

var _ = func() int {
	go parse(nil) // want `goroutine runs parse and nothing recovers it`
	return 0
}

func badListener(srv *http.Server, failed chan<- error) {
	go func() { // want `calls srv.ListenAndServe and nothing recovers it`
		failed <- srv.ListenAndServe()
	}()
}

func okStops(srv *http.Server) {
	go func() { _ = srv.Shutdown(context.Background()) }()
}
