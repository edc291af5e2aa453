package frameworks

const pathCobra = "github.com/spf13/cobra"

// commands are libraries of command lines: what a command runs is no request.
var commands = &Framework{
	Name:     "command lines",
	Packages: []string{pathCobra, pathCLIV2, pathCLIV3},
	Commands: []Type{{pathCobra, "Command"}, {pathCLIV2, "Context"}, {pathCLIV3, "Command"}},
}
