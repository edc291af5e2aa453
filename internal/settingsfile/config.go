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

// What is read by default are the files of a known kind
//   - in a folder of these names, at any depth,
//   - whose name starts with one of these words, or has that of production,
//   - and all that are .env files or Dockerfiles.
//
// That is not said in patterns because matching those takes most of the time
// that looking for the files takes.
var (
	usualFolders = []string{
		"config", "configs", "conf", "etc", "settings", "env", "envs", "environments",
		"deploy", "deployment", "deployments", "k8s", "kubernetes", "helm", "chart", "charts", "manifests", "kustomize",
	}
	usualWords = []string{
		"app", "application", "appsettings", "config", "configuration", "settings",
		"compose", "docker", "fly", "render",
	}
)

// isUsual reports whether a file of that kind is read by default.
func isUsual(file string, k kind) bool {
	switch k {
	case unknownKind:
		return false
	case dotenvFile, dockerFile:
		return true
	}
	ws := words(stem(file))
	if len(ws) > 0 && slices.Contains(usualWords, ws[0]) || slices.Contains(ws, "production") || slices.Contains(ws, "prod") {
		return true
	}
	folders := strings.Split(file, "/")
	return slices.ContainsFunc(folders[:len(folders)-1], func(f string) bool { return slices.Contains(usualFolders, f) })
}

// Words of names, in lower case, that say what a file is for.
var (
	productionWords  = []string{"production", "prod", "prd", "live", "release"}
	developmentWords = []string{
		"development", "develop", "dev", "local", "localhost", "debug", "docs",
		"test", "tests", "testing", "ci", "e2e", "mock", "mocks", "fixture", "fixtures",
		"example", "examples", "sample", "samples", "template", "templates", "tpl", "tmpl", "dist", "demo",
		"staging", "stage", "stg", "qa", "uat", "sandbox", "preview", "bench", "bak", "backup", "old", "orig",
	}
	// developmentSections are keys at the top of a file with a table for each
	// environment.
	developmentSections = []string{"development", "develop", "dev", "local", "test", "testing", "ci", "staging", "stage", "stg", "qa", "uat", "sandbox"}
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
