// Package config is the configuration of the whole suite. It arrives as
// .prodvet.yml, as flags or as golangci-lint settings, with the same keys.
package config

import (
	"fmt"
	"reflect"
	"slices"

	"github.com/prodvet/prodvet/analyzers/bodylimit"
	"github.com/prodvet/prodvet/analyzers/corswildcard"
	"github.com/prodvet/prodvet/analyzers/errenvelope"
	"github.com/prodvet/prodvet/analyzers/errleak"
	"github.com/prodvet/prodvet/analyzers/goroutinerecover"
	"github.com/prodvet/prodvet/analyzers/gracefulshutdown"
	"github.com/prodvet/prodvet/analyzers/middlewareorder"
	"github.com/prodvet/prodvet/analyzers/missingreturn"
	"github.com/prodvet/prodvet/analyzers/processexit"
	"github.com/prodvet/prodvet/internal/nearest"
)

// Config has a section for each rule; the zero value is the default.
type Config struct {
	// Disable names rules that do not run.
	Disable []string `json:"disable" doc:"rules that do not run"`

	BodyLimit        bodylimit.Config        `json:"bodylimit"`
	CORSWildcard     corswildcard.Config     `json:"corswildcard"`
	ErrEnvelope      errenvelope.Config      `json:"errenvelope"`
	ErrLeak          errleak.Config          `json:"errleak"`
	GoroutineRecover goroutinerecover.Config `json:"goroutinerecover"`
	GracefulShutdown gracefulshutdown.Config `json:"gracefulshutdown"`
	MiddlewareOrder  middlewareorder.Config  `json:"middlewareorder"`
	MissingReturn    missingreturn.Config    `json:"missingreturn"`
	ProcessExit      processexit.Config      `json:"processexit"`
}

// Rules returns the names of all rules, sorted: the keys of the sections.
func Rules() []string {
	var names []string
	for name := range sections(&Config{}) {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Section returns a pointer to the section of the rule in cfg, or nil if there
// is no such rule.
func (cfg *Config) Section(rule string) any { return sections(cfg)[rule] }

// sections returns pointers to the sections of cfg by key.
func sections(cfg *Config) map[string]any {
	m := make(map[string]any)
	v := reflect.ValueOf(cfg).Elem()
	for i := range v.NumField() {
		if v.Field(i).Kind() == reflect.Struct {
			m[v.Type().Field(i).Tag.Get("json")] = v.Field(i).Addr().Interface()
		}
	}
	return m
}

// Validate checks what no section can check alone. The error names the key.
func (cfg *Config) Validate() error {
	rules := Rules()
	for _, name := range cfg.Disable {
		if !slices.Contains(rules, name) {
			return fmt.Errorf("disable: unknown rule %q%s", name, nearest.Hint(name, rules))
		}
	}
	return nil
}
