package goroutinerecover_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/internal/fixture"
	"github.com/prodvet/prodvet/internal/vetjson"
)

// exceptions are the rows of which the rule does not say what came of running
// them, as "forms Row01", with the reason.
var exceptions = map[string]string{
	"forms Row041": fatal,
	"forms Row042": fatal,
	"forms Row043": fatal,

	"runners Row099": chain,
	"runners Row102": chain,
	"runners Row103": chain,
	"runners Row109": chain,
	"runners Row114": chain,
	"runners Row115": chain,
	"runners Row117": chain,
	"runners Row119": chain,
}

const (
	// The Go runtime ends the process by itself; no recover could help.
	fatal = "a fatal error of the runtime is not a panic: there is nothing to recover"
	// A server that does not recover its handlers; the code starts no goroutine.
	chain = "the handler runs on the server's goroutine: what recovers it is the chain of its middleware or interceptors"
)

// TestForms holds the rule against the table of the forms of recover: each
// row's code is the body of a goroutine in testdata/goroutinerecover/table, and
// must have a finding exactly if the process did not survive it.
func TestForms(t *testing.T) { testRows(t, tables[0]) }

// TestRunnersTable is TestForms for the functions that run others.
func TestRunnersTable(t *testing.T) { testRows(t, tables[1]) }

func testRows(t *testing.T, tb table) {
	t.Helper()
	pkg := filepath.Join(dir(t), tb.pkg)
	found := make(map[string][]vetjson.Diagnostic) // by function
	for _, d := range fixture.Vet(t, fixture.Testdata(t), []string{"-goroutinerecover"}, "./goroutinerecover/table/"+tb.pkg)["goroutinerecover"] {
		if d.Category != "unrecovered-goroutine" && d.Category != "ineffective-recover" {
			continue // how a middleware answers
		}
		_, fn, _ := strings.Cut(fixture.Enclosing(t, d), " ")
		found[fn] = append(found[fn], d)
	}
	uses := declared(t, pkg)
	rows := tb.rows(t)
	agree := 0
	for i, r := range rows {
		name := rowName(i)
		got := found[name]
		delete(found, name)
		for helper := range uses[name] {
			got = append(got, found[helper]...)
		}
		ok := r.ends() == (len(got) == 1) && len(got) <= 1
		mark := "DIFF"
		if ok {
			mark = "same"
			agree++
		}
		key := tb.pkg + " " + name
		reason, excused := exceptions[key]
		if !ok || testing.Verbose() {
			t.Logf("%s %s %s: %s\n\t%s\n\tgot %s\n\t%s", mark, name, r.Name, r.truth(), strings.Join(strings.Fields(r.Code), " "), describe(got), reason)
		}
		switch {
		case ok && excused:
			t.Errorf("%s is as it was run: take it out of exceptions", key)
		case !ok && !excused:
			t.Errorf("%s is not as it was run, see above", key)
		}
	}
	for i := range rows {
		for helper := range uses[rowName(i)] {
			delete(found, helper)
		}
	}
	for fn, ds := range found {
		t.Errorf("%s: findings outside the rows: %s", fn, describe(ds))
	}
	t.Logf("%d of %d rows agree", agree, len(rows))
}

func describe(found []vetjson.Diagnostic) string {
	var lines []string
	for _, d := range found {
		lines = append(lines, d.Category+": "+d.Message)
	}
	if len(lines) == 0 {
		return "silence"
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n\t    ")
}

// declared returns for each function of a package the package's functions that
// it mentions, and those that these mention.
func declared(t *testing.T, pkg string) map[string]map[string]bool {
	t.Helper()
	mentions := make(map[string]map[string]bool)
	names, err := filepath.Glob(filepath.Join(pkg, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range f.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok {
				ids := make(map[string]bool)
				ast.Inspect(fn, func(n ast.Node) bool {
					if id, ok := n.(*ast.Ident); ok {
						ids[id.Name] = true
					}
					return true
				})
				mentions[fn.Name.Name] = ids
			}
		}
	}
	uses := make(map[string]map[string]bool)
	for fn := range mentions {
		seen := make(map[string]bool)
		var visit func(string)
		visit = func(name string) {
			for id := range mentions[name] {
				if mentions[id] != nil && !seen[id] && id != fn {
					seen[id] = true
					visit(id)
				}
			}
		}
		visit(fn)
		uses[fn] = seen
	}
	return uses
}
