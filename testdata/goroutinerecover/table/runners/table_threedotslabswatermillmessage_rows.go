package runners

import (
	"net/http"

	wmmw "github.com/ThreeDotsLabs/watermill/message/router/middleware"
)

// Row081: (*Router) handler, no Recoverer: the router itself recovers and nacks; the process goes on.
func Row081(http.ResponseWriter, *http.Request) {
	watermillRun()
}

// Row082: (*Router) handler, middleware.Recoverer: nacked and redelivered; the process goes on.
func Row082(http.ResponseWriter, *http.Request) {
	watermillRun(wmmw.Recoverer)
}
