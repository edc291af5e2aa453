// Package renamed declares an interface whose methods are another package's.
package renamed

import (
	"net/http"

	"example.com/fixtures/processexit/default/renamed/inner"
)

// Logger has the methods of inner's.
type Logger inner.Logger

// Log is what handlers log with.
var Log Logger = inner.New()

// Serve handles a request.
func Serve(w http.ResponseWriter, r *http.Request) {
	if r.Body == nil {
		Log.Fatal("no body") // want `Log.Fatal ends the process`
	}
	Log.Info("okGoesOn")
}
