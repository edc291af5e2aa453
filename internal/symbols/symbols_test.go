package symbols_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"testing"

	"github.com/prodvet/prodvet/internal/symbols"
)

const source = `package p

type T struct{}

var v = func() {}

func (t *T) M() func() { return func() { func() {}() } }

func (T) N() {}

func F() { _ = []func(){func() {}, func() {}} }
`

// TestNames: literals are numbered in the order of the source, in the declared
// function around them.
func TestNames(t *testing.T) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Defs: make(map[*ast.Ident]types.Object)}
	pkg, err := (&types.Config{Importer: importer.Default()}).Check("example.com/p", fset, []*ast.File{f}, info)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, obj := range info.Defs {
		if fn, ok := obj.(*types.Func); ok {
			got = append(got, symbols.Func(fn).Name)
		}
	}
	for _, s := range symbols.Literals(pkg, []*ast.File{f}, info) {
		if s.Pkg != "example.com/p" {
			t.Errorf("literal of package %s", s.Pkg)
		}
		got = append(got, s.Name)
	}
	slices.Sort(got)
	want := []string{"(*T).M", "(*T).M$1", "(*T).M$2", "(T).N", "F", "F$1", "F$2", "init$1"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
