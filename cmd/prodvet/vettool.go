package main

import (
	"io"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/internal/configfile"
	"github.com/prodvet/prodvet/internal/settings"
	"github.com/prodvet/prodvet/internal/vetunit"
)

// newVettool returns the side of prodvet that cmd/go talks to.
func newVettool() *vetunit.Tool {
	return &vetunit.Tool{Analyzers: configuredRules, WriteIdentity: writeIdentity}
}

// configuredRules returns the rules as configured for packages in dir; with
// the default configuration if dir is "", that is, for a dependency: rules do
// not report there, and facts know no configuration.
func configuredRules(dir string) ([]*analysis.Analyzer, error) {
	if dir == "" {
		return analyzers.Suite, nil
	}
	f, err := configfile.ForDir(dir)
	if err != nil {
		return nil, err
	}
	f.Config.CORSWildcard.Settings = sync.OnceValue(func() []*settings.Environment {
		set, err := f.Settings()
		if err != nil {
			return nil // changed since cmd/go asked for the identity, which tells of errors
		}
		return set.Environments()
	})
	return analyzers.New(f.Config), nil
}

func writeIdentity(w io.Writer, dir string) error {
	files, err := configfile.All(dir, "")
	if err != nil {
		return err
	}
	for _, f := range files {
		id, err := f.Identity()
		if err != nil {
			return err
		}
		if _, err := w.Write(id); err != nil {
			return err
		}
	}
	return nil
}
