package expr_test

import (
	"go/ast"
	"go/parser"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/internal/expr"
)

func TestText(t *testing.T) {
	for src, want := range map[string]string{
		`a.b`:                         "a.b",
		`a.b()`:                       "a.b()",
		`&x`:                          "&x",
		`-x`:                          "it",
		`a.With(1, 2).Close`:          "a.With(…).Close",
		`(func() T { return 0 }()).F`: "F",
		`func() {}`:                   "it",
		`v` + strings.Repeat("w", 60): "it",
	} {
		e, err := parser.ParseExpr(src)
		if err != nil {
			t.Fatal(err)
		}
		if got := expr.Text(e, "it"); got != want {
			t.Errorf("Text(%s) = %q, want %q", src, got, want)
		}
	}
}

// TestEachCall: inner calls first, and none that runs later.
func TestEachCall(t *testing.T) {
	e, err := parser.ParseExpr(`func() { a(b(), func() { never() }); go c(); defer d(); e().f() }`)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	expr.EachCall(e.(*ast.FuncLit).Body, func(call *ast.CallExpr) { got = append(got, expr.Text(call.Fun, "?")) })
	if s := strings.Join(got, " "); s != "b a e e().f" {
		t.Errorf("calls %q", s)
	}
}
