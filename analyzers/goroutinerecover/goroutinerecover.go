package goroutinerecover

import (
	_ "embed"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/docs"
	"github.com/prodvet/prodvet/internal/options"
	"github.com/prodvet/prodvet/internal/summary/recovery"
	"github.com/prodvet/prodvet/internal/suppress"
)

//go:embed doc.go
var doc string

// Analyzer is the rule with its default configuration.
var Analyzer = New(Config{})

// Config holds the options of the rule; the zero value is the default.
type Config struct {
	// Runners are functions that recover for the function that they run on
	// another goroutine, although their source does not show it.
	Runners []string `json:"runners" doc:"functions that recover for what they run, as pkg/path.Name or pkg/path.Type.Name"`
}

// New returns the rule with the given configuration, from which its flags
// start.
func New(cfg Config) *analysis.Analyzer {
	c := &checker{cfg: cfg}
	a := &analysis.Analyzer{
		Name:     "goroutinerecover",
		Doc:      docs.MustExtract(doc, "goroutinerecover"),
		URL:      docs.URL("goroutinerecover"),
		Requires: []*analysis.Analyzer{recovery.Analyzer},
		Run:      c.run,
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
