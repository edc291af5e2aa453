package main_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/prodvet/prodvet/internal/fixture"
)

// errorsModule is a module with an envelope that dominates, a package that does
// not know of it, and one that answers in its own way.
func errorsModule(t *testing.T) string {
	dir := module(t,
		"respond/respond.go", `package respond

import (
	"encoding/json"
	"net/http"
)

type envelope struct {
	Code    int    `+"`json:\"code\"`"+`
	Message string `+"`json:\"message\"`"+`
}

func Error(w http.ResponseWriter, code int, message string) {
	w.WriteHeader(code)
	json.NewEncoder(w).Encode(envelope{code, message})
}
`,
		"api/api.go", `package api

import (
	"net/http"

	"example.com/m/respond"
)

func Create(w http.ResponseWriter, r *http.Request) {
`+strings.Repeat("\tif r.Method == \"A\" {\n\t\trespond.Error(w, 400, \"x\")\n\t\treturn\n\t}\n", 16)+`}
`,
		"guard/guard.go", `package guard

import "net/http"

func Guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X") == "" {
			http.Error(w, "no X", 401)
			return
		}
		//lint:ignore errenvelope the load balancer asks
		http.Error(w, "no Y", 401)
	})
}
`,
		"feed/feed.go", `package feed

import "net/http"

func Feed(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case "A":
		http.Error(w, "x", 400)
	case "B":
		http.Error(w, "x", 401)
	default:
		http.Error(w, "x", 402)
	}
}
`)
	if err := os.Remove(filepath.Join(dir, ".prodvet.yml")); err != nil {
		t.Fatal(err)
	}
	return dir
}

const errorsTable = `SITES  KIND  SHAPE                       HELPER                       PACKAGES
16     json  code:number,message:string  example.com/m/respond.Error  example.com/m/api
5      text  -                           -                            2 packages

16 of 21 error responses are JSON, objects with code and message, by example.com/m/respond.Error; otherwise in
  example.com/m/feed: 3 of 3 error responses are text
`

// TestInferredByLink: what the service does is held against a package that has
// too few errors for a convention of its own, and not against one that has.
func TestInferredByLink(t *testing.T) {
	dir := errorsModule(t)
	for range 2 {
		prodvet(t, dir).want(t, 1,
			"guard/guard.go:8:4: http.Error sends text/plain; other errors of this service are JSON objects with code and message (errenvelope)\n",
			"prodvet: 1 finding in 4 packages: errenvelope 1\n")
	}
	vet(t, dir, "./...").want(t, 0, "", "")
}

// TestEnvelopes: the census for people and for programs, and of the packages
// that are named.
func TestEnvelopes(t *testing.T) {
	dir := errorsModule(t)
	prodvet(t, dir, "envelopes").want(t, 0, errorsTable, "")
	prodvet(t, filepath.Dir(dir), "envelopes", "-C", dir, "./feed").want(t, 0, `SITES  KIND  SHAPE  HELPER  PACKAGES
3      text  -      -       example.com/m/feed

3 of 3 error responses are text
`, "")
	prodvet(t, dir, "envelopes", "./respond").want(t, 0, "no error responses found\n", "")
	o := prodvet(t, dir, "envelopes", "-format=json")
	var got struct {
		Forms []struct {
			Kind, Shape, Helper string
			Sites               int
			Packages            []string
		}
		Envelope *struct {
			Kind, Shape, Helper string
			Sites, Total        int
		}
		Surfaces []struct {
			Package  string
			Envelope struct{ Kind string }
		}
	}
	if err := json.Unmarshal([]byte(o.stdout), &got); err != nil || o.code != 0 || o.stderr != "" {
		t.Fatalf("exit code %d, %v, output:\n%s%s", o.code, err, o.stdout, o.stderr)
	}
	if len(got.Forms) != 2 || got.Forms[0].Shape != "code:number,message:string" || got.Forms[0].Helper != "example.com/m/respond.Error" || len(got.Forms[1].Packages) != 2 ||
		got.Envelope == nil || got.Envelope.Sites != 16 || got.Envelope.Total != 21 || len(got.Surfaces) != 1 || got.Surfaces[0].Envelope.Kind != "text" {
		t.Errorf("output:\n%s", o.stdout)
	}
}

func TestEnvelopesUsage(t *testing.T) {
	dir := errorsModule(t)
	prodvet(t, dir, "envelopes", "-format=jsn").want(t, 2, "", "prodvet: -format: no format \"jsn\"; did you mean \"json\"?\n")
	prodvet(t, dir, "envelopes", "-fromat=json").want(t, 2, "", "prodvet envelopes: flag provided but not defined: -fromat; did you mean -format?\n")
	prodvet(t, dir, "envelops").want(t, 2, "", "prodvet: no subcommand \"envelops\"; did you mean \"envelopes\"? (a package is written ./envelops)\n")
	write(t, dir, "api/broken.go", "package api\n\nvar x int = \"\"\n")
	if o := prodvet(t, dir, "init"); o.code != 3 || o.stdout != "" || !strings.Contains(o.stderr, "prodvet: packages do not load, so nothing is written\n") {
		t.Errorf("exit code %d, output:\n%s%s", o.code, o.stdout, o.stderr)
	}
	if o := prodvet(t, dir, "envelopes"); o.code != 3 || !strings.Contains(o.stderr, "api/broken.go:3") || !strings.Contains(o.stdout, "5 of 5 error responses are text") {
		t.Errorf("exit code %d, output:\n%s%s", o.code, o.stdout, o.stderr)
	}
}

const proposal = `
errenvelope:
  # The keys that every error response has: name or name:type (bool, number,
  # string, array, object). Further keys are no fault.
  fields: [code:number, message:string]

  # The functions that write it; messages name them.
  writers: [example.com/m/respond.Error]

  # Packages with an envelope of their own, or with none: a pattern of packages,
  # then the keys, or json for any keys, or none.
  surfaces:
    - "./feed none"
`

// TestInit: the configuration has the envelope that dominates, is read back, and
// is never overwritten.
func TestInit(t *testing.T) {
	dir := errorsModule(t)
	file := filepath.Join(dir, ".prodvet.yml")
	want := "# The configuration of prodvet, begun by `prodvet init`.\n#\n# How the service answers errors today:\n#\n" + comment(errorsTable) + proposal
	prodvet(t, dir, "init", "-o", "-").want(t, 0, want, "")
	prodvet(t, filepath.Join(dir, "api"), "init", "../...").want(t, 0, errorsTable, "prodvet: wrote "+file+"\n")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(data)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
	prodvet(t, dir, "init").want(t, 2, "", "prodvet: "+file+" exists, and prodvet overwrites nothing; -o - prints what it would write\n")
	prodvet(t, dir, "init", "-o", "go.mod").want(t, 2, "", "prodvet: go.mod exists, and prodvet overwrites nothing; -o - prints what it would write\n")
	prodvet(t, dir).want(t, 1,
		"guard/guard.go:8:4: http.Error sends text/plain; errors of this service are JSON objects with code and message (errenvelope)\n",
		"prodvet: 1 finding in 4 packages: errenvelope 1\n")
	o := prodvet(t, dir, "init", "-o", "-")
	if o.code != 0 || o.stdout != want {
		t.Errorf("a module with a configuration is proposed another: exit code %d\n%s%s", o.code, o.stdout, o.stderr)
	}
}

// comment puts a table into a comment.
func comment(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(strings.TrimRight("#   "+strings.TrimRight(line, "\n"), " ") + "\n")
	}
	return b.String()
}

// TestUndeclared: a service that answers in no one way is told so, once, and not
// when it declares an envelope or the rule does not run.
func TestUndeclared(t *testing.T) {
	const line = "prodvet: no form of error responses dominates, so errenvelope has none to hold the others against; `prodvet init` shows them and writes a .prodvet.yml that declares one\n"
	dir := errorsModule(t)
	write(t, dir, "feed/more.go", strings.NewReplacer("Feed", "More").Replace(`package feed

import "net/http"

func Feed(w http.ResponseWriter, r *http.Request) {
`+strings.Repeat("\tif r.Method == \"A\" {\n\t\thttp.Error(w, \"x\", 400)\n\t\treturn\n\t}\n", 5)+"}\n"))
	none := "prodvet: no findings in 4 packages\n"
	prodvet(t, dir).want(t, 0, "", line+none)
	prodvet(t, dir, "-corswildcard").want(t, 0, "", none)
	o := prodvet(t, dir, "init", "-o", "-")
	if !strings.Contains(o.stdout, "\n  # No form of error responses dominates, so none is proposed.\n") || o.code != 0 {
		t.Errorf("exit code %d, output:\n%s%s", o.code, o.stdout, o.stderr)
	}
	write(t, dir, ".prodvet.yml", "errenvelope:\n  fields: [code, message]\n  surfaces: [\"./feed none\", \"./guard none\"]\n")
	prodvet(t, dir).want(t, 1, "guard/guard.go:11:3: //lint:ignore errenvelope suppresses nothing; remove it (errenvelope)\n", "prodvet: 1 finding in 4 packages: errenvelope 1\n")
}

// TestCensus: errors that helpers answer count at the helpers' calls, those that
// are carried elsewhere where they are made, and a wrapper's calls that may
// answer an error or not are told apart.
func TestCensus(t *testing.T) {
	prodvet(t, fixture.Root(t), "envelopes", "-C", "testdata", "./errenvelope/census/...").want(t, 0, `SITES  KIND  SHAPE                             HELPER                                                    PACKAGES
3?     json  code:number,msg:string,data:null  example.com/fixtures/errenvelope/census/wrapper.fail      example.com/fixtures/errenvelope/census/wrapper
2+1?   json  code:number,msg:string,data:null  example.com/fixtures/errenvelope/census/wrapper.respond   example.com/fixtures/errenvelope/census/wrapper
3      json  reason:string                     example.com/fixtures/errenvelope/census/returned.problem  example.com/fixtures/errenvelope/census/returned
2      json  error:string,code:number          -                                                         example.com/fixtures/errenvelope/census/collected
2      json  message:string                    github.com/labstack/echo/v4.NewHTTPError                  example.com/fixtures/errenvelope/census/frameworks
1      json  error:string,code:number          example.com/fixtures/errenvelope/census/collected.abort   example.com/fixtures/errenvelope/census/collected
1      json  error:string,code:number          example.com/fixtures/errenvelope/census/collected.answer  example.com/fixtures/errenvelope/census/collected
1      json  message:string                    -                                                         example.com/fixtures/errenvelope/census/frameworks
1      json  success:bool,message:string       -                                                         example.com/fixtures/errenvelope/census/wrapper

17 of 17 error responses are JSON, but not with the same keys; in particular in
  example.com/fixtures/errenvelope/census/collected: 4 of 4 error responses are JSON, objects with error and code
  example.com/fixtures/errenvelope/census/frameworks: 3 of 3 error responses are JSON, objects with message
  example.com/fixtures/errenvelope/census/returned: 3 of 3 error responses are JSON, objects with reason, by example.com/fixtures/errenvelope/census/returned.problem
  example.com/fixtures/errenvelope/census/wrapper: 7 of 7 error responses are JSON, objects with code, msg and data
`, "")
}

// TestCensusOfServices holds the census of the example services against a golden
// file.
func TestCensusOfServices(t *testing.T) {
	o := prodvet(t, fixture.Root(t), "envelopes", "-C", "testdata", "./services/...")
	if o.code != 0 || o.stderr != "" {
		t.Errorf("exit code %d, %s", o.code, o.stderr)
	}
	const golden = "testdata/envelopes.txt"
	if *update {
		write(t, ".", golden, o.stdout)
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), o.stdout); diff != "" {
		t.Errorf("%s is stale (-want +got); run: go test ./cmd/prodvet -run Census -update\n%s", golden, diff)
	}
}
