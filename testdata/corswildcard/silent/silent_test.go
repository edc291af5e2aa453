package silent

import (
	"net/http"
	"testing"

	"github.com/rs/cors"
)

func TestOpen(t *testing.T) {
	if cors.AllowAll().Handler(http.NotFoundHandler()) == nil {
		t.Fatal("no handler")
	}
}
