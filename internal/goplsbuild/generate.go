package goplsbuild

import (
	_ "embed"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"go/version"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// suiteFile adds the suite to the table of gopls.
//
//go:embed template/suite.go.txt
var suiteFile []byte

// pinned are the modules that are built in the version that gopls requires,
// though the suite requires newer ones: gopls uses the internal packages of
// the first, and holds a table against the analyzers of the second.
var pinned = []string{"golang.org/x/tools", "honnef.co/go/tools"}

// generate writes the main module of a gopls with the suite to dir.
func generate(dir string, s suite, r release, set settings) error {
	if err := probe(filepath.Join(r.Dir, "internal", "settings")); err != nil {
		return fmt.Errorf("gopls %s is not made as this prodvet expects: %w; update prodvet, or build an older gopls with -gopls", r.Version, err)
	}
	main, err := os.ReadFile(filepath.Join(r.Dir, "main.go"))
	if err != nil {
		return err
	}
	if main, err = withoutTelemetry(main); err != nil {
		return fmt.Errorf("gopls %s: main.go: %w; update prodvet, or build an older gopls with -gopls", r.Version, err)
	}
	sum, err := os.ReadFile(filepath.Join(r.Dir, "go.sum"))
	if err != nil {
		return err
	}
	conf, err := set.file()
	if err != nil {
		return err
	}
	for name, data := range map[string][]byte{"go.mod": goMod(s, r), "go.sum": sum, "main.go": main, "suite.go": suiteFile, "settings.go": conf} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// goMod returns the go.mod file of the main module.
func goMod(s suite, r release) []byte {
	var b strings.Builder
	goLine := r.Go
	if version.Compare("go"+s.goLine, "go"+goLine) > 0 {
		goLine = s.goLine
	}
	fmt.Fprintf(&b, "module %s\n\ngo %s\n\nrequire (\n\t%s %s\n\t%s %s\n)\n", modulePath, goLine, suitePath, s.version, goplsPath, r.Version)
	if s.dir != "" {
		fmt.Fprintf(&b, "\nreplace %s => %s\n", suitePath, strconv.Quote(s.dir))
	}
	for _, path := range pinned {
		if v, ok := r.Require[path]; ok {
			fmt.Fprintf(&b, "\nreplace %s => %s %s\n", path, path, v)
		}
	}
	return []byte(b.String())
}

// withoutTelemetry returns gopls's main.go with Upload and ReportCrashes of its
// telemetry.Config set to false: the gopls team has no use for what happens in
// our build. It fails if it does not find both.
func withoutTelemetry(src []byte) ([]byte, error) {
	file, err := parser.ParseFile(token.NewFileSet(), "main.go", src, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	off := make(map[string]ast.Expr)
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.CompositeLit); ok && lit.Type != nil && types.ExprString(lit.Type) == "telemetry.Config" {
			for _, e := range lit.Elts {
				if kv, ok := e.(*ast.KeyValueExpr); ok {
					off[types.ExprString(kv.Key)] = kv.Value
				}
			}
		}
		return true
	})
	var out []byte
	last := 0
	values := []ast.Expr{off["ReportCrashes"], off["Upload"]}
	if slices.Contains(values, nil) {
		return nil, errors.New("no telemetry.Config with ReportCrashes and Upload is there to be switched off")
	}
	slices.SortFunc(values, func(a, b ast.Expr) int { return int(a.Pos() - b.Pos()) })
	for _, v := range values {
		out = append(append(out, src[last:v.Pos()-file.FileStart]...), "false"...)
		last = int(v.End() - file.FileStart)
	}
	return append(out, src[last:]...), nil
}
