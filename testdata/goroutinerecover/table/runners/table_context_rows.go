package runners

import (
	"context"
	"net/http"
)

// Row004: AfterFunc; the process ends.
func Row004(http.ResponseWriter, *http.Request) {
	ctx, cancel := context.WithCancel(context.Background())
	context.AfterFunc(ctx, boom)
	cancel()
}
