package config

import "os"

// Silent has what is open by no default.
type Silent struct {
	Origins     []string // another in each constructor
	Production  []string // "*" until it is known that this is production
	Development []string // "*" in development
	Given       []string // what the caller says
	Optional    []string // an option
	LeftOut     []string // nothing, in one of two constructors
	Unknown     []string // something else, in the end
}

// NewSilent returns one.
func NewSilent(environment string, given []string) *Silent {
	s := &Silent{
		Origins:    []string{"*"},
		Production: []string{"*"},
		Given:      given,
		LeftOut:    []string{"*"},
		Unknown:    []string{"*"},
	}
	if environment == "production" {
		s.Production = []string{"https://app.example"}
	}
	if environment == "development" {
		s.Development = []string{"*"}
	}
	s.Unknown = os.Args
	return s
}

// NewStrict returns another.
func NewStrict() *Silent {
	return &Silent{
		Origins:    []string{"https://app.example"},
		Production: []string{"https://app.example"},
		Unknown:    []string{"*"},
	}
}

// WithEverybody lets everybody in.
func WithEverybody() func(*Silent) {
	return func(s *Silent) { s.Optional = []string{"*"} }
}

// Open lets everybody in, if somebody calls it.
func (s *Silent) Open() { s.Given = []string{"*"} }

// Tagged is read from the environment.
type Tagged struct {
	Everybody  string `env:"TAGGED_ORIGIN" envDefault:"*"`
	Production string `env:"PRODUCTION_ORIGIN" envDefault:"*"`
}

// Check leaves "*" to other environments.
func (t *Tagged) Check(environment string) {
	if environment == "production" && t.Production == "*" {
		t.Production = "https://app.example"
	}
}
