// Package config reads the service's configuration.
package config

import (
	"errors"
	"flag"
	"os"
	"strings"
	"sync"

	"github.com/spf13/viper"

	"example.com/fixtures/corswildcard/packages/env"
	outside "example.com/thirdparty/env"
)

// Config is made in one place.
type Config struct {
	Addr string
	CORS CORS
	// Frontend has no name that says what it is for.
	Frontend string
}

// CORS is a part of it.
type CORS struct {
	Origins     []string
	Text        string
	Outside     []string
	Generic     string
	Any         bool
	Credentials bool
	Constant    []string
	Restricted  []string
	Required    []string
}

// Load returns the configuration.
func Load() (*Config, error) {
	cfg := &Config{
		Addr:     env.Text("ADDR", ":8080"),
		Frontend: env.Text("FRONTEND_URL", "*"),
		CORS: CORS{
			Origins:     strings.Split(getEnv("CORS_ORIGINS", "*"), ","),
			Text:        env.Text("CORS_TEXT", "*"),
			Outside:     outside.List("CORS_OUTSIDE", []string{"*"}, ","),
			Generic:     env.Get("CORS_GENERIC", "*", func(s string) (string, error) { return s, nil }),
			Any:         env.Bool("CORS_ANY", true),
			Credentials: true,
			Constant:    []string{"*"},
			Restricted:  strings.Split(getEnv("CORS_RESTRICTED", "https://app.example,https://www.example"), ","),
		},
	}
	cfg.CORS.Required = strings.Split(os.Getenv("CORS_REQUIRED"), ",")
	if cfg.Addr == "" {
		return &Config{}, errors.New("no address")
	}
	return cfg, nil
}

func getEnv(key, fallback string) string {
	value, exists := os.LookupEnv(key)
	if !exists {
		value = fallback
	}
	return value
}

// Steps is filled in after it was read from a file.
type Steps struct {
	AllowedOrigins []string `yaml:"allowed_origins"`
	Overridable    []string
}

// Default returns the configuration to start with.
func Default() *Steps {
	s := &Steps{Overridable: []string{"*"}}
	if v := os.Getenv("OVERRIDABLE_ORIGINS"); v != "" {
		s.Overridable = strings.Split(v, ",")
	}
	s.fill()
	return s
}

func (s *Steps) fill() {
	if len(s.AllowedOrigins) == 0 {
		s.AllowedOrigins = []string{"*"}
	}
}

// Origins are those of the environment.
func Origins() []string { return strings.Split(getEnv("ALLOW_ORIGINS", "*"), ",") }

// Everybody is not configured at all.
func Everybody() []string { return []string{"*"} }

// AllowedOrigins returns what Load has found.
func (c *Config) AllowedOrigins() []string { return c.CORS.Origins }

// Flag is set on the command line.
var Flag = flag.String("origin", "*", "who may read")

var (
	// Global is set when the service starts.
	Global string
	// FromFlag is set on the command line.
	FromFlag string
	once     sync.Once
)

// Setup sets the variables.
func Setup() {
	once.Do(func() { Global = getEnv("GLOBAL_ORIGIN", "*") })
	flag.StringVar(&FromFlag, "from-origin", "*", "who may read")
	viper.SetDefault("web.origins", []string{"*"})
	viper.SetDefault("web.restricted", []string{"https://app.example"})
	viper.SetDefault("site", map[string]any{"origin": "*", "port": 80})
}
