//go:build !production

package gates

import (
	"net/http"

	"github.com/rs/cors"
)

func okTag(h http.Handler) http.Handler { return cors.AllowAll().Handler(h) }
