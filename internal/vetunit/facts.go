package vetunit

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"fmt"
	"go/types"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"
	"golang.org/x/tools/go/types/objectpath"
)

// factKey identifies a fact by what survives the trip through a file.
type factKey struct {
	pkg    string
	object objectpath.Path // "" for a fact about the package
	typ    reflect.Type
}

// savedFact is the form of a fact in a vetx file.
type savedFact struct {
	Pkg    string
	Object string
	Fact   analysis.Fact
}

// factSet holds the facts known to one unit: those of its dependencies and its
// own. Facts are looked up by object path, so that the facts of a dependency
// cost nothing until somebody asks for one.
type factSet struct {
	pkg *types.Package

	mu    sync.Mutex
	paths objectpath.Encoder
	facts map[factKey]analysis.Fact
	// local holds facts about objects without a path, such as local functions:
	// no other unit can ask for them.
	local map[types.Object]map[reflect.Type]analysis.Fact
}

// vetxFiles returns the files with facts of the unit's dependencies, by package.
// The standard library has none, and an empty file holds none.
func vetxFiles(cfg *unitchecker.Config) (map[string]string, error) {
	files := make(map[string]string)
	if isStandard(cfg) {
		return files, nil
	}
	for pkg, file := range cfg.PackageVetx {
		if cfg.Standard[pkg] {
			continue
		}
		info, err := os.Stat(file)
		if err != nil {
			return nil, err
		}
		if info.Size() > 0 {
			files[pkg] = file
		}
	}
	return files, nil
}

// readFacts reads the facts of the unit's dependencies.
func readFacts(cfg *unitchecker.Config) (map[factKey]analysis.Fact, error) {
	files, err := vetxFiles(cfg)
	if err != nil {
		return nil, err
	}
	facts := make(map[factKey]analysis.Fact)
	for _, pkg := range slices.Sorted(maps.Keys(files)) {
		data, err := os.ReadFile(files[pkg])
		if err != nil {
			return nil, err
		}
		var saved []savedFact
		if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&saved); err != nil {
			return nil, fmt.Errorf("facts of %s: %w", pkg, err)
		}
		for _, s := range saved {
			facts[factKey{s.Pkg, objectpath.Path(s.Object), reflect.TypeOf(s.Fact)}] = s.Fact
		}
	}
	return facts, nil
}

// encodeFacts returns the vetx form of the facts that importers of pkg can
// need: those about pkg, and those about methods and fields of other packages,
// which can be reached without importing these. The order is fixed.
func encodeFacts(pkg string, facts map[factKey]analysis.Fact) ([]byte, error) {
	var saved []savedFact
	for k, f := range facts {
		if k.pkg == pkg || strings.Contains(string(k.object), ".") {
			saved = append(saved, savedFact{k.pkg, string(k.object), f})
		}
	}
	if len(saved) == 0 {
		return nil, nil
	}
	slices.SortFunc(saved, func(a, b savedFact) int {
		return cmp.Or(cmp.Compare(a.Pkg, b.Pkg), cmp.Compare(a.Object, b.Object),
			cmp.Compare(reflect.TypeOf(a.Fact).String(), reflect.TypeOf(b.Fact).String()))
	})
	var buf bytes.Buffer
	if err := gob.NewEncoder(&buf).Encode(saved); err != nil {
		return nil, fmt.Errorf("facts of %s: %w", pkg, err)
	}
	return buf.Bytes(), nil
}

// key returns the key of a fact about obj; ok is false if obj has no path.
func (s *factSet) key(obj types.Object, fact analysis.Fact) (k factKey, ok bool) {
	if obj.Pkg() == nil {
		return k, false
	}
	path, err := s.paths.For(obj)
	if err != nil {
		return k, false
	}
	return factKey{obj.Pkg().Path(), path, reflect.TypeOf(fact)}, true
}

func (s *factSet) importObjectFact(obj types.Object, fact analysis.Fact) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if k, ok := s.key(obj, fact); ok {
		return copyFact(fact, s.facts[k])
	}
	return copyFact(fact, s.local[obj][reflect.TypeOf(fact)])
}

func (s *factSet) exportObjectFact(obj types.Object, fact analysis.Fact) {
	if obj.Pkg() != s.pkg {
		panic(fmt.Sprintf("fact %T about %s exported by package %s", fact, obj, s.pkg.Path()))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if k, ok := s.key(obj, fact); ok {
		s.facts[k] = fact
		return
	}
	if s.local[obj] == nil {
		s.local[obj] = make(map[reflect.Type]analysis.Fact)
	}
	s.local[obj][reflect.TypeOf(fact)] = fact
}

func (s *factSet) importPackageFact(pkg *types.Package, fact analysis.Fact) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return copyFact(fact, s.facts[factKey{pkg.Path(), "", reflect.TypeOf(fact)}])
}

func (s *factSet) exportPackageFact(fact analysis.Fact) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.facts[factKey{s.pkg.Path(), "", reflect.TypeOf(fact)}] = fact
}

// copyFact sets *dst to *src and reports whether there was a fact.
func copyFact(dst, src analysis.Fact) bool {
	if src == nil {
		return false
	}
	reflect.ValueOf(dst).Elem().Set(reflect.ValueOf(src).Elem())
	return true
}

// allObjectFacts returns the facts of the given types about the unit's own
// objects and those of the packages that it imports.
func (s *factSet) allObjectFacts(typs map[reflect.Type]bool) []analysis.ObjectFact {
	s.mu.Lock()
	defer s.mu.Unlock()
	pkgs := s.packages()
	var all []analysis.ObjectFact
	for k, f := range s.facts {
		if k.object == "" || !typs[k.typ] || pkgs[k.pkg] == nil {
			continue
		}
		if obj, err := objectpath.Object(pkgs[k.pkg], k.object); err == nil {
			all = append(all, analysis.ObjectFact{Object: obj, Fact: f})
		}
	}
	for obj, facts := range s.local {
		for typ, f := range facts {
			if typs[typ] {
				all = append(all, analysis.ObjectFact{Object: obj, Fact: f})
			}
		}
	}
	return all
}

func (s *factSet) allPackageFacts(typs map[reflect.Type]bool) []analysis.PackageFact {
	s.mu.Lock()
	defer s.mu.Unlock()
	pkgs := s.packages()
	var all []analysis.PackageFact
	for k, f := range s.facts {
		if k.object == "" && typs[k.typ] && pkgs[k.pkg] != nil {
			all = append(all, analysis.PackageFact{Package: pkgs[k.pkg], Fact: f})
		}
	}
	return all
}

// packages returns the unit's package and its direct imports by path.
func (s *factSet) packages() map[string]*types.Package {
	pkgs := map[string]*types.Package{s.pkg.Path(): s.pkg}
	for _, p := range s.pkg.Imports() {
		pkgs[p.Path()] = p
	}
	return pkgs
}
