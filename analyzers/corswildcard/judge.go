package corswildcard

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/values"
)

// judge tells what a policy lets in that it should not, as p sees it.
func (p *policies) judge(pol policy) (finding, bool) {
	j := &judge{policies: p, policy: pol, rules: pol.lib.rules}
	j.creds, j.credsBy = j.credentials()
	f, ok := j.decide()
	if !ok {
		return finding{}, false
	}
	f.creds, f.credsBy, f.credsAt = j.creds, j.credsBy, j.credsAt
	if f.advice == "" {
		f.advice = "list the origins that need access"
	}
	return f, true
}

type judge struct {
	*policies
	policy  policy
	rules   frameworks.CORSRules
	creds   bool
	credsBy string
	credsAt ast.Expr
}

func (j *judge) settings(role frameworks.CORSRole) []setting {
	return j.policies.settings(j.policy, role)
}

// credentials tells whether the policy allows credentials in every case, and by
// what.
func (j *judge) credentials() (bool, string) {
	if name, ok := j.isTrue(frameworks.CORSCredentials); ok {
		if vals := j.settings(frameworks.CORSCredentials)[0].vals; len(vals) == 1 && !vals[0].Whole {
			j.credsAt = vals[0].Expr
		}
		if j.policy.config == nil {
			return true, name + " allows credentials"
		}
		return true, name + " is true"
	}
	switch {
	case j.rules.ListCredentials:
		return true, "credentials are allowed"
	case j.policy.preset != nil && j.policy.preset.Credentials:
		if _, taken := j.isTrue(frameworks.CORSNoCredentials); !taken && !j.policy.opaque {
			return true, "credentials are allowed"
		}
	}
	return false, ""
}

// isTrue reports whether what has a role is true in every case, and its name.
func (j *judge) isTrue(role frameworks.CORSRole) (name string, ok bool) {
	for _, s := range j.settings(role) {
		if s.name != "" && !slices.ContainsFunc(s.vals, func(val values.Value) bool { return !j.truth(val) }) {
			return s.name, true
		}
	}
	return "", false
}

func (j *judge) truth(val values.Value) bool {
	t := types.Type(types.Typ[types.Bool])
	if val.Expr != nil && val.Known == nil {
		t = j.info.TypeOf(val.Expr)
	}
	c := j.view.ConstantOf(val, t)
	switch {
	case c == nil:
		return false
	case c.Kind() == constant.String:
		return constant.StringVal(c) == "true"
	}
	return c.Kind() == constant.Bool && constant.BoolVal(c)
}

// decide returns what is wrong with the policy, in the order in which the library
// asks. The finding's credentials are left to the caller.
func (j *judge) decide() (finding, bool) {
	if f, ok := j.everyone(); ok {
		return f, true
	}
	if f, decided := j.hosts(); decided {
		return f, f.node != nil
	}
	list := j.list()
	if list.state == unset && j.rules.DefaultStar {
		list.state, list.finding = star, finding{node: j.policy.node(), what: j.callName() + " without origins lets every origin in", answer: j.star()}
	}
	fn := j.function()
	if list.given != nil && (fn.state == unset || j.rules.Funcs == frameworks.CORSFuncAdds) && !j.view.InDevelopment(j.policy.at) {
		j.sinks.note(values.Value{Expr: list.given}, sink{
			Name: list.name, Where: j.sinks.place(j.policy.node()), Answer: j.star(), Creds: j.credsBy,
		})
	}
	switch {
	case fn.state == unset:
		if list.state == unset || list.state == empty {
			return j.nothing(list)
		}
		return list.finding, list.state.wrong()
	case j.rules.EmptyWins && fn.state != anyone && (list.state == unset || list.state == empty):
		f, ok := j.nothing(list)
		f.dead = fn.name
		return f, ok
	}
	switch j.rules.Funcs {
	case frameworks.CORSFuncAdds:
		return j.either(list, fn)
	case frameworks.CORSFuncDecides:
		if fn.state == anyone && list.state == star {
			f := list.finding
			f.dead = ""
			return f, true
		}
	}
	if fn.state == anyone && (list.state == closed || list.state == loose) {
		fn.finding.dead = list.name
	}
	return fn.finding, fn.state.wrong()
}

// either judges a list and a function that is asked about those whom the list
// does not let in.
func (j *judge) either(list, fn part) (finding, bool) {
	switch {
	case list.state == star:
		f := list.finding
		if fn.state != anyone {
			f.dead = fn.name
		}
		return f, true
	case list.state == anyone || list.state == fails:
		return list.finding, true
	case fn.state == anyone:
		f := fn.finding
		if list.state == closed || list.state == loose {
			f.dead = list.name
		}
		return f, true
	case fn.state == loose:
		return fn.finding, true
	}
	return list.finding, list.state.wrong()
}

// everyone judges the switch that lets every origin in.
func (j *judge) everyone() (finding, bool) {
	name, ok := j.isTrue(frameworks.CORSEveryone)
	if !ok || j.rules.EveryoneAlone && !j.alone() {
		return finding{}, false // the second one panics
	}
	f := finding{what: name + " is true", answer: frameworks.CORSStar}
	for _, s := range j.settings(frameworks.CORSEveryone) {
		if s.name == name {
			f.node = s.vals[0].Expr
		}
	}
	if list := j.list(); list.state == closed || list.state == loose {
		f.dead = list.name
	}
	return f, true
}

// alone reports whether neither origins nor a function are set.
func (j *judge) alone() bool {
	for _, role := range []frameworks.CORSRole{frameworks.CORSOrigins, frameworks.CORSFunc} {
		for _, s := range j.settings(role) {
			for _, val := range s.vals {
				if l := j.listOf(val); !val.Zero() && !j.isNil(val) && (!l.Complete || len(l.Items) > 0) {
					return false
				}
			}
		}
	}
	return true
}

func (j *judge) isNil(val values.Value) bool {
	return val.Expr != nil && !val.Whole && val.Known == nil && j.info.Types[val.Expr].IsNil()
}

// nothing judges a policy that says nothing about origins.
func (j *judge) nothing(list part) (finding, bool) {
	switch {
	case j.policy.call == nil:
		return finding{}, false // what it leaves out may be added later
	case list.state == unset && j.policy.preset != nil && j.policy.preset.Anyone:
		return finding{
			node:   j.policy.call,
			what:   types.ExprString(j.policy.call) + " lets every origin in",
			answer: frameworks.CORSOrigin,
		}, true
	}
	if j.rules.ListCredentials {
		j.creds = false
	}
	answer := j.rules.Empty
	if answer == frameworks.CORSAsStar {
		answer = j.star()
	}
	if answer == frameworks.CORSNothing || j.rules.Empty == frameworks.CORSFails || answer == frameworks.CORSFails && (!j.creds || j.always != nil) {
		return finding{}, false // nobody gets in, or the program does not start until somebody sets it
	}
	f := finding{answer: answer, node: list.node, what: list.name + " is empty, which lets every origin in,"}
	switch set := j.setAlways(); {
	case set != nil:
		f.node = set
	case list.state == unset || list.node == nil || list.node == ast.Expr(j.policy.call):
		f.node = j.policy.node()
		f.what = types.ExprString(configName(j.policy.node())) + " without " + list.name + " lets every origin in"
		f.advice = "set " + list.name
		if j.policy.config == nil {
			f.what = j.callName() + " without origins lets every origin in"
			f.advice = ""
		}
	}
	return f, true
}

// setAlways returns what the code sets the list to, if it is empty by default only.
func (j *judge) setAlways() ast.Expr {
	if j.always == nil {
		return nil
	}
	for _, s := range j.always.settings(j.policy, frameworks.CORSOrigins) {
		for _, val := range s.vals {
			if val.Expr != nil && !val.Whole && !j.isNil(val) {
				return val.Expr
			}
		}
	}
	return nil
}

// callName is what a message calls the call that makes the middleware.
func (j *judge) callName() string { return types.ExprString(j.policy.call.Fun) + "()" }

// star is the answer to everybody if "*" is in the list.
func (j *judge) star() frameworks.CORSAnswer {
	if !j.creds {
		return j.rules.Star
	}
	if _, ok := j.isTrue(frameworks.CORSUnsafe); ok {
		return frameworks.CORSOrigin
	}
	return j.rules.StarCredentials
}

// configName is what a message calls a configuration: its type if it is a literal.
func configName(e ast.Expr) ast.Expr {
	switch n := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		return configName(n.X)
	case *ast.StarExpr:
		return configName(n.X)
	case *ast.CompositeLit:
		if n.Type != nil {
			return n.Type
		}
	case *ast.CallExpr:
		return n.Fun
	}
	return e
}

// presetFinding judges the use of a policy that the library has made.
func presetFinding(lib *library, e ast.Expr, pr *frameworks.CORSPreset) finding {
	answer := frameworks.CORSOrigin
	switch {
	case pr.Anyone:
	case pr.Credentials:
		answer = lib.rules.StarCredentials
	default:
		answer = lib.rules.Star
	}
	use := ""
	if len(lib.New) > 0 {
		use = lib.New[0].Name
		if sel, ok := ast.Unparen(funOf(e)).(*ast.SelectorExpr); ok && pr.Recv == "" {
			use = types.ExprString(sel.X) + "." + use
		}
	}
	return finding{
		node:    e,
		what:    fmt.Sprintf("%s lets every origin in", types.ExprString(e)),
		answer:  answer,
		creds:   pr.Credentials,
		credsBy: "credentials are allowed",
		advice:  "use " + use + " with the origins that need access",
	}
}

func funOf(e ast.Expr) ast.Expr {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		return call.Fun
	}
	return e
}
