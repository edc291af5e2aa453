package corswildcard_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A row is one configuration of a CORS library and what came of running it:
// a record of testdata/corswildcard/table/cors.csv or testdata/versions/cors.csv.
type row struct {
	Library, Version string
	Config           string // Go source: an expression list, or statements that return one
	Construct        string // "ok", "panics: …" or "returns error: …"
	Evil             string // what https://evil.example gets
	ACAO, ACAC       string // Access-Control-Allow-Origin and -Credentials of the answer to it
	// Anonymous and Credentialed are the other origins that get in, without and
	// with credentials: "trusted.com(legit)" is https://trusted.com, which all
	// configurations mean to let in, and the others are in strangers.
	Anonymous, Credentialed []string
}

// The values of row.Evil.
const (
	evilRefused      = "no"
	evilAnonymous    = "yes, anonymous only"
	evilStar         = "yes, anonymous only (sends * with Allow-Credentials: true, which browsers refuse for credentialed requests)"
	evilCredentialed = "YES, with credentials"
	neverBuilt       = "refused at construction"
)

// strangers are the origins that no configuration means to let in, as the
// tables call them. plain-http is one only for requests with credentials: what
// is not secret may be asked for without TLS.
var strangers = map[string]string{
	"suffix:eviltrusted.com":          "https://eviltrusted.com",
	"prefix:trusted.com.evil.example": "https://trusted.com.evil.example",
	"dot:trustedxcom":                 "https://trustedxcom",
	"plain-http:trusted.com":          "http://trusted.com",
	"other.com":                       "https://other.com",
	"null":                            "null",
}

// silence is the verdict on a configuration that is as it should be.
const silence = ""

// want returns the kinds of finding that agree with what the row was run for,
// the most telling one first; silence among them means that no finding is as
// good. It reads what came of running the configuration, and of the
// configuration itself only whether it names more than one policy, so that the
// rule's understanding of libraries has no part in it.
func (r row) want() []string {
	switch r.Evil {
	case evilCredentialed:
		return []string{"any-origin-credentials"}
	case evilStar:
		return r.orOverridden("refused")
	case evilAnonymous:
		return r.orOverridden("any-origin")
	case neverBuilt:
		if r.refusedForCredentials() {
			return r.orOverridden("refused")
		}
		return []string{silence, "refused"} // a mistake of another kind, found at the first start
	}
	for _, o := range r.Anonymous {
		if _, ok := strangers[o]; ok && o != "plain-http:trusted.com" {
			return []string{"loose-match"}
		}
	}
	for _, o := range r.Credentialed {
		if _, ok := strangers[o]; ok {
			return []string{"loose-match"}
		}
	}
	return []string{silence}
}

// orOverridden adds overridden to kind if the configuration has a list of
// origins or a function beside what lets every origin in.
func (r row) orOverridden(kind string) []string {
	if r.policies().several(r.ACAO) {
		return []string{kind, "overridden"}
	}
	return []string{kind}
}

// refusedForCredentials reports whether the library says that it refuses the
// configuration for letting every origin in with credentials.
func (r row) refusedForCredentials() bool {
	said := strings.ToLower(r.Construct)
	return strings.Contains(said, "credential") &&
		(strings.Contains(said, "all origins") || strings.Contains(said, "wildcard") || strings.Contains(said, "* as allowed origin"))
}

// policies is what a configuration names: "*", an origin, a function.
type policies struct{ star, origin, function, functionSaysStar bool }

// several reports whether one policy makes another useless: what let the origin
// in is "*", and there is a list or a function that is not what said so.
func (p policies) several(acao string) bool {
	if p.star {
		return p.origin || p.function
	}
	return acao == "*" && p.function && !p.functionSaysStar // "*" by default
}

// policies looks at the literals and functions of the configuration.
func (r row) policies() policies {
	var p policies
	body, err := parseConfig(r.Config)
	if err != nil {
		return p
	}
	var visit func(n ast.Node, in string)
	visit = func(root ast.Node, in string) {
		ast.Inspect(root, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				if in == "" && n != root {
					p.function = true
					visit(n.Body, "function")
					return false
				}
			case *ast.Ident:
				p.function = p.function || n.Name == "yes" || n.Name == "no"
			case *ast.SelectorExpr:
				p.function = p.function || n.Sel.Name == "MatchString"
			case *ast.BasicLit:
				if n.Kind != token.STRING {
					return true
				}
				s, err := strconv.Unquote(n.Value)
				if err != nil {
					return true
				}
				star := slices.Contains(strings.Split(strings.ReplaceAll(s, " ", ""), ","), "*")
				switch in {
				case "":
					p.star = p.star || star
					p.origin = p.origin || strings.Contains(s, "://") && !strings.HasSuffix(s, "://*")
				case "function":
					p.functionSaysStar = p.functionSaysStar || star
				}
			}
			return true
		})
	}
	for _, s := range body {
		in := ""
		if ret, ok := s.(*ast.ReturnStmt); ok && len(ret.Results) > 0 {
			if lit, ok := ret.Results[0].(*ast.FuncLit); ok {
				s, in = lit.Body, "handler" // written by hand: there is one policy
			}
		}
		visit(s, in)
	}
	return p
}

// parseConfig parses a configuration as the body of a function.
func parseConfig(config string) ([]ast.Stmt, error) {
	f, err := parser.ParseFile(token.NewFileSet(), "", "package p\nfunc _() {\n"+configBody(config)+"\n}", 0)
	if err != nil {
		return nil, err
	}
	return f.Decls[0].(*ast.FuncDecl).Body.List, nil
}

// configBody returns the body of a function that returns the configuration.
func configBody(config string) string {
	body := "return " + config
	if _, err := parser.ParseFile(token.NewFileSet(), "", "package p\nfunc _() {\n"+body+"\n}", 0); err == nil {
		return body
	}
	return config
}

// truth says in words what running the row showed.
func (r row) truth() string {
	switch r.Evil {
	case evilCredentialed:
		return "any site can send requests with the user's cookies and read the answers"
	case evilStar:
		return `the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests with credentials; any site can read the others`
	case evilAnonymous:
		return fmt.Sprintf("any site can read what it gets without credentials; Access-Control-Allow-Origin is %q", r.ACAO)
	case neverBuilt:
		return "it does not start: it " + r.Construct
	}
	var in []string
	for _, o := range r.Anonymous {
		if s, ok := strangers[o]; ok && o != "plain-http:trusted.com" {
			in = append(in, s)
		}
	}
	for _, o := range r.Credentialed {
		if s, ok := strangers[o]; ok {
			in = append(in, s+" with credentials")
		}
	}
	if len(in) > 0 {
		return "strangers get in: " + strings.Join(in, ", ")
	}
	switch {
	case slices.Contains(r.Anonymous, "trusted.com(legit)"), slices.Contains(r.Credentialed, "trusted.com(legit)"):
		return "https://trusted.com gets in, strangers do not"
	case len(r.Anonymous)+len(r.Credentialed) > 0:
		return "subdomains of trusted.com get in, strangers do not"
	}
	return "nobody gets in"
}

func TestWant(t *testing.T) {
	const list, fn = `cors.New(cors.Config{Origins: s{"https://trusted.com", "*"}})`, `cors.New(cors.Config{Origins: s{"*"}, Func: yes})`
	legit := []string{"trusted.com(legit)", "sub.trusted.com"}
	for _, test := range []struct {
		row  row
		want []string
	}{
		{row{Evil: evilCredentialed}, []string{"any-origin-credentials"}},
		{row{Evil: evilCredentialed, Config: list}, []string{"any-origin-credentials"}},
		{row{Evil: evilStar, Config: "cors.AllowAll()"}, []string{"refused"}},
		{row{Evil: evilStar, Config: list}, []string{"refused", "overridden"}},
		{row{Evil: evilStar, Config: fn}, []string{"refused", "overridden"}},
		{row{Evil: evilStar, ACAO: "*", Config: `cors.New(cors.Config{Func: yes})`}, []string{"refused", "overridden"}},
		{row{Evil: evilStar, ACAO: "*", Config: `cors.New(cors.Config{Func: func(string) string { return "*" }})`}, []string{"refused"}},
		{row{Evil: evilAnonymous, ACAO: "*", Config: `cors.New("*")`}, []string{"any-origin"}},
		{row{Evil: evilAnonymous, ACAO: "*", Config: `cors.New("https://trusted.com, *")`}, []string{"any-origin", "overridden"}},
		{row{Evil: evilAnonymous, ACAO: "*", Config: list}, []string{"any-origin", "overridden"}},
		{row{Evil: evilAnonymous, ACAO: "https://evil.example", Config: `cors.New(cors.Config{Func: yes})`}, []string{"any-origin"}},
		{row{Evil: evilAnonymous, ACAO: "https://evil.example", Config: `cors.New("https://*")`}, []string{"any-origin"}},
		{row{Evil: evilAnonymous, ACAO: "*", Config: `func(w http.ResponseWriter) { set(w, "*"); link(w, "https://trusted.com") }`}, []string{"any-origin"}},
		{row{Evil: evilStar, ACAO: "*", Config: "c := cors.Default()\nc.Credentials = true\nreturn cors.New(c)"}, []string{"refused"}},
		{row{Evil: neverBuilt, Construct: "panics: all origins disabled"}, []string{silence, "refused"}},
		{row{Evil: neverBuilt, Construct: "panics: * as allowed origin and AllowCredentials=true is insecure", Config: `cors.New("*")`}, []string{"refused"}},
		{row{Evil: neverBuilt, Construct: "returns error: you cannot both allow all origins and enable credentialed access"}, []string{"refused"}},
		{row{Evil: neverBuilt, Construct: `returns error: insecure origin "http://trusted.com" with credentialed access`}, []string{silence, "refused"}},
		{row{Evil: evilRefused}, []string{silence}},
		{row{Evil: evilRefused, Anonymous: legit}, []string{silence}},
		{row{Evil: evilRefused, Credentialed: legit}, []string{silence}},
		{row{Evil: evilRefused, Anonymous: append(legit, "plain-http:trusted.com")}, []string{silence}},
		{row{Evil: evilRefused, Credentialed: append(legit, "plain-http:trusted.com")}, []string{"loose-match"}},
		{row{Evil: evilRefused, Anonymous: append(legit, "suffix:eviltrusted.com")}, []string{"loose-match"}},
		{row{Evil: evilRefused, Credentialed: []string{"null"}}, []string{"loose-match"}},
	} {
		if diff := cmp.Diff(test.want, test.row.want()); diff != "" {
			t.Errorf("%s: %s%s (-want +got):\n%s", test.row.Evil, test.row.Construct, test.row.Config, diff)
		}
	}
}
