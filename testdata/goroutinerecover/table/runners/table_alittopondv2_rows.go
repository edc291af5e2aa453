package runners

import (
	"net/http"
	"time"

	"example.com/fixtures/goroutinerecover/table/probe"
	pond "github.com/alitto/pond/v2"
)

// Row043: Pool.Submit: Wait gives the error; the process goes on.
func Row043(http.ResponseWriter, *http.Request) {
	probe.Event("Wait error: %v", pond.NewPool(1).Submit(boom).Wait() != nil)
}

// Row044: Pool.Go; the process goes on.
func Row044(http.ResponseWriter, *http.Request) {
	_ = pond.NewPool(1).Go(boom)
	time.Sleep(50 * time.Millisecond)
}

// Row045: NewPool(WithoutPanicRecovery()).Submit; the process ends.
func Row045(http.ResponseWriter, *http.Request) {
	_ = pond.NewPool(1, pond.WithoutPanicRecovery()).Submit(boom).Wait()
}
