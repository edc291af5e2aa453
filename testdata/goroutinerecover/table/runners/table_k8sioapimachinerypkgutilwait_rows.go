package runners

import (
	"net/http"
	"time"

	"k8s.io/apimachinery/pkg/util/wait"
)

// Row059: Until: HandleCrash re-panics by default; the process ends.
func Row059(http.ResponseWriter, *http.Request) {
	go wait.Until(boom, time.Hour, make(chan struct{}))
	time.Sleep(100 * time.Millisecond)
}

// Row060: (*Group).Start; the process ends.
func Row060(http.ResponseWriter, *http.Request) {
	var g wait.Group
	g.Start(boom)
	g.Wait()
}
