// Package conf is the configuration of a service.
package conf

// Config is read from the environment.
type Config struct {
	CORS CORS
}

// CORS is who may read.
type CORS struct {
	Origins []string `env:"CORS_ORIGINS" envDefault:"*"`
	Listed  []string `env:"CORS_LISTED" envDefault:"https://app.example"`
}
