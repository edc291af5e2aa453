package shadowed

import (
	"testing"

	"github.com/go-chi/chi/v5"
	chimw "github.com/go-chi/chi/v5/middleware"
)

func TestPanics(t *testing.T) {
	defer func() { _ = recover() }()
	r := chi.NewRouter()
	r.Get("/x", list)
	r.Use(chimw.Logger)
}
