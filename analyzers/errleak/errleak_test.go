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
