package settingsfile

import (
	"path"
	"strings"
)

// kind is the format of a file.
type kind int

const (
	unknownKind kind = iota
	dotenvFile
	yamlFile
	jsonFile
	tomlFile
	iniFile
	dockerFile
)

// extensions are the formats by extension.
var extensions = map[string]kind{
	".yml": yamlFile, ".yaml": yamlFile,
	".json": jsonFile, ".jsonc": jsonFile, ".json5": jsonFile,
	".toml": tomlFile,
	".ini":  iniFile, ".conf": iniFile, ".cfg": iniFile, ".properties": iniFile,
	".env": dotenvFile,
}

// kindOf returns the format of a file by its name.
func kindOf(file string) kind {
	name := strings.ToLower(path.Base(file))
	if k, ok := extensions[path.Ext(name)]; ok {
		return k
	}
	switch {
	case strings.HasPrefix(name, ".env."):
		return dotenvFile
	case name == "dockerfile" || name == "containerfile" || strings.HasPrefix(name, "dockerfile.") || strings.HasSuffix(name, ".dockerfile"):
		return dockerFile
	}
	return unknownKind
}
