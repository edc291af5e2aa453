package runners

import (
	"net/http"

	pond1 "github.com/alitto/pond"
)

// Row042: (*WorkerPool).Submit: recovered and printed; the process goes on.
func Row042(http.ResponseWriter, *http.Request) {
	p := pond1.New(1, 1)
	p.Submit(boom)
	p.StopAndWait()
}
