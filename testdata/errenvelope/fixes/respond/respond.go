// Package respond has the one writer of errors.
package respond

import (
	"encoding/json"
	"net/http"
)

// Error answers with an error in the envelope.
func Error(w http.ResponseWriter, _ *http.Request, status int, message string, details ...string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"success": false, "statusCode": status, "message": message, "errors": details})
}
