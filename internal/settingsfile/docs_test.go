package settingsfile

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/internal/fixture"
)

// TestDocumented: the page about the files names every word, folder and
// extension that decides.
func TestDocumented(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(fixture.Root(t), "docs", "deployment.md"))
	if err != nil {
		t.Fatal(err)
	}
	page := regexp.MustCompile("```(?s:.*?)```").ReplaceAllString(string(data), "")
	for _, word := range slices.Concat(usualFolders, usualWords, productionWords, developmentWords, developmentSections, defaultWords, skipped, slices.Collect(maps.Keys(extensions))) {
		if !strings.Contains(page, "`"+word+"`") && !strings.Contains(page, "`*"+word+"`") {
			t.Errorf("docs/deployment.md does not mention `%s`", word)
		}
	}
}
