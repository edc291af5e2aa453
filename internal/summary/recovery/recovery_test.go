package recovery_test

import (
	"go/ast"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/prodvet/prodvet/internal/summary/recovery"
)

// analysed is one package of the testdata module with its result.
type analysed struct {
	*packages.Package
	*recovery.Result
}

// load analyses the packages under testdata/recovery, by name.
var load = sync.OnceValues(func() (map[string]analysed, error) {
	cfg := &packages.Config{Mode: packages.LoadSyntax, Dir: "../../../testdata"}
	pkgs, err := packages.Load(cfg, "./recovery/...", "example.com/thirdparty/safe")
	if err != nil {
		return nil, err
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{recovery.Analyzer}, pkgs, nil)
	if err != nil {
		return nil, err
	}
	results := make(map[string]analysed)
	for _, root := range graph.Roots {
		if root.Err != nil {
			return nil, root.Err
		}
		results[root.Package.Name] = analysed{root.Package, root.Result.(*recovery.Result)}
	}
	return results, nil
})

func pkg(t *testing.T, name string) analysed {
	t.Helper()
	pkgs, err := load()
	if err != nil {
		t.Fatal(err)
	}
	if pkgs[name].Package == nil {
		t.Fatalf("no package %s", name)
	}
	return pkgs[name]
}

func TestRecovers(t *testing.T) {
	forms := pkg(t, "forms")
	n := 0
	for _, f := range forms.Syntax {
		for _, d := range f.Decls {
			decl, ok := d.(*ast.FuncDecl)
			if !ok || decl.Recv != nil {
				continue
			}
			name := decl.Name.Name
			want := strings.HasPrefix(name, "recovers")
			if !want && !strings.HasPrefix(name, "fails") {
				continue
			}
			n++
			got := false
			for _, s := range decl.Body.List {
				if d, ok := s.(*ast.DeferStmt); ok && forms.Recovers(d.Call) {
					got = true
				}
			}
			if got != want {
				t.Errorf("%s: Recovers = %v", name, got)
			}
		}
	}
	if n < 40 {
		t.Errorf("only %d forms", n)
	}
}

func TestMiddleware(t *testing.T) {
	middleware := pkg(t, "middleware")
	n := 0
	ast.Inspect(middleware.Syntax[0], func(node ast.Node) bool {
		call, ok := node.(*ast.CallExpr)
		if !ok {
			return true
		}
		id, ok := call.Fun.(*ast.Ident)
		if !ok || id.Name != "yes" && id.Name != "no" {
			return true
		}
		n++
		if got := middleware.Middleware(call.Args[0]); got != (id.Name == "yes") {
			t.Errorf("%s: Middleware = %v", middleware.Fset.Position(call.Pos()), got)
		}
		return true
	})
	if n < 30 {
		t.Errorf("only %d expressions", n)
	}
}
