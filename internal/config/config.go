// Package config is the configuration of the whole suite. It arrives as
// .prodvet.yml, as flags or as golangci-lint settings, with the same keys.
package config

import (
	"github.com/prodvet/prodvet/analyzers/corswildcard"
	"github.com/prodvet/prodvet/analyzers/errenvelope"
	"github.com/prodvet/prodvet/analyzers/goroutinerecover"
	"github.com/prodvet/prodvet/analyzers/middlewareorder"
)

// Config has a section for each rule; the zero value is the default.
type Config struct {
	// Disable names rules that do not run.
	Disable []string `json:"disable" doc:"rules that do not run"`

	CORSWildcard     corswildcard.Config     `json:"corswildcard"`
	ErrEnvelope      errenvelope.Config      `json:"errenvelope"`
	GoroutineRecover goroutinerecover.Config `json:"goroutinerecover"`
	MiddlewareOrder  middlewareorder.Config  `json:"middlewareorder"`
}
