package driver

import (
	"context"
	"maps"
	"slices"

	"github.com/prodvet/prodvet/internal/link"
	"github.com/prodvet/prodvet/internal/vetjson"
)

// link adds what all packages together prove about the named ones. Where a
// package reports the same place itself, its own finding stays.
func (res *Result) link(trees []vetjson.Tree, named map[string]bool) error {
	packages, err := summaries(trees)
	if err != nil || len(packages) == 0 {
		return err
	}
	type place struct {
		rule, posn string
		apart      bool
	}
	seen := make(map[place]bool)
	for _, f := range res.Findings {
		seen[place{f.Rule, f.Posn, false}] = true
	}
	for _, f := range link.Findings(packages) {
		if at := (place{f.Rule, f.Posn, f.Apart}); named[f.Package] && !seen[at] {
			seen[at] = true
			res.Findings = append(res.Findings, Finding{f.Package, f.Rule, f.Diagnostic})
		}
	}
	res.Undeclared = link.Undeclared(packages)
	for _, p := range link.Census(packages) {
		if named[p.Path] {
			res.Census = append(res.Census, p)
		}
	}
	return nil
}

// Summaries returns the summaries of the packages that the run looks at, and what
// the go command said of packages that do not load.
func (r Run) Summaries(ctx context.Context) (packages []*link.Package, errors string, err error) {
	vet, _, err := r.look(ctx)
	if err != nil {
		return nil, "", err
	}
	if vet.failed {
		errors = string(vet.stderr)
	}
	packages, err = summaries(vet.trees)
	return packages, errors, err
}

// summaries returns the summaries of the packages, each once: go vet prints
// that of a package with tests twice, and tests are not in it.
func summaries(trees []vetjson.Tree) ([]*link.Package, error) {
	byPath := make(map[string]*link.Package)
	for _, t := range trees {
		for id, byName := range t {
			data := byName[vetjson.SummaryName].Summary
			if data == nil || byPath[importPath(id)] != nil {
				continue
			}
			p, err := link.Decode(data)
			if err != nil {
				return nil, err
			}
			byPath[importPath(id)] = p
		}
	}
	var list []*link.Package
	for _, path := range slices.Sorted(maps.Keys(byPath)) {
		list = append(list, byPath[path])
	}
	return list, nil
}
