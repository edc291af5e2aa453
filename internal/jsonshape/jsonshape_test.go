package jsonshape_test

import (
	"encoding/json"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/prodvet/prodvet/internal/jsonshape"
)

const source = `package p

import (
	"encoding/json"
	"time"
)

type H map[string]any

type Base struct {
	ID   int    ` + "`json:\"id\"`" + `
	Name string ` + "`json:\"name\"`" + `
}

type Tagged struct {
	*Base
	Name    string          ` + "`json:\"name\"`" + `
	hidden  int
	Skipped int             ` + "`json:\"-\"`" + `
	Dash    int             ` + "`json:\"-,\"`" + `
	List    []int           ` + "`json:\"list,omitempty\"`" + `
	Bytes   []byte
	Quoted  int             ` + "`json:\",string\"`" + `
	Any     any             ` + "`json:\"any,omitzero\"`" + `
	Time    time.Time
	Raw     json.RawMessage
	Inner   struct{ A int } ` + "`json:\"inner\"`" + `
}

type Custom struct{ A int }

func (*Custom) MarshalJSON() ([]byte, error) { return nil, nil }

type Text struct{ A int }

func (Text) MarshalText() ([]byte, error) { return nil, nil }

type Clash struct {
	A1
	A2
}
type A1 struct{ X, Y int }
type A2 struct {
	X int
	Y int ` + "`json:\"Y\"`" + `
}

func g() H
func fill(H)

func f(param any, key string, cond bool) {
	m := H{"a": 1}
	m["b"] = "x"
	if cond {
		m["c"] = true
	}
	open := H{"a": 1}
	fill(open)
	made := make(map[string]int)
	made["n"] = 1
	again := H{"a": 1}
	again = H{"b": 1}
	var boxed any = H{"a": nil}
	alias := m
	use(Tagged{})
	use(&Base{ID: 1})
	use(Custom{})
	use(&Text{})
	use(Clash{})
	use(m)
	use(open)
	use(made)
	use(again)
	use(boxed)
	use(param)
	use(H{"a": param, key: 1})
	use(map[string]any{"success": false, "code": 404, "msg": "no", "list": []int{}})
	use(struct{ A, B string }{"x", ""})
	use(Tagged{List: nil})
	use("text")
	use(nil)
	use([]int{1})
	use(any(H{"z": 1}))
	use(g())
	use(alias)
	use(json.RawMessage("{\"error\": \"x\"}"))
	use(json.RawMessage([]byte("[1]")))
	use(json.RawMessage(key))
}

func use(any) {}
`

func TestOf(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}}
	conf := types.Config{Importer: importer.ForCompiler(fset, "source", nil), Error: func(error) {}}
	_, _ = conf.Check("p", fset, []*ast.File{file}, info) // functions without body are errors that do not matter
	var got []string
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "use" {
			env := jsonshape.Env{Info: info, Body: file}
			got = append(got, types.ExprString(call.Args[0])+": "+text(env.Of(call.Args[0])))
		}
		return true
	})
	want := []string{
		`Tagged{}: object id?:number name:string="" -:number=0 Bytes:string Quoted:string Time:unknown Raw:unknown inner:object`,
		`&Base{…}: object id:number=1 name:string=""`,
		`Custom{}: unknown`,
		`&Text{}: string`,
		`Clash{}: object Y:number`,
		`m: object a:number=1 b?:string="x" c?:bool=true ...`,
		`open: object a:number=1 ...`,
		`made: object n?:number=1 ...`,
		`again: unknown`,
		`boxed: object a:null`,
		`param: unknown`,
		`H{…}: object a:unknown ...`,
		`map[string]any{…}: object success:bool=false code:number=404 msg:string="no" list:array`,
		`struct{A, B string}{…}: object A:string="x" B:string=""`,
		`Tagged{…}: object id?:number name:string="" -:number=0 list?:array Bytes:string Quoted:string Time:unknown Raw:unknown inner:object`,
		`"text": string`,
		`nil: null`,
		`[]int{…}: array`,
		`any(H{…}): object z:number=1`,
		`g(): unknown`,
		`alias: object a:number=1 b?:string="x" c?:bool=true ...`,
		`json.RawMessage("{\"error\": \"x\"}"): object error:string="x"`,
		`json.RawMessage([]byte("[1]")): array`,
		`json.RawMessage(key): unknown`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func text(s jsonshape.Shape) string {
	parts := []string{s.Type.String()}
	for _, k := range s.Keys {
		p := k.Name
		if k.Optional {
			p += "?"
		}
		p += ":" + k.Type.String()
		if k.Value != "" {
			p += "=" + k.Value
		}
		parts = append(parts, p)
	}
	if s.Open {
		parts = append(parts, "...")
	}
	return strings.Join(parts, " ")
}

func TestOfText(t *testing.T) {
	for in, want := range map[string]string{
		`{"a": 1, "b": {"c": []}, "d": "x"}`: `object a:number=1 b:object d:string="x"`,
		`[1]`:                                "array",
		`"x"`:                                "string",
		`{"a": 1`:                            "unknown",
		`{"a": 1} x`:                         "unknown",
		`plain`:                              "unknown",
		``:                                   "unknown",
	} {
		if got := text(jsonshape.OfText(in)); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func FuzzOfText(f *testing.F) {
	f.Add(`{"a": [1, {"b": null}], "": ""}`)
	f.Add(` "x" `)
	f.Fuzz(func(t *testing.T, in string) {
		s := jsonshape.OfText(in)
		if s.Known() && !json.Valid([]byte(in)) {
			t.Errorf("%q is no JSON but has shape %s", in, text(s))
		}
	})
}

func TestJoin(t *testing.T) {
	a := jsonshape.OfText(`{"a": 1, "b": "x"}`)
	b := jsonshape.OfText(`{"a": 2, "c": true}`)
	if got, want := text(jsonshape.Join(a, b)), "object a:number b?:string c?:bool"; got != want {
		t.Errorf("joined: %s, want %s", got, want)
	}
	if got := text(jsonshape.Join(a, jsonshape.OfText(`[]`))); got != "unknown" {
		t.Errorf("an object or an array: %s", got)
	}
}
