package runners

import (
	"net/http"
	"time"

	"example.com/fixtures/goroutinerecover/table/probe"
	"github.com/sourcegraph/conc"
)

// Row031: (*WaitGroup).Go + Wait; the panic is the caller's again, where a server recovers it.
func Row031(http.ResponseWriter, *http.Request) {
	var wg conc.WaitGroup
	wg.Go(boom)
	wg.Wait()
}

// Row032: (*WaitGroup).Go + WaitAndRecover; the process goes on.
func Row032(http.ResponseWriter, *http.Request) {
	var wg conc.WaitGroup
	wg.Go(boom)
	probe.Event("recovered: %v", wg.WaitAndRecover() != nil)
}

// Row033: (*WaitGroup).Go, Wait never called: the panic is lost; the process goes on.
func Row033(http.ResponseWriter, *http.Request) {
	var wg conc.WaitGroup
	wg.Go(boom)
	time.Sleep(50 * time.Millisecond)
}
