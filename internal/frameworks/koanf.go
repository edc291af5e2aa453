package frameworks

const (
	pathKoanf   = "github.com/knadh/koanf"
	pathKoanfV2 = "github.com/knadh/koanf/v2"
)

// koanf is github.com/knadh/koanf, read at v2.4.1. A text is no list to it.
var koanf = &Settings{
	Packages: []string{pathKoanf, pathKoanfV2},
	Getters: []Funcs{{
		[]string{pathKoanf, pathKoanfV2},
		[]string{"Koanf"},
		[]string{"Get", "String", "Strings", "Bool", "MustString", "MustStrings"},
	}},
	Maps:    []Funcs{{[]string{pathKoanf + "/providers/confmap"}, []string{""}, []string{"Provider"}}},
	Structs: []Funcs{{[]string{pathKoanf + "/providers/structs"}, []string{""}, []string{"Provider", "ProviderWithDelim"}}},
}
