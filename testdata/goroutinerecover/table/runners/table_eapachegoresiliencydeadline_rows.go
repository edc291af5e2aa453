package runners

import (
	"net/http"
	"time"

	"github.com/eapache/go-resiliency/deadline"
)

// Row049: (*Deadline).Run; the process ends.
func Row049(http.ResponseWriter, *http.Request) {
	_ = deadline.New(time.Second).Run(func(<-chan struct{}) error { panic(errBoom) })
}
