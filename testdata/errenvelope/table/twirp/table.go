// Package twirp holds what writes responses with github.com/twitchtv/twirp v8.1.3+incompatible, each with
// what the client saw. The rows of error_writers.csv become this file: go test ./analyzers/errenvelope -run
// Fixtures -update.
package twirp

import (
	"net/http"

	"github.com/twitchtv/twirp"
)

// Row01: WriteError sends 404 with "{\"code\":\"not_found\",\"msg\":\"one\"}" as application/json.
func Row01(w http.ResponseWriter, r *http.Request) {
	_ = twirp.WriteError(w, twirp.NotFoundError("one"))
}

// Row02: NewError (written by WriteError or the generated server) sends 403 with
// "{\"code\":\"permission_denied\",\"msg\":\"one\"}" as application/json.
func Row02(w http.ResponseWriter, r *http.Request) {
	_ = twirp.WriteError(w, twirp.NewError(twirp.PermissionDenied, "one"))
}
