package settingsfile

import (
	"fmt"
	"testing"
)

// BenchmarkRead reads the configuration of a module of 2,000 Go files and as
// many others in 200 folders, of which ten are configuration.
func BenchmarkRead(b *testing.B) {
	var files []string
	for i := range 200 {
		for j := range 10 {
			files = append(files, fmt.Sprintf("internal/p%d/f%d.go", i, j), "package p\n")
			files = append(files, fmt.Sprintf("internal/p%d/f%d.json", i, j), "{}\n")
		}
	}
	for i := range 10 {
		files = append(files, fmt.Sprintf("config/c%d.yaml", i), "cors:\n  allowed_origins: ['https://example.com']\n")
	}
	root := module(b, files...)
	for b.Loop() {
		set, err := Read(root, Config{})
		if err != nil || len(set.files) != 10 {
			b.Fatal(err, set.files)
		}
	}
}
