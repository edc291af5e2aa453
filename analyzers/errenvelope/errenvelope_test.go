package errenvelope_test

import (
	"testing"

	"github.com/prodvet/prodvet/internal/fixture"
)

func Test(t *testing.T) {
	fixture.Run(t, "errenvelope", nil, "./errenvelope/...")
}
