package goplsbuild

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// sample is a program with one mistake, marked by sampleMark, that a rule of
// the suite reports and gopls itself does not.
//
//go:embed template/sample.go.txt
var sample []byte

const (
	sampleMark = "// reported"
	sampleRule = "corswildcard"
)

// selfTest runs the gopls exe on the sample. It fails if the suite's finding
// does not come, or comes although want is false.
func selfTest(ctx context.Context, exe string, want bool) error {
	exe, err := filepath.Abs(exe)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "prodvet-sample-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module example.com/sample\n\ngo 1.21\n"), 0o666); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "main.go"), sample, 0o666); err != nil {
		return err
	}

	// A first run analyses what net/http imports: seconds, but on a loaded
	// machine many of them.
	ctx, cancel := context.WithTimeout(ctx, 10*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, exe, "check", "main.go")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("%s check: %w\n%s", filepath.Base(exe), err, bytes.TrimSpace(stderr.Bytes()))
	}
	line := markedLine(sample)
	if got := reported(out, line); got != want {
		verb := map[bool]string{true: "reported", false: "did not report"}[got]
		return fmt.Errorf("%s check %s line %d of\n%s\nit printed\n%s%s", filepath.Base(exe), verb, line, sample, out, stderr.Bytes())
	}
	return nil
}

// reported reports whether out, what `gopls check` prints, has a diagnostic on
// that line of main.go.
func reported(out []byte, line int) bool {
	for l := range strings.Lines(string(out)) {
		if strings.Contains(l, fmt.Sprintf("main.go:%d:", line)) {
			return true
		}
	}
	return false
}

// markedLine returns the number of the line with the mark.
func markedLine(src []byte) int {
	before, _, _ := bytes.Cut(src, []byte(sampleMark))
	return bytes.Count(before, []byte("\n")) + 1
}
