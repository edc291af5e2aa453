package goroutinerecover_test

import (
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// TestHarmless holds the page against the functions that count as not
// panicking: each is named there, so that the list stays one to be read.
func TestHarmless(t *testing.T) {
	src, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	page := strings.Join(strings.Fields(string(src)), " ")
	_, page, _ = strings.Cut(page, "These are all functions of")
	page, _, _ = strings.Cut(page, "Those whose name")
	for _, fw := range frameworks.All() {
		for _, h := range fw.Harmless {
			word := h.Pkg
			switch {
			case h.Recv != "":
				word = h.Recv
			case h.Name != "":
				word = h.Name
			case strings.Contains(h.Pkg, "."):
				word = path.Base(strings.TrimSuffix(strings.TrimSuffix(h.Pkg, "/v2"), "/log"))
			}
			if !regexp.MustCompile(`[ ,]` + regexp.QuoteMeta(word) + `[ ,;.]`).MatchString(page) {
				t.Errorf("doc.go does not name %v", h)
			}
		}
	}
}
