package errenvelope

import (
	"fmt"
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
	// Strict also reports what is mostly meant as it is.
	Strict bool `json:"strict" doc:"report every error response outside the envelope: also pages, other formats, health checks, preflights, OAuth and what a framework's own error handler sends"`
}

// Validate returns an error that names the key and the entry that is wrong.
func (c Config) Validate() error {
	var names []string
	for _, f := range c.Fields {
		name, typ, typed := strings.Cut(f, ":")
		if name == "" {
			return fmt.Errorf("fields: %q has no name", f)
		}
		if slices.Contains(names, name) {
			return fmt.Errorf("fields: %q is listed twice", name)
		}
		names = append(names, name)
		if _, ok := jsonshape.TypeNamed(typ); typed && !ok {
			return fmt.Errorf("fields: unknown type %q%s", typ, meant(typ))
		}
	}
	for _, w := range c.Writers {
		if _, ok := parseFunc(w); !ok {
			return fmt.Errorf("writers: %q is not the full name of a function; write pkg/path.Name or pkg/path.Type.Name", w)
		}
	}
	return nil
}

// meant is the end of an error about an unknown type.
func meant(typ string) string {
	if n := nearest.Name(typ, jsonshape.TypeNames()); n != "" {
		return fmt.Sprintf("; did you mean %q?", n)
	}
	return "; the types are " + list(jsonshape.TypeNames())
}

// shape returns the envelope that Fields describe.
func (c Config) shape() jsonshape.Shape {
	if len(c.Fields) == 0 {
		return jsonshape.Shape{}
	}
	s := jsonshape.Shape{Type: jsonshape.Object}
	for _, f := range c.Fields {
		name, typ, _ := strings.Cut(f, ":")
		t, _ := jsonshape.TypeNamed(typ)
		s.Keys = append(s.Keys, jsonshape.Key{Name: name, Type: t})
	}
	return s
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
