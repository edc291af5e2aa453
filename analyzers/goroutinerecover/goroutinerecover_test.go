package goroutinerecover_test

import (
	"testing"

	"github.com/prodvet/prodvet/internal/fixture"
)

func Test(t *testing.T) {
	fixture.Run(t, "goroutinerecover", nil, "./goroutinerecover/...")
}
