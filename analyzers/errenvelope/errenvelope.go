package errenvelope

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
	// Fields are the top-level JSON keys of the envelope, each "name" or
	// "name:type" with the types bool, number, string, array and object.
	Fields []string `json:"fields" doc:"top-level keys of the envelope, as name or name:type (bool, number, string, array, object)"`
	// Writers are functions that write the envelope, as "pkg/path.Name" or
	// "pkg/path.Type.Name".
	Writers []string `json:"writers" doc:"functions that write the envelope, as pkg/path.Name or pkg/path.Type.Name"`
}

// New returns the rule with the given configuration, from which its flags
// start.
func New(cfg Config) *analysis.Analyzer {
	c := &checker{cfg: cfg}
	a := &analysis.Analyzer{
		Name: "errenvelope",
		Doc:  docs.MustExtract(doc, "errenvelope"),
		URL:  docs.URL("errenvelope"),
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
