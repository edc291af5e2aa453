package gracefulshutdown_test

import (
	"flag"
	"testing"

	"github.com/prodvet/prodvet/internal/fixture"
)

var _ = flag.Bool("update", false, "write the golden files")

func TestDefault(t *testing.T) {
	var patterns []string
	for _, theme := range []string{"noshutdown", "helpers", "quiet", "sigterm", "uncatchable", "contexts", "early", "fatal"} {
		patterns = append(patterns, "./gracefulshutdown/"+theme+"/...")
	}
	fixture.Run(t, "gracefulshutdown", nil, patterns...)
}

// TestLinked: prodvet reports a server where it is started, once for all
// programs that start it.
func TestLinked(t *testing.T) {
	fixture.RunLinked(t, "gracefulshutdown", nil, "./gracefulshutdown/linked/...")
}
