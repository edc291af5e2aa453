package runners

import (
	"fmt"
	"net/http"

	"example.com/fixtures/goroutinerecover/table/probe"
)

// Row012: String method called by Sprintf: recovered into the text; the process goes on.
func Row012(http.ResponseWriter, *http.Request) {
	probe.Event("%s", fmt.Sprintf("%s", str{}))
}
