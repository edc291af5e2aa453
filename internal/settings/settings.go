// Package settings knows what the configuration files of a repository say: the
// .env, YAML, JSON and TOML files that a service is deployed with.
package settings

// Environment is the configuration that one deployment of a service runs with:
// the files that belong to it, over those that belong to none.
type Environment struct {
	// Name is what its files are named for, such as "production"; "" if the
	// repository has no file that is named for an environment.
	Name string
}

// Value is what a file says for a key.
type Value struct {
	// Items are the elements of a list. A single text is one item.
	Items []string
	List  bool
	// Path is the file, relative to the module's root and with slashes; Line
	// is where the value stands in it, from 1.
	Path string
	Line int
}
