package origins

import (
	"strings"
	"testing"
	"time"
)

// FuzzFunc judges arbitrary bodies, well typed or not: the evaluator must end,
// and not panic.
func FuzzFunc(f *testing.F) {
	for _, test := range funcTests {
		if b, ok := strings.CutPrefix(test.src, "func check(o string) bool {\n"); ok {
			f.Add(strings.TrimSuffix(b, "\n}"))
		}
	}
	f.Add(`var a [3]string; a[2] = o; m := map[any]any{a: o, "x": m}; return m[o] == a`)
	f.Add(`x := []any{}; x = append(x, x...); x[0] = x; for k, v := range x { x = append(x, k, v) }; return len(x) > 0`)
	f.Add(`type t struct{ next *t; s string }; v := &t{}; v.next = v; return v.next.next.s == o`)
	f.Add(`s := o; for i := 0; i < 100; i++ { s += s }; return len(s) > 10`)
	f.Add(`defer func() { recover() }(); var p *string; return *p == o`)
	f.Add(`f := func(g any) bool { return g.(func(any) bool)(g) }; return f(f)`)
	f.Fuzz(func(t *testing.T, body string) {
		c := check(t, "func check(o string) bool {\n"+body+"\n}", false)
		done := make(chan bool)
		go func() { c.Judge(true); done <- true }()
		select {
		case <-done:
		case <-time.After(20 * time.Second):
			t.Fatal("takes too long")
		}
	})
}
