package runners

import (
	"context"
	"net/http"

	"example.com/fixtures/goroutinerecover/table/probe"
	"github.com/gogf/gf/v2/util/gutil"
)

// Row068: Go with nil recoverFunc; the process goes on.
func Row068(http.ResponseWriter, *http.Request) {
	gutil.Go(context.Background(), func(context.Context) { boom() }, nil)
}

// Row069: Go with a recoverFunc; the process goes on.
func Row069(http.ResponseWriter, *http.Request) {
	gutil.Go(context.Background(), func(context.Context) { boom() }, func(context.Context, error) { probe.Event("recoverFunc ran") })
}
