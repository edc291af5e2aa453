package runners

import (
	"net/http"

	"example.com/fixtures/goroutinerecover/table/probe"
	"github.com/samber/lo"
)

// Row050: Async; the process ends.
func Row050(http.ResponseWriter, *http.Request) {
	<-lo.Async(func() int { boom(); return 1 })
}

// Row051: Try (runs in the caller); the process goes on.
func Row051(http.ResponseWriter, *http.Request) {
	probe.Event("Try: %v", lo.Try(boomErr))
}
