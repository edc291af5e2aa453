package runners

import (
	"context"
	"net/http"

	"example.com/fixtures/goroutinerecover/table/probe"
	"github.com/gogf/gf/v2/os/grpool"
)

// Row070: Add; the process ends.
func Row070(http.ResponseWriter, *http.Request) {
	_ = grpool.Add(context.Background(), func(context.Context) { boom() })
}

// Row071: AddWithRecover; the process goes on.
func Row071(http.ResponseWriter, *http.Request) {
	_ = grpool.AddWithRecover(context.Background(), func(context.Context) { boom() }, func(context.Context, error) { probe.Event("recoverFunc ran") })
}
