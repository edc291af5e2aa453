package runners

import (
	"net/http"
	"time"
)

// Row003: AfterFunc; the process ends.
func Row003(http.ResponseWriter, *http.Request) {
	time.AfterFunc(time.Millisecond, boom)
}
