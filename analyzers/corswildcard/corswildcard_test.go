package corswildcard_test

import (
	"testing"

	"github.com/prodvet/prodvet/internal/fixture"
)

func Test(t *testing.T) {
	fixture.Run(t, "corswildcard", nil,
		"./corswildcard/rs", "./corswildcard/chi", "./corswildcard/gin", "./corswildcard/byhand",
		"./corswildcard/gates", "./corswildcard/helpers/...", "./corswildcard/fallback", "./corswildcard/assembly", "./corswildcard/devserver", "./corswildcard/sinks/...", "./corswildcard/loose", "./corswildcard/overridden", "./corswildcard/incode", "./corswildcard/examples/...",
		"./corswildcard/sources/...")
}

func TestDevelopment(t *testing.T) {
	const pkg = "example.com/fixtures/corswildcard/configured."
	fixture.Run(t, "corswildcard",
		[]string{"-corswildcard.development=" + pkg + "settings.Relaxed," + pkg + "settings.Cozy," + pkg + "AtHome," + pkg + "byFire"},
		"./corswildcard/configured")
}
