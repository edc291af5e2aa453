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
func probe(dir string) error {
	files, err := parseFiles(dir)
	if err != nil {
		return err
	}
	if typeOfTable(files) != "[]*Analyzer" {
		return errors.New("internal/settings has no AllAnalyzers of type []*Analyzer")
	}
	for _, file := range files {
		for spec := range specs(file) {
			if spec, ok := spec.(*ast.TypeSpec); ok && spec.Name.Name == "Analyzer" && hasField(spec, "analyzer", "*analysis.Analyzer") {
				return nil
			}
		}
	}
	return errors.New("internal/settings has no type Analyzer with a field analyzer of type *analysis.Analyzer")
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

// typeOfTable returns the type of the variable AllAnalyzers as it is written,
// at the variable or at the function that computes its value.
func typeOfTable(files []*ast.File) string {
	for _, file := range files {
		for spec := range specs(file) {
			spec, ok := spec.(*ast.ValueSpec)
			if !ok {
				continue
			}
			i := slices.IndexFunc(spec.Names, func(id *ast.Ident) bool { return id.Name == "AllAnalyzers" })
			if i < 0 {
				continue
			}
			if spec.Type != nil {
				return types.ExprString(spec.Type)
			}
			if call, ok := spec.Values[min(i, len(spec.Values)-1)].(*ast.CallExpr); ok {
				return resultOf(files, types.ExprString(call.Fun))
			}
		}
	}
	return ""
}

// resultOf returns the type, as it is written, of the only result of a function.
func resultOf(files []*ast.File, name string) string {
	for _, file := range files {
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == name && fn.Type.Results.NumFields() == 1 {
				return types.ExprString(fn.Type.Results.List[0].Type)
			}
		}
	}
	return ""
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

// hasField reports whether the type is a struct with a field written so.
func hasField(spec *ast.TypeSpec, name, typ string) bool {
	st, ok := spec.Type.(*ast.StructType)
	if !ok {
		return false
	}
	for _, f := range st.Fields.List {
		for _, id := range f.Names {
			if id.Name == name && types.ExprString(f.Type) == typ {
				return true
			}
		}
	}
	return false
}
