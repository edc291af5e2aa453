package vetunit

import (
	"bytes"
	"encoding/gob"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"
)

type note struct{ Text string }

func (*note) AFact() {}

func check(t *testing.T, src string) *types.Package {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	pkg, err := (&types.Config{Importer: importer.Default()}).Check("example.com/p", fset, []*ast.File{f}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return pkg
}

func newSet(pkg *types.Package, facts map[factKey]analysis.Fact) *factSet {
	return &factSet{pkg: pkg, facts: facts, local: make(map[types.Object]map[reflect.Type]analysis.Fact)}
}

// TestFactsRoundTrip: facts about functions, methods and the package survive
// the trip through a file; those about local objects stay where they are.
func TestFactsRoundTrip(t *testing.T) {
	gob.Register(new(note))
	const src = "package p\n\ntype T struct{}\n\nfunc (T) M() {}\n\nfunc F() { f := func() {}; f() }\n"
	pkg := check(t, src)
	fn := pkg.Scope().Lookup("F")
	method, _, _ := types.LookupFieldOrMethod(pkg.Scope().Lookup("T").Type(), true, pkg, "M")
	local := fn.(*types.Func).Scope().Lookup("f")
	s := newSet(pkg, make(map[factKey]analysis.Fact))
	for _, o := range []types.Object{fn, method, local} {
		s.exportObjectFact(o, &note{o.Name()})
	}
	s.exportPackageFact(&note{"p"})
	var got note
	if !s.importObjectFact(local, &got) || got.Text != "f" {
		t.Errorf("fact about a local object: %v", got)
	}

	data, err := encodeFacts(pkg.Path(), s.facts)
	if err != nil {
		t.Fatal(err)
	}
	again, err := encodeFacts(pkg.Path(), s.facts)
	if err != nil || !bytes.Equal(data, again) {
		t.Error("the encoding is not the same twice")
	}
	file := filepath.Join(t.TempDir(), "vetx")
	if err := os.WriteFile(file, data, 0o666); err != nil {
		t.Fatal(err)
	}
	facts, err := readFacts(&unitchecker.Config{ImportPath: "example.com/q", PackageVetx: map[string]string{pkg.Path(): file, "empty": os.DevNull}})
	if err != nil {
		t.Fatal(err)
	}
	other := check(t, src) // as another unit sees the package
	s = newSet(other, facts)
	method, _, _ = types.LookupFieldOrMethod(other.Scope().Lookup("T").Type(), true, other, "M")
	for o, want := range map[types.Object]string{other.Scope().Lookup("F"): "F", method: "M"} {
		if got := (note{}); !s.importObjectFact(o, &got) || got.Text != want {
			t.Errorf("fact about %s: %q", o, got.Text)
		}
	}
	if got := (note{}); !s.importPackageFact(other, &got) || got.Text != "p" {
		t.Errorf("fact about the package: %q", got.Text)
	}
	if n := len(s.allObjectFacts(map[reflect.Type]bool{reflect.TypeFor[*note](): true})); n != 2 {
		t.Errorf("%d object facts, want 2", n)
	}
	if n := len(s.allPackageFacts(map[reflect.Type]bool{reflect.TypeFor[*note](): true})); n != 1 {
		t.Errorf("%d package facts, want 1", n)
	}
}

// TestFactsPassThrough: a package between two others hands on facts about
// methods, which its importers can reach without importing their package, and
// keeps those about functions, which they cannot.
func TestFactsPassThrough(t *testing.T) {
	gob.Register(new(note))
	typ := reflect.TypeFor[*note]()
	data, err := encodeFacts("example.com/between", map[factKey]analysis.Fact{
		{"example.com/below", "T.M0", typ}:   &note{"method"},
		{"example.com/below", "F", typ}:      &note{"function"},
		{"example.com/below", "", typ}:       &note{"package"},
		{"example.com/between", "F", typ}:    &note{"own function"},
		{"example.com/between", "T.M0", typ}: &note{"own method"},
	})
	if err != nil {
		t.Fatal(err)
	}
	var saved []savedFact
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&saved); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range saved {
		got = append(got, s.Fact.(*note).Text)
	}
	if want := []string{"method", "own function", "own method"}; !reflect.DeepEqual(got, want) {
		t.Errorf("handed on: %v, want %v", got, want)
	}
}

// TestPanicIsAnError: a rule that panics is an outcome that says so.
func TestPanicIsAnError(t *testing.T) {
	u := &unit{pkg: types.NewPackage("p", "p"), facts: newSet(nil, nil), actions: make(map[*analysis.Analyzer]*action)}
	u.cfg = &unitchecker.Config{ImportPath: "example.com/p"}
	a := &analysis.Analyzer{Name: "boom", Doc: "panic", Run: func(*analysis.Pass) (any, error) { panic("no") }}
	after := &analysis.Analyzer{Name: "after", Doc: "need boom", Requires: []*analysis.Analyzer{a}, Run: func(*analysis.Pass) (any, error) { return nil, nil }}
	u.run([]*analysis.Analyzer{after, a})
	if got, want := u.outcome(a).Err, "internal error in rule boom on package example.com/p: no; please report it"; got != want {
		t.Errorf("outcome %q, want %q", got, want)
	}
	if got := u.outcome(after).Err; got == "" {
		t.Error("a rule that needs it does not say that it failed")
	}
}
