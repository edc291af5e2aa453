package runners

import (
	"context"
	"net/http"
	"time"

	"github.com/gogf/gf/v2/os/gtimer"
)

// Row072: SetTimeout; the process ends.
func Row072(http.ResponseWriter, *http.Request) {
	gtimer.SetTimeout(context.Background(), 10*time.Millisecond, func(context.Context) { boom() })
	time.Sleep(300 * time.Millisecond)
}
