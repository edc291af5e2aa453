package runners

import (
	"net/http"
	"time"

	"github.com/bytedance/gopkg/util/gopool"
)

// Row048: Go: recovered and logged; the process goes on.
func Row048(http.ResponseWriter, *http.Request) {
	gopool.Go(boom)
	time.Sleep(50 * time.Millisecond)
}
