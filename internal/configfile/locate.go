package configfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/mod/modfile"
)

// EnvPath is the environment variable that overrides where the configuration
// is looked for. It is an environment variable and not a flag because cmd/go
// asks a vettool for its identity without passing flags: a file named by a
// flag could change without cmd/go taking notice.
const EnvPath = "PRODVET_CONFIG"

// ForDir reads the configuration for packages in dir: the file that EnvPath
// names, else Name at the root of the module around dir. Without either it
// returns an empty File.
func ForDir(dir string) (*File, error) {
	f, err := forDir(dir, os.Getenv(EnvPath))
	if err != nil && os.Getenv(EnvPath) != "" {
		return nil, fmt.Errorf("%s: %w", EnvPath, err)
	}
	return f, err
}

// forDir reads the configuration for packages in dir: the file at path or, if
// that is "", Name at the root of the module around dir.
func forDir(dir, path string) (*File, error) {
	root, ok := above(dir, "go.mod")
	if path != "" {
		f, err := Load(path)
		if err != nil {
			return nil, err
		}
		f.Root = root
		return f, nil
	}
	if !ok {
		return new(File), nil
	}
	return inRoot(root)
}

// inRoot reads the configuration of the module rooted at root.
func inRoot(root string) (*File, error) {
	path := filepath.Join(root, Name)
	f, err := Load(path)
	if !errors.Is(err, fs.ErrNotExist) || exists(path) {
		if err != nil {
			return nil, err
		}
		f.Root = root
		return f, nil
	}
	for _, other := range []string{".prodvet.yaml", "prodvet.yml", "prodvet.yaml"} {
		if wrong := filepath.Join(root, other); exists(wrong) {
			return nil, fmt.Errorf("%s is not read; rename it to %s", wrong, Name)
		}
	}
	return &File{Root: root}, nil
}

// All reads the configurations that a run of the go command in dir can meet:
// that of the module around dir, and those of the modules of its workspace. If
// path is not "", it is the file to read for each, whatever EnvPath says.
func All(dir, path string) ([]*File, error) {
	read := ForDir
	if path != "" {
		read = func(dir string) (*File, error) { return forDir(dir, path) }
	}
	first, err := read(dir)
	if err != nil {
		return nil, err
	}
	files := []*File{first}
	roots, err := workspace(dir)
	if err != nil {
		return nil, err
	}
	for _, root := range roots {
		if root == first.Root {
			continue
		}
		f, err := read(root)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

// workspace returns the roots of the modules of the workspace around dir, if
// there is one and it is not switched off.
func workspace(dir string) ([]string, error) {
	path := os.Getenv("GOWORK")
	if path == "off" {
		return nil, nil
	}
	if path == "" {
		root, ok := above(dir, "go.work")
		if !ok {
			return nil, nil
		}
		path = filepath.Join(root, "go.work")
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	work, err := modfile.ParseWork(path, data, nil)
	if err != nil {
		return nil, err
	}
	var roots []string
	for _, use := range work.Use {
		root := filepath.FromSlash(use.Path)
		if !filepath.IsAbs(root) {
			root = filepath.Join(filepath.Dir(path), root)
		}
		roots = append(roots, root)
	}
	return roots, nil
}

// above returns the nearest directory at or above dir that holds the file.
func above(dir, name string) (string, bool) {
	for {
		if exists(filepath.Join(dir, name)) {
			return dir, true
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", false
		}
		dir = parent
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
