package corswildcard_test

import (
	"testing"

	"github.com/prodvet/prodvet/internal/fixture"
)

// What is configured in one package is a policy in another.
func TestPackages(t *testing.T) {
	fixture.Run(t, "corswildcard", nil, "./corswildcard/packages/...")
}
