package goroutinerecover_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/internal/fixture"
)

// TestGoldenCompiles compiles the fixtures as they are after their fixes.
func TestGoldenCompiles(t *testing.T) {
	overlay := struct{ Replace map[string]string }{make(map[string]string)}
	root := fixture.Testdata(t)
	err := filepath.WalkDir(filepath.Join(root, "goroutinerecover"), func(name string, _ fs.DirEntry, err error) error {
		if src, ok := strings.CutSuffix(name, ".golden"); ok {
			overlay.Replace[src] = name
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(overlay)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "overlay.json")
	if err := os.WriteFile(file, data, 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "build", "-overlay="+file, "./goroutinerecover/...")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
