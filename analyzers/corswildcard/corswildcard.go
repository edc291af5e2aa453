package corswildcard

import (
	_ "embed"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/docs"
	"github.com/prodvet/prodvet/internal/options"
	"github.com/prodvet/prodvet/internal/suppress"
)

//go:embed doc.go
var doc string

// Analyzer is the rule with its default configuration.
var Analyzer = New(Config{})

// Config holds the options of the rule; the zero value is the default.
type Config struct {
	// Development are build tags, environment variables or functions that tell
	// development from production in this code base.
	Development []string `json:"development" doc:"functions or variables that are true only in development, as pkg/path.Name or pkg/path.Type.Name"`
}

// New returns the rule with the given configuration, from which its flags
// start.
func New(cfg Config) *analysis.Analyzer {
	c := &checker{cfg: cfg}
	a := &analysis.Analyzer{
		Name: "corswildcard",
		Doc:  docs.MustExtract(doc, "corswildcard"),
		URL:  docs.URL("corswildcard"),
		Run:  c.run,
	}
	options.Bind(&a.Flags, &c.cfg)
	return a
}

type checker struct{ cfg Config }

func (c *checker) run(pass *analysis.Pass) (any, error) {
	report := suppress.New(pass)
	defer report.Close()
	return nil, nil
}
