// Package options derives from a rule's Config struct everything that speaks
// about its keys: flags, a JSON schema, the table on the rule page.
//
// A Config is a struct of exported fields of type bool, int, string or
// []string, each with a json tag (its key) and a doc tag (one lower-case
// sentence), and of fields with the tag `json:"-"`, which are no options. The
// zero value is the default. A key is in lower case and has no dot:
// golangci-lint lower-cases the keys of its settings and splits them at dots.
package options

import (
	"flag"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// Option describes one field of a Config.
type Option struct {
	Key   string
	Type  string // "bool", "int", "string" or "list of strings"
	Doc   string
	field int
}

// Of returns the options of cfg, a Config struct or a pointer to one, in the
// order of its fields. It panics if a field breaks the rules above: that is a
// mistake of ours, and a test finds it.
func Of(cfg any) []Option {
	t := reflect.TypeOf(cfg)
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	var opts []Option
	for i := range t.NumField() {
		f := t.Field(i)
		key, doc := f.Tag.Get("json"), f.Tag.Get("doc")
		if key == "-" {
			continue // for Go code only
		}
		typ := map[reflect.Kind]string{reflect.Bool: "bool", reflect.Int: "int", reflect.String: "string", reflect.Slice: "list of strings"}[f.Type.Kind()]
		if key == "" || key != strings.ToLower(key) || strings.Contains(key, ".") || doc == "" || typ == "" || f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() != reflect.String {
			panic(fmt.Sprintf("options: field %s.%s needs a json tag, a doc tag and a type that a flag can have", t, f.Name))
		}
		opts = append(opts, Option{Key: key, Type: typ, Doc: doc, field: i})
	}
	return opts
}

// Validator is implemented by configurations with constraints of their own.
// The error names the key: `fields: unknown type "strin"; did you mean "string"?`.
type Validator interface{ Validate() error }

// Bind defines a flag in fs for each option of cfg, a pointer to a Config. A
// flag's value replaces the field's; a list is separated by commas. A value
// that the Config's Validate refuses fails when the flag is set.
func Bind(fs *flag.FlagSet, cfg any) {
	v := reflect.ValueOf(cfg).Elem()
	for _, o := range Of(cfg) {
		fs.Var(&value{cfg: cfg, field: v.Field(o.field)}, o.Key, o.Doc)
	}
}

// value is a flag.Value for one field of a Config.
type value struct {
	cfg   any
	field reflect.Value
}

// String returns the field's value in the form that Set accepts.
func (v *value) String() string {
	if v == nil || !v.field.IsValid() { // the flag package asks a zero value
		return ""
	}
	if v.field.Kind() == reflect.Slice {
		return strings.Join(v.field.Interface().([]string), ",")
	}
	return fmt.Sprint(v.field.Interface())
}

// IsBoolFlag makes "-rule.key" stand for "-rule.key=true".
func (v *value) IsBoolFlag() bool { return v.field.IsValid() && v.field.Kind() == reflect.Bool }

// Set parses s and validates the whole configuration with it.
func (v *value) Set(s string) error {
	switch v.field.Kind() {
	case reflect.Bool:
		b, err := strconv.ParseBool(s)
		if err != nil {
			return fmt.Errorf("%q is neither true nor false", s)
		}
		v.field.SetBool(b)
	case reflect.Int:
		n, err := strconv.Atoi(s)
		if err != nil {
			return fmt.Errorf("%q is no whole number", s)
		}
		v.field.SetInt(int64(n))
	case reflect.String:
		v.field.SetString(s)
	default:
		v.field.Set(reflect.ValueOf(split(s)))
	}
	if c, ok := v.cfg.(Validator); ok {
		return c.Validate()
	}
	return nil
}

func split(s string) []string {
	var list []string
	for e := range strings.SplitSeq(s, ",") {
		if e = strings.TrimSpace(e); e != "" {
			list = append(list, e)
		}
	}
	return list
}
