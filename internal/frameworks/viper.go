package frameworks

const pathViper = "github.com/spf13/viper"

// viper is github.com/spf13/viper, read at v1.21.0.
var viper = &Settings{
	Packages:   []string{pathViper},
	Getters:    []Funcs{{[]string{pathViper}, []string{"", "Viper"}, []string{"Get", "GetString", "GetBool", "GetStringSlice"}}},
	Defaults:   []Funcs{{[]string{pathViper}, []string{"", "Viper"}, []string{"SetDefault"}}},
	Variables:  []Funcs{{[]string{pathViper}, []string{"", "Viper"}, []string{"BindEnv", "MustBindEnv"}}},
	BoundFlags: []Funcs{{[]string{pathViper}, []string{"", "Viper"}, []string{"BindPFlag"}}},
	Lookups:    []Funcs{{[]string{pathPFlag}, []string{"", "FlagSet"}, []string{"Lookup"}}, {[]string{"github.com/spf13/cobra"}, []string{"Command"}, []string{"Flag"}}},
	FoldsCase:  true,
	SplitsText: true,
}
