// Package settingsfile reads the configuration files of a repository: those
// that a service is deployed with. Only the prodvet binary uses it: analyzers
// read no files.
package settingsfile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Config is the section "deployment" of .prodvet.yml. Its patterns are those
// of [doublestar], relative to the module's root and with slashes; one without
// a slash is for names in any folder.
//
// [doublestar]: https://pkg.go.dev/github.com/bmatcuk/doublestar/v4#Match
type Config struct {
	Files       []string `json:"files" doc:"patterns of the configuration files that the service is deployed with, instead of the usual names"`
	Exclude     []string `json:"exclude" doc:"patterns of files that are not read"`
	Production  []string `json:"production" doc:"patterns, or words of names, of files that are production's, whatever else their names say"`
	Development []string `json:"development" doc:"patterns, or words of names, of files that production does not use"`
}

// usualFiles are the patterns of the files that are read by default, as far as
// their kind is known.
var usualFiles = []string{
	".env", ".env.*", "*.env",
	"{app,application,appsettings,config,configuration,settings}.*",
	"{app,application,appsettings,config,configuration,settings}[-._]*.*",
	"{production,prod}.*", "*[-._]{production,prod}.*",
	"*compose*.{yml,yaml}",
	"Dockerfile", "Dockerfile.*", "*.Dockerfile", "Containerfile",
	"fly.toml", "fly.*.toml", "render.yaml",
	"**/{config,configs,conf,etc,settings,env,envs,environments}/**",
	"**/{deploy,deployment,deployments,k8s,kubernetes,helm,chart,charts,manifests,kustomize}/**",
}

// Words of names, in lower case, that say what a file is for.
var (
	productionWords  = []string{"production", "prod", "prd", "live", "release"}
	developmentWords = []string{
		"development", "develop", "dev", "local", "localhost", "debug", "docs",
		"test", "tests", "testing", "ci", "e2e", "mock", "mocks", "fixture", "fixtures",
		"example", "examples", "sample", "samples", "template", "templates", "tpl", "tmpl", "dist", "demo",
		"staging", "stage", "stg", "qa", "uat", "sandbox", "preview", "bench",
	}
	// defaultWords are of files that lie below all others.
	defaultWords = []string{"default", "defaults", "base", "common"}
	// genericWords say nothing about which environment a file is for.
	genericWords = []string{"env", "config", "configuration", "conf", "application", "app", "appsettings", "settings", "values", "docker", "compose", "dockerfile", "fly"}
)

// Validate checks the patterns.
func (c *Config) Validate() error {
	for _, o := range []struct {
		key      string
		patterns []string
	}{{"files", c.Files}, {"exclude", c.Exclude}, {"production", c.Production}, {"development", c.Development}} {
		for _, p := range o.patterns {
			if err := validPattern(p); err != nil {
				return fmt.Errorf("%s: pattern %q %w", o.key, p, err)
			}
		}
	}
	return nil
}

func validPattern(p string) error {
	switch {
	case p == "":
		return fmt.Errorf("is empty")
	case strings.Contains(p, `\`):
		return fmt.Errorf(`has a \; folders are separated by /`)
	case strings.HasPrefix(p, "/") || slices.Contains(strings.Split(p, "/"), ".."):
		return fmt.Errorf("is not below the module's root, to which patterns are relative")
	case !doublestar.ValidatePattern(p):
		return fmt.Errorf("is malformed")
	}
	return nil
}

// match reports whether one of the patterns matches the path, relative and
// with slashes.
func match(patterns []string, path string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return matches(p, path) })
}

func matches(pattern, path string) bool {
	if !strings.Contains(pattern, "/") {
		path = path[strings.LastIndexByte(path, '/')+1:]
	}
	return doublestar.MatchUnvalidated(strings.TrimPrefix(pattern, "./"), path)
}

// literal reports whether a pattern has no wildcards: it names one file, or
// the files of one name.
func literal(pattern string) bool { return !strings.ContainsAny(pattern, "*?[{") }
