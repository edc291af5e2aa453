// Package built makes its configuration step by step.
package built

import (
	"net/http"
	"slices"

	gincors "github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
	"github.com/rs/cors"
)

func newCORS(origins []string, credentials bool) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: origins, AllowCredentials: credentials})
}

func badParameter() *cors.Cors {
	return newCORS([]string{"*"}, true) // want `^AllowedOrigins has "\*" and AllowCredentials is true`
}

func newVariadic(origins ...string) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: origins})
}

func badVariadic() *cors.Cors {
	return newVariadic("https://app.example", "*") // want `^AllowedOrigins has "\*"`
}

// One of the calls has an allowlist.
func eitherCORS(origins []string) *cors.Cors { return cors.New(cors.Options{AllowedOrigins: origins}) }

func okEither() { eitherCORS([]string{"*"}); eitherCORS([]string{"https://app.example"}) }

// It is passed as a value, or exported: anybody may call it, and what is given to
// it is reported where that is.
func passedCORS(origins []string) *cors.Cors { return cors.New(cors.Options{AllowedOrigins: origins}) }

func badPassed(use func(func([]string) *cors.Cors)) {
	passedCORS([]string{"*"}) // want `^the argument of passedCORS has "\*"`
	use(passedCORS)
}

func ExportedCORS(origins []string) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: origins})
}

func badExported() {
	ExportedCORS([]string{"*"}) // want `^the argument of ExportedCORS has "\*"`
}

func header(w http.ResponseWriter, origin string) {
	w.Header().Set("Access-Control-Allow-Origin", origin) // want `^Access-Control-Allow-Origin is "\*"`
}

func badHeader(w http.ResponseWriter) {
	header(w, "*")
}

type embedding struct {
	cors.Options
	name string
}

func badEmbedded() *cors.Cors {
	e := embedding{name: "x"}
	e.AllowedOrigins = []string{"*"} // want `^AllowedOrigins has "\*"`
	return cors.New(e.Options)
}

func badEmbeddedLiteral() *cors.Cors {
	e := embedding{Options: cors.Options{
		AllowedOrigins: []string{"*"}, // want `^AllowedOrigins has "\*"`
	}}
	return cors.New(e.Options)
}

func okEmbeddedReplaced() *cors.Cors {
	e := embedding{Options: cors.Options{AllowedOrigins: []string{"*"}}}
	e.AllowedOrigins = []string{"https://app.example"}
	return cors.New(e.Options)
}

type options = cors.Options

func badAlias() *cors.Cors {
	o := options{}
	o.AllowedOrigins = slices.Clone([]string{
		"*", // want `^AllowedOrigins has "\*"`
	})
	return cors.New(o)
}

type config struct {
	origins []string
	strict  []string
}

func (c *config) setDefaults() {
	if len(c.origins) == 0 {
		c.origins = []string{"*"} // want `^AllowedOrigins has "\*"`
	}
	if len(c.strict) == 0 {
		c.strict = []string{"https://app.example"}
	}
}

func badDefaults() *cors.Cors {
	c := &config{}
	c.setDefaults()
	_ = cors.New(cors.Options{AllowedOrigins: c.strict})
	return cors.New(cors.Options{AllowedOrigins: c.origins})
}

func okSetBefore() *cors.Cors {
	c := &config{origins: []string{"https://app.example"}}
	c.setDefaults()
	return cors.New(cors.Options{AllowedOrigins: c.origins})
}

func open(c *gincors.Config) {
	c.AllowAllOrigins = true // want `AllowAllOrigins is true`
}

func badByHelper() gin.HandlerFunc {
	c := gincors.DefaultConfig()
	open(&c)
	return gincors.New(c)
}

type server struct{ origins []string }

type option func(*server)

func withOrigins(origins ...string) option { return func(s *server) { s.origins = origins } }

func newServer(opts ...option) *server {
	s := &server{origins: []string{"https://app.example"}}
	for _, opt := range opts {
		opt(s)
	}
	return s
}

// With the option or without it.
func (s *server) okOptions() *cors.Cors { return cors.New(cors.Options{AllowedOrigins: s.origins}) }

func okServer() *cors.Cors { return newServer(withOrigins("*")).okOptions() }

type builder struct{ o cors.Options }

func (b *builder) allow(origins ...string) *builder { b.o.AllowedOrigins = origins; return b }

func (b *builder) build() *cors.Cors { return cors.New(b.o) }

func okBuilder() *cors.Cors {
	return new(builder).allow("https://app.example").build()
}

func load(path string) (cfg *config, err error) {
	if path == "" {
		return nil, http.ErrNotSupported
	}
	return &config{origins: []string{"*"}}, nil // want `^AllowedOrigins has "\*"`
}

func badTwoResults() (*cors.Cors, error) {
	cfg, err := load("x")
	if err != nil {
		return nil, err
	}
	return cors.New(cors.Options{AllowedOrigins: cfg.origins}), nil
}
