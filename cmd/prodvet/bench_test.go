package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/prodvet/prodvet/internal/fixture"
)

// BenchmarkColdAgainstGoVet compares the CPU time of go vet with prodvet as
// its tool with that of plain go vet, over the same packages, both with a warm
// build cache and nothing vetted yet. The packages are the example services;
// PRODVET_BENCH_DIR names another module.
//
//	go test ./cmd/prodvet -run '^$' -bench Cold -benchtime 3x
func BenchmarkColdAgainstGoVet(b *testing.B) {
	dir := os.Getenv("PRODVET_BENCH_DIR")
	patterns := []string{"./..."}
	if dir == "" {
		dir, patterns = fixture.Testdata(b), []string{"./services/..."}
	}
	tool := fixture.Prodvet(b)
	warm := b.TempDir()
	cpu(b, dir, warm, append([]string{"list", "-export", "-deps", "-test"}, patterns...))
	var vet, prodvet time.Duration
	for b.Loop() {
		vet += cpu(b, dir, clone(b, warm), append([]string{"vet", "-json"}, patterns...))
		prodvet += cpu(b, dir, clone(b, warm), append([]string{"vet", "-json", "-vettool=" + tool}, patterns...))
	}
	b.ReportMetric(vet.Seconds()/float64(b.N), "go-vet-cpu-s/op")
	b.ReportMetric(prodvet.Seconds()/float64(b.N), "prodvet-cpu-s/op")
	b.ReportMetric(prodvet.Seconds()/vet.Seconds(), "ratio")
}

// clone returns a copy of a build cache, so that no run sees another's results.
func clone(b *testing.B, cache string) string {
	b.Helper()
	dir := filepath.Join(b.TempDir(), "cache")
	if err := os.CopyFS(dir, os.DirFS(cache)); err != nil {
		b.Fatal(err)
	}
	return dir
}

// cpu runs the go command and returns the CPU time of it and of all that it
// started.
func cpu(b *testing.B, dir, cache string, args []string) time.Duration {
	b.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOCACHE="+cache, "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%s: %v\n%s", cmd, err, out)
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
}
