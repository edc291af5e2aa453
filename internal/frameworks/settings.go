package frameworks

import (
	"slices"
	"strings"
)

// Settings describes a library from which a program gets its configuration: by
// keys, by flags, or by the tags of a struct.
type Settings struct {
	Packages []string // import paths

	// Flags are the functions that define flags; FlagTypes are struct types whose
	// literals do.
	Flags     []FlagSet
	FlagTypes []FlagType

	// Getters return the value of the key, or with GetsFlags of the flag, that
	// their first argument names. They may return an error beside it.
	Getters   []Funcs
	GetsFlags bool
	// Defaults set the value of a key, the first argument, that it has by default,
	// the second.
	Defaults []Funcs
	// Maps set the values of all keys of the map that is their first argument;
	// Structs those of all fields of a struct, whose tag is the second one.
	Maps, Structs []Funcs
	// Variables bind a key to the environment variables that are the other
	// arguments. BoundFlags bind a key to a flag, the second argument, which is
	// found by its name with a function of Lookups.
	Variables, BoundFlags, Lookups []Funcs

	FoldsCase  bool   // "Origins" and "origins" are one key
	SplitsText bool   // a text is split at its spaces where a list is asked for
	Lists      []Func // functions that return a list of their arguments
}

// Funcs are functions of a package or methods, with pointer receiver or not,
// that are used alike.
type Funcs struct {
	Pkgs  []string
	Recvs []string // "" for functions
	Names []string
}

// Has reports whether fn is one of them.
func (s Funcs) Has(fn Func) bool {
	return slices.Contains(s.Pkgs, fn.Pkg) && slices.Contains(s.Recvs, fn.Recv) && slices.Contains(s.Names, fn.Name)
}

// FlagSet describes the functions of a package that define flags, and the
// methods of its type FlagSet. For each of Types there are Type(name, value,
// usage), which returns a pointer, and TypeVar(pointer, name, value, usage).
type FlagSet struct {
	Pkg   string
	Types []string
	// Shorthands: there are also TypeP and TypeVarP, with another argument
	// after the name.
	Shorthands bool
	Dashes     string // as users write it before the name
}

// FlagFunc says what the arguments of a function that defines a flag are.
type FlagFunc struct {
	Target        int // the pointer that it sets, or None if it returns one
	Name, Default int
	Dashes        string
}

// Flag tells how fn defines a flag, if it is one of the functions of s.
func (s FlagSet) Flag(fn Func) (FlagFunc, bool) {
	if fn.Pkg != s.Pkg || fn.Recv != "" && fn.Recv != "FlagSet" {
		return FlagFunc{}, false
	}
	f := FlagFunc{Target: None, Name: 0, Default: 1, Dashes: s.Dashes}
	name := fn.Name
	if short, ok := strings.CutSuffix(name, "P"); ok && s.Shorthands {
		name = short
		f.Default++
	}
	if set, ok := strings.CutSuffix(name, "Var"); ok {
		name = set
		f.Target, f.Name, f.Default = 0, f.Name+1, f.Default+1
	}
	return f, slices.Contains(s.Types, name)
}

// FlagType is a struct type whose literals define flags.
type FlagType struct {
	Type
	// Name, Value and Target are the fields that have the flag's name, its
	// default, and the pointer that it sets.
	Name, Value, Target string
	// Variables are the fields that name the environment variables which set it.
	Variables []string
	Dashes    string
}

// AllSettings lists every library of configuration, in a fixed order.
func AllSettings() []*Settings {
	return []*Settings{flags, pflag, viper, koanf, urfaveCLI}
}

// TagDefault is a struct tag that gives a field its value where nobody has
// configured another.
type TagDefault struct {
	Tag string
	// Option is what stands before the default among the tag's options, which
	// are separated by commas; "" if the tag is the default.
	Option string
	// Separators are the tags that say what separates the elements of a list; it
	// is a comma if there is none.
	Separators []string
}

// Struct tags of libraries that read a configuration into a struct.
var (
	// TagDefaults: caarlos0/env; cleanenv; sethvargo/go-envconfig; kong,
	// kelseyhightower/envconfig, creasty/defaults, jessevdk/go-flags; go-zero.
	TagDefaults = []TagDefault{
		{Tag: "envDefault", Separators: []string{"envSeparator"}},
		{Tag: "env-default", Separators: []string{"env-separator"}},
		{Tag: "env", Option: "default="},
		{Tag: "default", Separators: []string{"sep", "env-delim"}},
		{Tag: "json", Option: "default="},
	}
	// TagVariables have the name of a field's environment variable, and
	// TagPrefixes what stands before the names of the fields of a field.
	TagVariables = []string{"env", "envconfig"}
	TagPrefixes  = []string{"envPrefix", "env-prefix", "envprefix"}
	// TagKeys have the name of a field in a configuration file.
	TagKeys = []string{"mapstructure", "koanf", "yaml", "toml", "json"}
	// TagFlags have the name of a field's flag.
	TagFlags = []string{"name", "long", "flag"}
)
