package errenvelope

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/jsonshape"
	"github.com/prodvet/prodvet/internal/nearest"
)

// Config holds the options of the rule; the zero value is the default.
type Config struct {
	// Fields are the top-level JSON keys of the envelope, each "name" or
	// "name:type" with the types bool, number, string, array and object.
	Fields []string `json:"fields" doc:"top-level keys of the envelope, as name or name:type (bool, number, string, array, object)"`
	// Writers are functions that write the envelope, as "pkg/path.Name" or
	// "pkg/path.Type.Name".
	Writers []string `json:"writers" doc:"functions that write the envelope, as pkg/path.Name or pkg/path.Type.Name"`
	// Surfaces are packages with an envelope of their own, or with none. The
	// first one whose pattern matches a package counts.
	Surfaces []string `json:"surfaces" doc:"packages with an envelope of their own, each a pattern of packages (./oauth/..., example.com/svc/oauth) and, after spaces, the keys as in fields, or json for any keys, or none"`
	// ErrorStatus also reports errors that are sent with a status below 400.
	ErrorStatus bool `json:"error-status" doc:"report errors that are sent with a status below 400: bodies that say success false, status \"error\" or nothing but an error"`
	// Strict also reports what is mostly meant as it is.
	Strict bool `json:"strict" doc:"report every error response outside the envelope: also pages, other formats, health checks, preflights, OAuth and what a framework's own error handler sends"`
}

// Validate returns an error that names the key and the entry that is wrong.
func (c Config) Validate() error {
	if err := validateFields(c.Fields); err != nil {
		return fmt.Errorf("fields: %w", err)
	}
	for _, w := range c.Writers {
		if _, ok := parseFunc(w); !ok {
			return fmt.Errorf("writers: %q is not the full name of a function; write pkg/path.Name or pkg/path.Type.Name", w)
		}
	}
	return validateSurfaces(c.Surfaces)
}

func validateFields(fields []string) error {
	var names []string
	for _, f := range fields {
		name, typ, typed := strings.Cut(f, ":")
		if name == "" {
			return fmt.Errorf("%q has no name", f)
		}
		if slices.Contains(names, name) {
			return fmt.Errorf("%q is listed twice", name)
		}
		names = append(names, name)
		if _, ok := jsonshape.TypeNamed(typ); typed && !ok {
			return fmt.Errorf("unknown type %q%s", typ, meant(typ))
		}
	}
	return nil
}

// The words for a surface without an envelope, and for one whose errors are JSON
// with whatever keys.
const (
	none    = "none"
	anyJSON = "json"
)

func validateSurfaces(surfaces []string) error {
	var patterns []string
	for _, s := range surfaces {
		words := strings.Fields(s)
		if len(words) < 2 {
			return fmt.Errorf("surfaces: %q has no envelope; write the pattern of packages and then its keys, json or none", s)
		}
		pattern, keys := words[0], words[1:]
		switch {
		case slices.Contains(patterns, pattern):
			return fmt.Errorf("surfaces: %s is listed twice", pattern)
		case strings.Contains(pattern, ":"), strings.HasPrefix(pattern, "../"), strings.HasPrefix(pattern, "/"):
			return fmt.Errorf("surfaces: %q is no pattern of packages; write ./dir, ./dir/... or pkg/path", pattern)
		case slices.Contains(keys, none) && len(keys) > 1:
			return fmt.Errorf("surfaces: %s has none and something else", pattern)
		case len(keys) == 1 && keys[0] != strings.ToLower(keys[0]) && slices.Contains([]string{none, anyJSON}, strings.ToLower(keys[0])):
			return fmt.Errorf("surfaces: %s: unknown envelope %q; did you mean %q?", pattern, keys[0], strings.ToLower(keys[0]))
		}
		patterns = append(patterns, pattern)
		for _, k := range keys {
			if strings.Contains(k, ",") {
				return fmt.Errorf("surfaces: %s: %q has a comma; keys are separated by spaces", pattern, k)
			}
		}
		if err := validateFields(keys); err != nil {
			return fmt.Errorf("surfaces: %s: %w", pattern, err)
		}
	}
	return nil
}

// surface returns the words for the envelope of the surface that a package is
// on; ok is false if it is on none.
func (c Config) surface(module, path string) (envelope []string, ok bool) {
	path, _, _ = strings.Cut(path, " ") // as compiled for a test
	for _, s := range c.Surfaces {
		words := strings.Fields(s)
		pattern := words[0]
		if rest, relative := strings.CutPrefix(pattern, "./"); relative || pattern == "." {
			pattern = strings.TrimSuffix(module+"/"+strings.TrimPrefix(rest, "."), "/")
		}
		if !matches(pattern, path) {
			continue
		}
		return words[1:], true
	}
	return nil, false
}

// matches reports whether a pattern of packages as the go command has them
// matches a path. "..." stands for any string, and a "/..." at the end also for
// none.
func matches(pattern, path string) bool {
	re := regexp.QuoteMeta(pattern)
	re = strings.ReplaceAll(re, `\.\.\.`, `.*`)
	if before, ok := strings.CutSuffix(re, `/.*`); ok {
		re = before + `(/.*)?`
	}
	ok, err := regexp.MatchString("^"+re+"$", path)
	return ok && err == nil
}

// meant is the end of an error about an unknown type.
func meant(typ string) string {
	if n := nearest.Name(typ, jsonshape.TypeNames()); n != "" {
		return fmt.Sprintf("; did you mean %q?", n)
	}
	return "; the types are " + list(jsonshape.TypeNames())
}

// parseFunc reads the full name of a function or method.
func parseFunc(s string) (f frameworks.Func, ok bool) {
	slash := strings.LastIndex(s, "/")
	parts := strings.Split(s[slash+1:], ".")
	// A path's last element can have dots itself (gopkg.in/yaml.v3): what
	// starts with a capital letter is a name, or all of it would be the path.
	n := len(parts)
	if n < 2 || slices.Contains(parts, "") || strings.ContainsAny(s, " \t()*") {
		return f, false
	}
	f.Name, f.Pkg = parts[n-1], strings.Join(parts[:n-1], ".")
	if n > 2 && isType(parts[n-2]) {
		f.Recv, f.Pkg = parts[n-2], strings.Join(parts[:n-2], ".")
	}
	f.Pkg = s[:slash+1] + f.Pkg
	return f, true
}

// isType reports whether an element of a function's full name is a type and not
// the end of an import path such as "yaml.v3".
func isType(elem string) bool {
	return !(elem[0] == 'v' && strings.Trim(elem[1:], "0123456789") == "")
}
