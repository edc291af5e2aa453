package runners

import (
	"net/http"

	sentry "github.com/getsentry/sentry-go"
)

// Row061: go func with `defer sentry.Recover()`: swallows the panic; the process goes on.
func Row061(http.ResponseWriter, *http.Request) {
	go func() { defer sentry.Recover(); boom() }()
}

// Row062: go func with `defer func() { sentry.Recover() }()`: does not recover; the process ends.
func Row062(http.ResponseWriter, *http.Request) {
	go func() { defer func() { sentry.Recover() }(); boom() }()
}
