// Package configfile reads .prodvet.yml. Only the prodvet binary uses it:
// analyzers read no files.
package configfile

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"go.yaml.in/yaml/v4"

	"github.com/prodvet/prodvet/internal/config"
	"github.com/prodvet/prodvet/internal/nearest"
	"github.com/prodvet/prodvet/internal/options"
	"github.com/prodvet/prodvet/internal/settingsfile"
)

// Name is the configuration file's name, at the root of the main module.
const Name = ".prodvet.yml"

// Keys that only a file has.
const (
	// extendsKey is the path, relative to the file, of another file whose
	// settings it starts from.
	extendsKey = "extends"
	// deploymentKey is the section about the configuration files that the
	// service is deployed with.
	deploymentKey = "deployment"
)

// File is a configuration as read from a file and from those that it names.
type File struct {
	Config     config.Config
	Deployment settingsfile.Config
	// Root is the directory of the module that the configuration was looked
	// for; "" if that is none.
	Root string
	// Sources are the paths of all files that were read, with their content,
	// in the order of reading: what the results depend on.
	Sources []Source

	patterns map[string]position // where Deployment.Files has a pattern
}

// position is a place in a configuration file.
type position struct {
	path         string
	line, column int
}

func (p position) String() string { return fmt.Sprintf("%s:%d:%d", p.path, p.line, p.column) }

// Source is a file that was read.
type Source struct {
	Path string
	Data []byte
}

// Load reads the configuration file at path. The error lists every mistake in
// it as "file:line:column: text", in the order of the file.
func Load(path string) (*File, error) {
	f := new(File)
	if err := f.read(path, nil); err != nil {
		return nil, err
	}
	return f, nil
}

// read applies the file at path to f. chain are the files that extend it.
func (f *File) read(path string, chain []string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	f.Sources = append(f.Sources, Source{path, data})
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if len(doc.Content) == 0 {
		return nil // empty, or comments only
	}
	r := reader{path: path}
	r.document(f, doc.Content[0], append(chain, path))
	slices.SortStableFunc(r.mistakes, func(a, b mistake) int {
		return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.column, b.column))
	})
	var errs []error
	for _, m := range r.mistakes {
		errs = append(errs, m.err)
	}
	return errors.Join(errs...)
}

// reader collects the mistakes of one file.
type reader struct {
	path     string
	mistakes []mistake
}

type mistake struct {
	line, column int
	err          error
}

func (r *reader) fail(at *yaml.Node, format string, args ...any) {
	err := fmt.Errorf("%s:%d:%d: %w", r.path, at.Line, at.Column, fmt.Errorf(format, args...))
	r.mistakes = append(r.mistakes, mistake{at.Line, at.Column, err})
}

// document applies the file's root mapping to f.
func (r *reader) document(f *File, root *yaml.Node, chain []string) {
	rules := config.Rules()
	keys := append([]string{extendsKey, "disable", deploymentKey}, rules...)
	pairs := r.pairs(root, "the configuration")
	for _, p := range pairs { // first, wherever it stands: the rest overrides it
		if p.key.Value == extendsKey {
			r.extends(f, p.value, chain)
		}
	}
	for _, p := range pairs {
		switch key := p.key.Value; {
		case key == extendsKey:
		case key == "disable":
			r.disable(&f.Config, p.value, rules)
		case key == deploymentKey:
			r.section(&f.Deployment, p.value, key)
			f.locatePatterns(r.path, p.value)
		case f.Config.Section(key) != nil:
			r.section(f.Config.Section(key), p.value, key)
		default:
			r.fail(p.key, "%w", options.UnknownKey(key, keys))
		}
	}
}

func (r *reader) extends(f *File, value *yaml.Node, chain []string) {
	if value.Kind != yaml.ScalarNode || value.Value == "" {
		r.fail(value, "%s: want the path of a file", extendsKey)
		return
	}
	path := value.Value
	if !filepath.IsAbs(path) {
		path = filepath.Join(filepath.Dir(r.path), path)
	}
	if slices.Contains(chain, path) {
		r.fail(value, "%s: %s extends itself", extendsKey, value.Value)
		return
	}
	if err := f.read(path, chain); err != nil {
		r.fail(value, "%s: %w", extendsKey, err)
	}
}

func (r *reader) disable(cfg *config.Config, value *yaml.Node, rules []string) {
	if value.Kind != yaml.SequenceNode {
		r.fail(value, "disable: want a list of rules")
		return
	}
	cfg.Disable = nil
	for _, e := range value.Content {
		if !slices.Contains(rules, e.Value) {
			r.fail(e, "disable: unknown rule %q%s", e.Value, nearest.Hint(e.Value, rules))
			continue
		}
		cfg.Disable = append(cfg.Disable, e.Value)
	}
}

// locatePatterns notes where the patterns of the section "deployment" stand.
func (f *File) locatePatterns(path string, section *yaml.Node) {
	if section.Kind == yaml.AliasNode {
		section = section.Alias
	}
	for i := 0; i+1 < len(section.Content); i += 2 {
		if section.Content[i].Value != "files" {
			continue
		}
		f.patterns = make(map[string]position)
		for _, e := range section.Content[i+1].Content {
			f.patterns[e.Value] = position{path, e.Line, e.Column}
		}
	}
}

// section applies a rule's section, key by key, so that a mistake has a line.
func (r *reader) section(cfg any, value *yaml.Node, rule string) {
	if value.Kind == yaml.ScalarNode && value.Tag == "!!null" {
		return // "errenvelope:" with everything below it commented out
	}
	for _, p := range r.pairs(value, rule) {
		var v any
		if err := p.value.Decode(&v); err != nil {
			r.fail(p.value, "%s.%s: %w", rule, p.key.Value, err)
			continue
		}
		if err := options.Decode(cfg, map[string]any{p.key.Value: v}); err != nil {
			r.fail(p.key, "%s: %w", rule, err)
		}
	}
}

type pair struct{ key, value *yaml.Node }

// pairs returns the entries of a mapping, without those whose key occurs twice.
func (r *reader) pairs(n *yaml.Node, what string) []pair {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind != yaml.MappingNode {
		r.fail(n, "%s: want keys and values", what)
		return nil
	}
	var pairs []pair
	lines := make(map[string]int)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if line, dup := lines[key.Value]; dup {
			r.fail(key, "key %q is already set in line %d", key.Value, line)
			continue
		}
		lines[key.Value] = key.Line
		pairs = append(pairs, pair{key, n.Content[i+1]})
	}
	return pairs
}

// Settings reads the configuration files of the module, as the section
// "deployment" says, and checks those that it names.
//
// It is an error if a pattern matches no file, unless it comes from a file
// that several modules may share: one that is extended, or that EnvPath names.
func (f *File) Settings() (*settingsfile.Set, error) {
	if f.Root == "" {
		return new(settingsfile.Set), nil
	}
	set, err := settingsfile.Read(f.Root, f.Deployment)
	if err != nil {
		return nil, err
	}
	var errs []error
	for _, p := range set.Unmatched() {
		if at := f.patterns[p]; at.path == filepath.Join(f.Root, Name) {
			errs = append(errs, fmt.Errorf("%s: %s: files: pattern %q matches no file", at, deploymentKey, p))
		}
	}
	return set, errors.Join(append(errs, set.Check())...)
}

// Identity returns what stands for the configuration in cmd/go's cache key,
// the files that Settings reads included. The error is theirs.
func (f *File) Identity() ([]byte, error) {
	var b bytes.Buffer
	for _, s := range f.Sources {
		fmt.Fprintf(&b, "%q %d\n%s\n", s.Path, len(s.Data), s.Data)
	}
	set, err := f.Settings()
	if err != nil {
		return nil, err
	}
	b.Write(set.Identity())
	return b.Bytes(), nil
}
