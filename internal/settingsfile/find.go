package settingsfile

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/bmatcuk/doublestar/v4"
)

// Bounds on what is read. Configuration is small; what is larger is data.
const (
	maxFiles = 1000
	maxSize  = 1 << 20
)

// Set is the configuration files of a module, as read.
type Set struct {
	root      string
	files     []*file
	notes     []string
	unmatched []string
}

// file is one of them.
type file struct {
	path    string // relative to the root, with slashes
	kind    kind
	role    role
	name    string // of the environment, if role is production
	pattern string // of the user's, that names it; "" if it has a usual name
	data    []byte
	said    func() (*content, error) // what parse returns, which is called once
}

// Read reads the configuration files of the module in root, except those that
// only development uses. Files that git ignores do not count, unless a pattern
// without wildcards names them: they are not the repository's.
//
// The error is that a file cannot be read, or is too large, which a pattern of
// the user's names, or that there are too many. Files of usual names are then
// left out, with a note.
func Read(root string, cfg Config) (*Set, error) {
	w := &walker{root: root, cfg: &cfg, matched: make(map[string]bool)}
	w.set.root = root
	if err := w.folder("", ignoresAbove(root), true); err != nil && !errors.Is(err, errTooMany) {
		return nil, err
	}
	if len(w.found) > maxFiles {
		if len(cfg.Files) > 0 {
			return nil, fmt.Errorf("deployment.files: the patterns match more than %d files", maxFiles)
		}
		w.set.note("there are more than %d configuration files, so none is read; say in deployment.files which count", maxFiles)
		return &w.set, nil
	}
	for _, f := range w.found {
		if err := w.set.read(f); err != nil {
			return nil, err
		}
	}
	for _, p := range cfg.Files {
		if !w.matched[p] {
			w.set.unmatched = append(w.set.unmatched, p)
		}
	}
	return &w.set, nil
}

// Unmatched returns the patterns of Config.Files that match no file.
func (s *Set) Unmatched() []string { return s.unmatched }

// Notes returns what the user should know of files that were not read: one
// line each.
func (s *Set) Notes() []string { return s.notes }

func (s *Set) note(format string, args ...any) {
	s.notes = append(s.notes, fmt.Sprintf(format, args...))
}

// read adds a file. One that the user did not name and that cannot be read is
// left out with a note.
func (s *Set) read(f *file) error {
	name := filepath.Join(s.root, filepath.FromSlash(f.path))
	info, err := os.Stat(name)
	switch {
	case err != nil:
	case !info.Mode().IsRegular():
		err = errors.New("is no regular file")
	case info.Size() > maxSize:
		err = fmt.Errorf("is larger than %d KiB", maxSize>>10)
	default:
		f.data, err = os.ReadFile(name)
	}
	if err == nil {
		f.said = sync.OnceValues(f.parse)
		s.files = append(s.files, f)
		return nil
	}
	if p := new(fs.PathError); errors.As(err, &p) {
		err = p.Err
	}
	if f.pattern != "" {
		return fmt.Errorf("%s: %w", name, err)
	}
	s.note("%s: %v, so it is not read as configuration; deployment.exclude silences this", f.path, err)
	return nil
}

// Identity returns a hash of the paths and contents of the files.
func (s *Set) Identity() []byte {
	h := sha256.New()
	for _, f := range s.files {
		fmt.Fprintf(h, "%q %d\n", f.path, len(f.data))
		h.Write(f.data)
	}
	return h.Sum(nil)
}

// Check returns the mistakes in the files that the user names, one a line. A
// file that is read for its usual name may be a template or something else
// altogether: what does not parse there is passed over.
func (s *Set) Check() error {
	var errs []error
	for _, f := range s.files {
		if f.pattern == "" {
			continue
		}
		if _, err := f.said(); err != nil {
			errs = append(errs, s.locate(f, err))
		}
	}
	return errors.Join(errs...)
}

// locate returns err as "file:line: text".
func (s *Set) locate(f *file, err error) error {
	name := filepath.Join(s.root, filepath.FromSlash(f.path))
	if e := (lineError{}); errors.As(err, &e) {
		return fmt.Errorf("%s:%d: %w", name, e.line, e.err)
	}
	return fmt.Errorf("%s: %w", name, err)
}

// walker looks for the files.
type walker struct {
	root    string
	cfg     *Config
	found   []*file
	matched map[string]bool // the user's patterns that match some file
	set     Set
}

var errTooMany = errors.New("too many files")

// skipped are folders in which nothing is looked for, unless a pattern of the
// user's starts with them; so are those that start with a dot.
var skipped = []string{"node_modules", "vendor", "testdata"}

// folder looks in a folder, relative to the root. If usual is false, only for
// what patterns of the user's name.
func (w *walker) folder(folder string, ignore ignores, usual bool) error {
	entries, err := os.ReadDir(filepath.Join(w.root, filepath.FromSlash(folder)))
	if err != nil {
		if folder == "" {
			return err
		}
		return nil // such as one that only another user may read
	}
	usual = usual && (folder == "" || !isForeign(entries))
	if has(entries, ".gitignore") {
		ignore = ignore.in(w.root, folder)
	}
	for _, e := range entries {
		path := strings.TrimPrefix(folder+"/"+e.Name(), "/")
		if e.IsDir() {
			if usual := usual && w.usualFolder(path, e.Name(), ignore); usual || w.leadsTo(path) {
				if err := w.folder(path, ignore, usual); err != nil {
					return err
				}
			}
			continue
		}
		w.file(path, ignore, usual)
		if len(w.found) > maxFiles {
			return errTooMany
		}
	}
	return nil
}

func (w *walker) usualFolder(path, name string, ignore ignores) bool {
	return name[0] != '.' && !slices.Contains(skipped, name) && !ignore.match(path, true)
}

// projects are files that a program in another language begins with.
var projects = []string{"package.json", "pyproject.toml", "requirements.txt", "setup.py", "Cargo.toml", "pom.xml", "build.gradle", "build.gradle.kts", "composer.json", "Gemfile", "mix.exs"}

// isForeign reports whether another program begins in a folder with these
// entries, whose configuration is its own: another Go module, a front end, a
// service in another language. A front end may have a Go file that embeds it,
// and a Go program a package.json for its tools.
func isForeign(entries []fs.DirEntry) bool {
	hasName := func(name string) bool { return has(entries, name) }
	isGo := func(e fs.DirEntry) bool { return strings.HasSuffix(e.Name(), ".go") }
	switch {
	case hasName("go.mod"):
		return true
	case !slices.ContainsFunc(projects, hasName):
		return false
	}
	return !slices.ContainsFunc(entries, isGo) || hasName("src") || hasName("public") || hasName("index.html") || hasName("tsconfig.json")
}

// has reports whether the entries, which are sorted, have one of that name.
func has(entries []fs.DirEntry, name string) bool {
	_, ok := slices.BinarySearchFunc(entries, name, func(e fs.DirEntry, name string) int { return strings.Compare(e.Name(), name) })
	return ok
}

// leadsTo reports whether a pattern of the user's starts with the folder's
// path.
func (w *walker) leadsTo(path string) bool {
	return slices.ContainsFunc(w.cfg.Files, func(p string) bool {
		prefix, rest := doublestar.SplitPattern(strings.TrimPrefix(p, "./"))
		return rest != "" && (prefix == path || strings.HasPrefix(prefix, path+"/"))
	})
}

// file adds a file if it is wanted.
func (w *walker) file(path string, ignore ignores, usual bool) {
	f := &file{path: path, kind: kindOf(path)}
	var patterns []string
	if len(w.cfg.Files) == 0 {
		if !isUsual(path, f.kind) {
			return
		}
	} else if patterns = w.patterns(path); len(patterns) == 0 {
		return
	}
	named := slices.ContainsFunc(patterns, func(p string) bool { return strings.TrimPrefix(p, "./") == path })
	switch {
	case match(w.cfg.Exclude, path):
		return
	case named:
	case f.kind == unknownKind: // config/** says nothing about config/README.md
		return
	case !usual && !w.leadsTo(parent(path)) || ignore.match(path, false):
		return
	}
	for _, p := range patterns {
		w.matched[p] = true
		f.pattern = p
	}
	if f.role, f.name = w.cfg.roleOf(path); f.role != development {
		w.found = append(w.found, f)
	}
}

// patterns returns the user's patterns that match the path.
func (w *walker) patterns(path string) (list []string) {
	for _, p := range w.cfg.Files {
		if matches(p, path) {
			list = append(list, p)
		}
	}
	return list
}

func parent(path string) string { return path[:max(0, strings.LastIndexByte(path, '/'))] }
