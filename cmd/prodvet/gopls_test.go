package main

import (
	"bytes"
	"strings"
	"testing"
)

// What runs the go command or builds is tested in e2e/gopls.
func TestGoplsUsage(t *testing.T) {
	for _, test := range []struct {
		args       string
		code       int
		wantStderr string
	}{
		{"", 2, "usage: prodvet gopls build -o PATH"},
		{"install", 2, "usage: prodvet gopls build -o PATH"},
		{"build -h", 0, "usage: prodvet gopls build -o PATH"},
		{"build", 2, "prodvet gopls build: pass either -o PATH or -check PATH"},
		{"build -o a -check b", 2, "prodvet gopls build: pass either -o PATH or -check PATH"},
		{"build -o a b", 2, `prodvet gopls build: unexpected argument "b"`},
		{"build -output a", 2, "flag provided but not defined: -output"},
		{"build -o gopls", 1, "prodvet gopls build: the output must not be named gopls"},
		{"build -o a -config nosuchfile", 2, "prodvet gopls build: -config: open nosuchfile: "},
		{"build -check gopls_test.go", 1, "prodvet gopls build: "},
	} {
		t.Run(test.args, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			if code := runGopls(strings.Fields(test.args), &stdout, &stderr); code != test.code {
				t.Errorf("exit code %d, want %d", code, test.code)
			}
			if !strings.HasPrefix(stderr.String(), test.wantStderr) {
				t.Errorf("stderr:\n%s\nwant it to begin with:\n%s", stderr.Bytes(), test.wantStderr)
			}
			if stdout.Len() > 0 {
				t.Errorf("stdout:\n%s", stdout.Bytes())
			}
		})
	}
}
