package runners

import (
	"net/http"

	"github.com/gammazero/workerpool"
)

// Row046: (*WorkerPool).Submit; the process ends.
func Row046(http.ResponseWriter, *http.Request) {
	p := workerpool.New(1)
	p.Submit(boom)
	p.StopWait()
}
