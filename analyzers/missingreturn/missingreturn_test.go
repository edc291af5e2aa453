package missingreturn_test

import (
	"testing"

	"github.com/prodvet/prodvet/internal/fixture"
)

func TestFixtures(t *testing.T) {
	fixture.Run(t, "missingreturn", nil, "./missingreturn/web", "./missingreturn/history", "./missingreturn/ginmw", "./missingreturn/respond")
}
