package httpapi

import (
	"context"
	"net/http"
	"strings"
)

type tenantKey struct{}

// tenant puts the tenant's name, the first label of the host, into the context.
func tenant(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, _, ok := strings.Cut(r.Host, ".")
		if !ok {
			panic("host without a tenant: " + r.Host)
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), tenantKey{}, name)))
	})
}
