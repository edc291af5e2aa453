package main_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/internal/vetjson"
)

// linkedModule is a module with a finding that only the whole program proves.
func linkedModule(t *testing.T) string {
	return module(t,
		"main.go", `package main

import (
	"net/http"

	"example.com/m/api"
	"example.com/m/store"
)

func main() {
	http.Handle("/", &api.API{Store: new(store.Store)})
}
`,
		"api/api.go", `package api

import "net/http"

type API struct {
	Store interface{ Save(string) }
}

func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a.Store.Save(r.FormValue("x"))
}
`,
		"store/store.go", `package store

import "encoding/json"

type Store struct{ data map[string]int }

func (s *Store) Save(x string) {
	go s.parse(x)
	//lint:ignore goroutinerecover x was parsed before
	go s.parse(x)
}

func (s *Store) parse(x string) {
	if err := json.Unmarshal([]byte(x), &s.data); err != nil {
		panic(err)
	}
}
`,
		"store/store_test.go", "package store\n")
}

const linkedFinding = "store/store.go:8:2: goroutine runs s.parse and nothing recovers it, so a panic in it ends the process; defer a recover in it" +
	" (reached from (*api.API).ServeHTTP) (goroutinerecover)\n"

// TestLinked: what only the packages together prove is found, also from the
// cache, once, in the packages that the patterns name, and directives hold for
// it. Other drivers neither find it nor call the directive useless.
func TestLinked(t *testing.T) {
	dir := linkedModule(t)
	const one = "goroutinerecover 1\n"
	for range 2 {
		prodvet(t, dir).want(t, 1, linkedFinding, "prodvet: 1 finding in 3 packages: "+one)
		prodvet(t, dir, ".", "./store").want(t, 1, linkedFinding, "prodvet: 1 finding in 2 packages: "+one)
		prodvet(t, dir, ".", "./api").want(t, 0, "", "prodvet: no findings in 2 packages\n")
		prodvet(t, dir, "-corswildcard").want(t, 0, "", "prodvet: no findings in 3 packages\n")
		vet(t, dir, "./...").want(t, 0, "", "")
		vet(t, dir, "-json", "./...").want(t, 0, "", "")
	}
}

// TestLinkedUnused: a directive that suppresses nothing is told of, whoever
// would have found something.
func TestLinkedUnused(t *testing.T) {
	dir := linkedModule(t)
	write(t, dir, "store/unused.go", "package store\n\n//lint:ignore goroutinerecover nothing is here\nvar _ = 1\n")
	o := prodvet(t, dir)
	if !strings.Contains(o.stdout, "store/unused.go:3:1: //lint:ignore goroutinerecover suppresses nothing; remove it (goroutinerecover)\n") || strings.Count(o.stdout, "\n") != 2 {
		t.Errorf("output:\n%s", o.stdout)
	}
}

// TestSummariesOnlyWhenAsked: the summaries are in go vet's output with the flag
// that asks for them, and are cached apart from the output without.
func TestSummariesOnlyWhenAsked(t *testing.T) {
	dir := linkedModule(t)
	for range 2 {
		vet(t, dir, "-json", "./...").want(t, 0, "", "")
		if o := vet(t, dir, "-json", "-prodvet.link", "./..."); o.code != 0 || !strings.Contains(o.stdout, `"prodvet_link":{"summary":{"v":`) {
			t.Errorf("exit code %d, output:\n%s%s", o.code, o.stdout, o.stderr)
		}
	}
}

// TestFormatJSON: the findings as go vet -json prints them.
func TestFormatJSON(t *testing.T) {
	dir := linkedModule(t)
	o := prodvet(t, dir, "-format=json")
	var tree vetjson.Tree
	if err := json.Unmarshal([]byte(o.stdout), &tree); err != nil || o.code != 1 {
		t.Fatalf("exit code %d, %v, output:\n%s%s", o.code, err, o.stdout, o.stderr)
	}
	ds := tree["example.com/m/store"]["goroutinerecover"].Diagnostics
	if len(tree) != 1 || len(ds) != 1 || ds[0].Category != "unrecovered-goroutine" || ds[0].End == "" || strings.Contains(o.stdout, "{path}") {
		t.Errorf("output:\n%s", o.stdout)
	}
	write(t, dir, "store/store.go", "package store\n\ntype Store struct{}\n\nfunc (Store) Save(string) {}\n")
	prodvet(t, dir, "-format=json").want(t, 0, "{}\n", "prodvet: no findings in 3 packages\n")
	prodvet(t, dir, "-format=jsn").want(t, 2, "", "prodvet: -format: no format \"jsn\"; did you mean \"json\"?\n")
}
