package goplsbuild

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"iter"
	"path/filepath"
	"slices"
	"strings"
)

// probe checks that the package internal/settings in dir has what suite.go
// needs, which is internal to gopls and may change in any release:
//
//	var AllAnalyzers []*Analyzer
//	type Analyzer struct { analyzer *analysis.Analyzer; … }
//
// The type of the variable, which need not be written there, is left to the
// compiler.
func probe(dir string) error {
	files, err := parseFiles(dir)
	if err != nil {
		return err
	}
	var table, field bool
	for _, file := range files {
		for spec := range specs(file) {
			table = table || declares(spec, "AllAnalyzers")
			field = field || hasField(spec, "Analyzer", "analyzer", "*analysis.Analyzer")
		}
	}
	switch {
	case !table:
		return errors.New("internal/settings has no variable AllAnalyzers")
	case !field:
		return errors.New("internal/settings has no type Analyzer with a field analyzer of type *analysis.Analyzer")
	}
	return nil
}

// parseFiles parses the Go files in dir, without tests.
func parseFiles(dir string) (files []*ast.File, err error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

// declares reports whether the specification declares a variable of that name.
func declares(spec ast.Spec, name string) bool {
	vs, ok := spec.(*ast.ValueSpec)
	return ok && slices.ContainsFunc(vs.Names, func(id *ast.Ident) bool { return id.Name == name })
}

// specs yields the package-level types, variables and constants of a file.
func specs(file *ast.File) iter.Seq[ast.Spec] {
	return func(yield func(ast.Spec) bool) {
		for _, decl := range file.Decls {
			if gen, ok := decl.(*ast.GenDecl); ok {
				for _, spec := range gen.Specs {
					if !yield(spec) {
						return
					}
				}
			}
		}
	}
}

// hasField reports whether the specification declares a struct type of that
// name with a field that is written so.
func hasField(spec ast.Spec, name, field, typ string) bool {
	ts, ok := spec.(*ast.TypeSpec)
	if !ok || ts.Name.Name != name {
		return false
	}
	st, ok := ts.Type.(*ast.StructType)
	if !ok {
		return false
	}
	for _, f := range st.Fields.List {
		for _, id := range f.Names {
			if id.Name == field && types.ExprString(f.Type) == typ {
				return true
			}
		}
	}
	return false
}
