package frameworks

const (
	pathCLIV1 = "github.com/urfave/cli"
	pathCLIV2 = "github.com/urfave/cli/v2"
	pathCLIV3 = "github.com/urfave/cli/v3"
)

// urfaveCLI is github.com/urfave/cli, read at v2.27.7 and v3.14.0. All flags of
// v3 are instances of one generic type.
var urfaveCLI = &Settings{
	Packages: []string{pathCLIV1, pathCLIV2, pathCLIV3},
	FlagTypes: []FlagType{
		cliFlag(pathCLIV1, "StringFlag"), cliFlag(pathCLIV1, "StringSliceFlag"),
		cliFlag(pathCLIV2, "StringFlag"), cliFlag(pathCLIV2, "StringSliceFlag"), cliFlag(pathCLIV2, "BoolFlag"),
		cliFlag(pathCLIV3, "FlagBase"),
	},
	Getters: []Funcs{
		{[]string{pathCLIV1, pathCLIV2}, []string{"Context"}, []string{"String", "StringSlice", "Bool", "GlobalString", "GlobalStringSlice", "GlobalBool"}},
		{[]string{pathCLIV3}, []string{"Command"}, []string{"String", "StringSlice", "Bool"}},
	},
	GetsFlags: true,
	Lists:     []Func{{pathCLIV2, "", "NewStringSlice"}},
}

func cliFlag(pkg, name string) FlagType {
	return FlagType{
		Type: Type{pkg, name}, Name: "Name", Value: "Value", Target: "Destination",
		Variables: []string{"EnvVar", "EnvVars", "Sources"}, Dashes: "--",
	}
}
