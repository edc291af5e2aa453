package runners

import (
	"net/http"

	"github.com/oklog/run"
)

// Row047: (*Group).Add actor; the process ends.
func Row047(http.ResponseWriter, *http.Request) {
	var g run.Group
	g.Add(boomErr, func(error) {})
	_ = g.Run()
}
