package goplsbuild

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestMain lets the test binary stand in for a gopls that was just built.
func TestMain(m *testing.M) {
	switch os.Getenv("PRODVET_TEST_GOPLS") {
	case "reports":
		fmt.Printf("/tmp/main.go:%d:1-12: message\n", markedLine(sample))
	case "silent":
	case "refuses":
		fmt.Fprintln(os.Stderr, "prodvet: gopls has an analyzer corswildcard already")
		os.Exit(1)
	default:
		os.Exit(m.Run())
	}
}

func TestSelfTest(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for behaviour, wantErr := range map[string]string{
		"reports": "",
		"silent":  " check did not report line ",
		"refuses": " check: exit status 1\nprodvet: gopls has an analyzer corswildcard already",
	} {
		t.Run(behaviour, func(t *testing.T) {
			t.Setenv("PRODVET_TEST_GOPLS", behaviour)
			err := selfTest(context.Background(), exe)
			if (err == nil) != (wantErr == "") || err != nil && !strings.Contains(err.Error(), wantErr) {
				t.Errorf("error:\n%v\nwant one with:\n%s", err, wantErr)
			}
		})
	}
}
