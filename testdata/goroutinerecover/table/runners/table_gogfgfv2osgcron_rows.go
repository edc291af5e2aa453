package runners

import (
	"context"
	"net/http"
	"sync"
	"time"

	"example.com/fixtures/goroutinerecover/table/probe"
	"github.com/gogf/gf/v2/os/gcron"
)

// Row073: Add; the process goes on.
func Row073(http.ResponseWriter, *http.Request) {
	var once sync.Once
	_, _ = gcron.Add(context.Background(), "* * * * * *", func(context.Context) { once.Do(func() { probe.Event("ran") }); boom() })
	time.Sleep(2200 * time.Millisecond)
}
