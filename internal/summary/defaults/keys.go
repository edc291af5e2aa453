package defaults

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/values"
)

// importKeys takes over the keys of the packages that this one imports. One for
// which two of them have different defaults has none.
func (s *summary) importKeys() {
	facts := s.pass.AllPackageFacts()
	slices.SortFunc(facts, func(a, b analysis.PackageFact) int { return strings.Compare(a.Package.Path(), b.Package.Path()) })
	differ := make(map[string]bool)
	for _, f := range facts {
		keys, ok := f.Fact.(*Keys)
		if !ok || f.Package == s.pass.Pkg {
			continue
		}
		for _, d := range keys.Defaults {
			k, again := s.keys[d.Key]
			if again && !same(k, d.Known) {
				differ[d.Key] = true
			}
			s.keys[d.Key] = d.Known
		}
	}
	for key := range differ {
		delete(s.keys, key)
	}
}

func same(a, b values.Known) bool { return a.List == b.List && slices.Equal(a.Items, b.Items) }

// ownKeys adds the defaults that the package itself sets. They count although
// other packages set the same keys: those of the importing package come later.
func (s *summary) ownKeys() {
	own := make(map[string]*known)
	for _, d := range s.values.KeyDefaults() {
		if s.view.Skipped(d.At) || !s.isExpected(d.At, nil) {
			continue
		}
		key := strings.ToLower(d.Key)
		if own[key] == nil {
			own[key] = new(known)
		}
		k, ok := s.ofValues(s.view, d.Value, s.info.TypeOf(d.Value))
		k.Key = d.Key
		own[key].add(k, ok)
	}
	for key, k := range own {
		delete(s.keys, key)
		if k.any && !k.bad && matters(crossOrigin(key), k.Known) {
			s.keys[key] = k.Known
		}
	}
}
