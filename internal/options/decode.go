package options

import (
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"

	"github.com/prodvet/prodvet/internal/nearest"
)

// Decode sets the fields of cfg, a pointer to a Config, from settings: a table
// of keys as a YAML or JSON decoder returns it. A key that is absent or null
// leaves its field alone.
//
// The error is about the first key in alphabetical order that is unknown or has
// a value of another type, or else what the Config's Validate says. With an
// error, cfg is unchanged.
func Decode(cfg any, settings map[string]any) error {
	opts := Of(cfg)
	target := reflect.ValueOf(cfg).Elem()
	result := reflect.New(target.Type())
	result.Elem().Set(target)
	for _, key := range slices.Sorted(maps.Keys(settings)) {
		i := slices.IndexFunc(opts, func(o Option) bool { return o.Key == key })
		if i < 0 {
			return unknown(key, opts)
		}
		if err := opts[i].assign(result.Elem().Field(opts[i].field), settings[key]); err != nil {
			return err
		}
	}
	if c, ok := result.Interface().(Validator); ok {
		if err := c.Validate(); err != nil {
			return err
		}
	}
	target.Set(result.Elem())
	return nil
}

// unknown is the error for a key that is none of opts.
func unknown(key string, opts []Option) error {
	var keys []string
	for _, o := range opts {
		keys = append(keys, o.Key)
	}
	return UnknownKey(key, keys)
}

// UnknownKey is the error for a key that is none of the valid ones: it names
// the one that was meant, or else all of them.
func UnknownKey(key string, valid []string) error {
	return fmt.Errorf("unknown key %q%s", key, nearest.Hint(key, valid))
}

// assign sets field, which is o's, to v, a decoded YAML or JSON value.
func (o Option) assign(field reflect.Value, v any) error {
	if v == nil {
		return nil
	}
	switch field.Kind() {
	case reflect.Bool:
		if b, ok := v.(bool); ok {
			field.SetBool(b)
			return nil
		}
		return o.mismatch("true or false", v)
	case reflect.Int:
		if n, ok := whole(v); ok {
			field.SetInt(n)
			return nil
		}
		return o.mismatch("a whole number", v)
	case reflect.String:
		if s, ok := v.(string); ok {
			field.SetString(s)
			return nil
		}
		return o.mismatch("a string", v)
	default:
		return o.assignList(field, v)
	}
}

// assignList sets field to the list v of strings.
func (o Option) assignList(field reflect.Value, v any) error {
	var list []string
	switch v := v.(type) {
	case []string:
		list = slices.Clone(v)
	case []any:
		for i, e := range v {
			s, ok := e.(string)
			if !ok {
				return fmt.Errorf("%s: want a list of strings, but element %d is %s", o.Key, i+1, describe(e))
			}
			list = append(list, s)
		}
	default:
		return o.mismatch("a list of strings", v)
	}
	field.Set(reflect.ValueOf(list))
	return nil
}

// mismatch is the error for a value v of another type than the option's.
func (o Option) mismatch(want string, v any) error {
	return fmt.Errorf("%s: want %s, not %s", o.Key, want, describe(v))
}

// whole returns v as an integer, if it is one. JSON decoders return every
// number as a float64.
func whole(v any) (int64, bool) {
	n := reflect.ValueOf(v)
	switch {
	case n.CanInt():
		return n.Int(), true
	case n.CanUint():
		return int64(n.Uint()), n.Uint() <= math.MaxInt64
	case n.CanFloat():
		// Beyond 2⁵³ a float64 may stand for a number that the user did not write.
		f := n.Float()
		return int64(f), f == math.Trunc(f) && math.Abs(f) <= 1<<53
	}
	return 0, false
}

// describe returns v in words for an error message.
func describe(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case string:
		return fmt.Sprintf("%q", v)
	case []any, []string:
		return "a list"
	case map[string]any, map[any]any:
		return "a table of keys"
	default:
		return fmt.Sprint(v)
	}
}

// Table returns v, a decoded YAML or JSON value, as a table of keys. Null is an
// empty one.
func Table(v any) (map[string]any, error) {
	switch v := v.(type) {
	case nil:
		return nil, nil
	case map[string]any:
		return v, nil
	case map[any]any:
		table := make(map[string]any, len(v))
		for key, value := range v {
			table[fmt.Sprint(key)] = value
		}
		return table, nil
	default:
		return nil, fmt.Errorf("want a table of keys, not %s", describe(v))
	}
}
