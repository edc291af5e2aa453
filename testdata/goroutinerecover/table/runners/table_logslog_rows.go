package runners

import (
	"bytes"
	"log/slog"
	"net/http"
	"strings"

	"example.com/fixtures/goroutinerecover/table/probe"
)

// Row013: LogValue method called by a handler: recovered into the text; the process goes on.
func Row013(http.ResponseWriter, *http.Request) {
	var b bytes.Buffer
	slog.New(slog.NewTextHandler(&b, nil)).Info("m", "k", val{})
	probe.Event("text says LogValue panicked: %v", strings.Contains(b.String(), "LogValue panicked"))
}
