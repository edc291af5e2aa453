// Package tags gets its origins from structs whose tags have defaults.
package tags

import (
	"context"
	"strings"

	"github.com/alecthomas/kong"
	"github.com/caarlos0/env/v11"
	"github.com/ilyakaznacheev/cleanenv"
	"github.com/kelseyhightower/envconfig"
	"github.com/rs/cors"
	sethvargo "github.com/sethvargo/go-envconfig"

	"example.com/fixtures/corswildcard/sources/tags/conf"
)

type config struct {
	Caarlos   []string `env:"CORS_ORIGINS" envDefault:"*"`
	Separated []string `env:"SEPARATED" envDefault:"https://a.b|*" envSeparator:"|"`
	Clean     []string `env:"CLEAN" yaml:"clean" env-default:"*"`
	Kelsey    []string `envconfig:"KELSEY" default:"*"`
	Seth      []string `env:"SETH, default=*"`
	Zero      []string `json:",default=[*]"`
	Kong      []string `name:"kong-origins" default:"*"`
	Text      string   `yaml:"text" default:"*"`
	Listed    []string `env:"LISTED" envDefault:"https://app.example,https://admin.example"`
	None      []string `env:"NONE"`
	Required  []string `env:"REQUIRED,required"`
	Open      bool     `env:"OPEN" envDefault:"false"`

	CORS nested `yaml:"cors" envPrefix:"CORS_"`
	embedded
}

type nested struct {
	Origins []string `yaml:"allowed_origins" env:"ALLOWED" envDefault:"*"`
	Keyed   []string `yaml:"keyed" default:"*"`
}

type embedded struct {
	Promoted []string `yaml:"promoted" default:"*"`
}

func load() (*config, error) {
	var c config
	if err := env.Parse(&c); err != nil {
		return nil, err
	}
	if err := cleanenv.ReadEnv(&c); err != nil {
		return nil, err
	}
	kong.Parse(&c)
	if err := sethvargo.Process(context.Background(), &c); err != nil {
		return nil, err
	}
	return &c, envconfig.Process("", &c)
}

func bad(c *config) {
	_ = cors.New(cors.Options{AllowedOrigins: c.Caarlos})      // want `^CORS_ORIGINS is "\*" by default and becomes AllowedOrigins`
	_ = cors.New(cors.Options{AllowedOrigins: c.Separated})    // want `^SEPARATED has "\*" by default`
	_ = cors.New(cors.Options{AllowedOrigins: c.Clean})        // want `^CLEAN is "\*" by default`
	_ = cors.New(cors.Options{AllowedOrigins: c.Kelsey})       // want `^KELSEY is "\*" by default`
	_ = cors.New(cors.Options{AllowedOrigins: c.Seth})         // want `^SETH is "\*" by default`
	_ = cors.New(cors.Options{AllowedOrigins: c.Zero})         // want `^Zero is "\*" by default`
	_ = cors.New(cors.Options{AllowedOrigins: c.Kong})         // want `^--kong-origins is "\*" by default`
	_ = cors.New(cors.Options{AllowedOrigins: c.CORS.Origins}) // want `^CORS_ALLOWED is "\*" by default`
	_ = cors.New(cors.Options{AllowedOrigins: c.CORS.Keyed})   // want `^cors.keyed is "\*" by default`
}

func badSplit(c *config) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: strings.Split(c.Text, ",")}) // want `^text is "\*" by default`
}

func badLoaded() *cors.Cors {
	c, err := load()
	if err != nil {
		panic(err)
	}
	part := c.CORS
	return cors.New(cors.Options{AllowedOrigins: part.Keyed}) // want `^cors.keyed is "\*" by default`
}

func badOther(c *conf.Config) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: c.CORS.Origins}) // want `^CORS_ORIGINS is "\*" by default`
}

func okOther(c *conf.Config) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: c.CORS.Listed})
}

func ok(c *config) {
	_ = cors.New(cors.Options{AllowedOrigins: c.Listed})
	_ = cors.New(cors.Options{AllowedOrigins: c.None})
	_ = cors.New(cors.Options{AllowedOrigins: c.Required})
}

func okOff(c *config) *cors.Cors {
	if c.Open {
		return cors.AllowAll()
	}
	return cors.New(cors.Options{AllowedOrigins: c.Listed})
}

func okSet() *cors.Cors {
	c := embedded{Promoted: []string{"https://app.example"}}
	return cors.New(cors.Options{AllowedOrigins: c.Promoted})
}
