package frameworks

const (
	pathFlag  = "flag"
	pathPFlag = "github.com/spf13/pflag"
)

// flags is package flag of the standard library.
var flags = &Settings{
	Packages: []string{pathFlag},
	Flags:    []FlagSet{{Pkg: pathFlag, Types: []string{"String", "Bool", "Int"}, Dashes: "-"}},
}

// pflag is github.com/spf13/pflag, whose flag sets are those of cobra's commands,
// read at v1.0.10.
var pflag = &Settings{
	Packages: []string{pathPFlag, "github.com/spf13/cobra"},
	Flags: []FlagSet{{
		Pkg: pathPFlag, Types: []string{"String", "Bool", "Int", "StringSlice", "StringArray"}, Shorthands: true, Dashes: "--",
	}},
	Getters:   []Funcs{{[]string{pathPFlag}, []string{"FlagSet"}, []string{"GetString", "GetBool", "GetStringSlice", "GetStringArray"}}},
	GetsFlags: true,
}
