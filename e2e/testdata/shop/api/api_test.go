package api

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestList(t *testing.T) {
	backend := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, "this is a test", http.StatusTeapot)
	}))
	defer backend.Close()
	generated(httptest.NewRecorder(), nil)
}
