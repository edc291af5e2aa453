package errleak_test

import (
	"testing"

	"github.com/prodvet/prodvet/internal/fixture"
)

func TestDefault(t *testing.T) {
	fixture.Run(t, "errleak", nil, "./errleak/default/...")
}

func TestLinked(t *testing.T) {
	fixture.RunLinked(t, "errleak", nil, "./errleak/linked/...")
}

// TestCentral: whether a framework's errors are shown, the service's own handler
// decides.
func TestCentral(t *testing.T) {
	fixture.RunLinked(t, "errleak", nil, "./errleak/shown/...")
	fixture.RunLinked(t, "errleak", nil, "./errleak/hidden/...")
	fixture.RunLinked(t, "errleak", nil, "./errleak/plain/...")
}
