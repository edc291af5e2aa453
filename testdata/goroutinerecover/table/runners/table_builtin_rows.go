package runners

import (
	"net/http"
)

// Row001: go statement; the process ends.
func Row001(http.ResponseWriter, *http.Request) {
	go boom()
}

// Row002: go statement, the function has defer recover inside; the process goes on.
func Row002(http.ResponseWriter, *http.Request) {
	go func() { defer func() { _ = recover() }(); boom() }()
}
