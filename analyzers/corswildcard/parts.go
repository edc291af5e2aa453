package corswildcard

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/origins"
	"github.com/prodvet/prodvet/internal/values"
)

// state is what a part of a policy does: its list of origins, or its function.
type state int

const (
	unset   state = iota // there is none
	empty                // a list without elements
	unknown              // it cannot be told, or not in every case
	closed               // it lets in whom it should
	star                 // "*" is in the list
	anyone               // every origin gets in
	loose                // somebody gets in who should not
	fails                // the construction fails because of it
)

// wrong reports whether the state is a finding.
func (s state) wrong() bool { return s >= star }

// part is a list of origins or a function of a policy.
type part struct {
	state   state
	name    string   // as the user wrote it: AllowedOrigins
	node    ast.Expr // where it stands, or nil
	finding finding  // if the state is wrong
	given   ast.Expr // what an unknown list is made of, or nil
}

// list judges the list of origins.
func (j *judge) list() part {
	var found []part
	for _, s := range append(j.settings(frameworks.CORSOrigins), j.settings(frameworks.CORSRegexp)...) {
		if s.list != nil {
			found = append(found, j.items(s, *s.list, s.node))
			continue
		}
		own := part{name: s.name}
		for i, val := range s.vals {
			own = common(own, j.listPart(s, val), i == 0)
		}
		found = append(found, own)
	}
	for _, p := range found {
		if p.state != unset {
			return p
		}
	}
	if len(found) == 0 {
		return part{}
	}
	return found[0]
}

// common is what holds of a part that is one of two: it is wrong only if both are.
// The one with more to say speaks for both, a "*" before a pattern.
func common(a, b part, first bool) part {
	switch {
	case first:
		return b
	case a.state == b.state:
		return a
	case a.state.wrong() && b.state.wrong():
		if b.state == star || a.state == loose {
			return b
		}
		return a
	case a.state == closed && b.state == closed:
		return a
	}
	return part{state: unknown, name: a.name}
}

// listPart judges one value of the list.
func (j *judge) listPart(s setting, val values.Value) part {
	switch {
	case val.Whole:
		if pr := j.policy.lib.presetOf(j.info, val.Expr); pr != nil && pr.Anyone {
			return part{state: anyone, name: s.name, node: val.Expr, finding: finding{
				node:   val.Expr,
				what:   types.ExprString(val.Expr) + " lets every origin in",
				answer: frameworks.CORSOrigin,
				advice: "set " + s.name,
			}}
		}
		return part{state: unknown, name: s.name}
	case val.Zero() || j.isNil(val):
		return part{state: unset, name: s.name}
	}
	return j.items(s, j.listOf(val), val.Expr)
}

// listOf returns the origins that a value lists: the elements of a list, or what
// one text has between commas.
func (j *judge) listOf(val values.Value) values.List {
	if val.Zero() || val.Whole {
		return values.List{Complete: val.Zero()}
	}
	c := j.view.ConstantOf(val, types.Typ[types.String])
	if c == nil || c.Kind() != constant.String {
		return j.view.List(val)
	}
	l := values.List{Complete: true}
	for text := range strings.SplitSeq(constant.StringVal(c), ",") {
		if text = strings.TrimSpace(text); text != "" {
			l.Items = append(l.Items, values.Item{Text: text, Expr: val.Expr, Known: val.Known})
		}
	}
	return l
}

// items judges the elements of a list.
func (j *judge) items(s setting, l values.List, node ast.Expr) part {
	p := part{state: unknown, name: s.name, node: node}
	if i := slices.IndexFunc(l.Items, func(item values.Item) bool { return item.Text == "*" && j.rules.Patterns != frameworks.CORSStars }); i >= 0 {
		return j.starPart(p, l, l.Items[i])
	}
	switch {
	case l.Complete && len(l.Items) == 0:
		p.state = empty
		return p
	case l.Complete:
		p.state = closed
	case len(l.Items) == 0:
		p.given = node
	}
	for _, item := range l.Items {
		if own := j.item(s, l, item); own.state.wrong() && (!p.state.wrong() || p.state == loose && own.state != loose) {
			p.state, p.finding = own.state, own.finding
		}
	}
	return p
}

// starPart judges a list with "*" in it.
func (j *judge) starPart(p part, l values.List, item values.Item) part {
	p.state = star
	p.finding = finding{node: item.Expr, what: says(p.name, item), placed: item.Known != nil, answer: j.star()}
	if j.rules.StarAlone && (len(l.Items) > 1 || !l.Complete) {
		p.state, p.finding.answer = fails, frameworks.CORSFails
		return p
	}
	var others []string
	for _, other := range l.Items {
		if other.Text != "*" && other.Text != "" {
			others = append(others, other.Text)
		}
	}
	switch {
	case len(others) == 1 && l.Complete:
		p.finding.dead = fmt.Sprintf("%q beside it", others[0])
	case len(others) > 0:
		p.finding.dead = "what else " + p.name + " has"
	}
	return p
}

// says names an element of a list, and where it comes from if it is not written
// there.
func says(name string, item values.Item) string {
	if k := item.Known; k != nil && k.Key != "" {
		verb := "has"
		if len(k.Items) == 1 && k.Items[0] == item.Text {
			verb = "is"
		}
		return fmt.Sprintf("%s %s %q %s and becomes %s,", k.Key, verb, item.Text, k.Place, name)
	}
	return fmt.Sprintf("%s has %q", name, item.Text)
}

// item judges one element of the list.
func (j *judge) item(s setting, l values.List, item values.Item) part {
	check, ok := j.check(s, l, item.Text)
	if !ok {
		if !strings.Contains(item.Text, "*") {
			return part{state: closed}
		}
		return part{state: fails, finding: finding{node: item.Expr, what: says(s.name, item), placed: item.Known != nil, answer: frameworks.CORSFails}}
	}
	v := check.Judge(j.creds && j.rules.Patterns != frameworks.CORSSuffix) // a host has no scheme
	switch v.Kind {
	case origins.Everyone:
		return part{state: anyone, finding: finding{
			node: item.Expr, placed: item.Known != nil, what: says(s.name, item) + ", which matches every origin of a scheme,", answer: frameworks.CORSOrigin,
		}}
	case origins.Loose:
		return part{state: loose, finding: finding{node: item.Expr, what: strings.TrimSuffix(says(s.name, item), ",") + ", which", placed: item.Known != nil, loose: &v, answer: frameworks.CORSOrigin}}
	}
	return part{state: closed}
}

// check returns how the library compares an origin with an entry of the list; ok
// is false if it refuses the entry.
func (j *judge) check(s setting, l values.List, entry string) (check origins.Check, ok bool) {
	if s.role == frameworks.CORSRegexp {
		return origins.Regexp(entry), true
	}
	if m := reRegexpOrigin.FindStringSubmatch(entry); m != nil && j.rules.Patterns == frameworks.CORSGin {
		return origins.Regexp(m[1]), true
	}
	match, ok := j.matcher(entry)
	texts := []string{entry}
	for _, other := range l.Items {
		if other.Text != entry {
			texts = append(texts, other.Text)
		}
	}
	return origins.Pattern(texts, match), ok
}

var reRegexpOrigin = regexp.MustCompile(`^/(.+)/[gimuy]?$`)

// hosts judges a list of hosts, which decides alone if there is one.
func (j *judge) hosts() (f finding, decided bool) {
	for _, s := range j.settings(frameworks.CORSHosts) {
		for _, val := range s.vals {
			if val.Zero() && s.vals[0].Zero() {
				continue
			}
			for _, item := range j.listOf(val).Items {
				host := strings.ToLower(item.Text)
				v := origins.Pattern([]string{"https://" + host}, func(origin string) bool {
					_, rest, _ := strings.Cut(origin, "://")
					return rest == host || strings.HasSuffix(rest, "."+host)
				}).Judge(j.creds)
				if v.Kind == origins.Loose || v.Kind == origins.Everyone {
					return finding{node: item.Expr, what: strings.TrimSuffix(says(s.name, item), ",") + ", which", placed: item.Known != nil, loose: &v, answer: frameworks.CORSOrigin}, true
				}
			}
			return finding{}, true
		}
	}
	return finding{}, false
}

// function judges the functions that decide about an origin: the first one that
// is set.
func (j *judge) function() part {
	for _, s := range j.settings(frameworks.CORSFunc) {
		own := part{name: s.name}
		for i, val := range s.vals {
			own = common(own, j.funcPart(s, val), i == 0)
		}
		if own.state != unset {
			return own
		}
	}
	return part{}
}

func (j *judge) funcPart(s setting, val values.Value) part {
	p := part{name: s.name, node: val.Expr, state: unknown}
	switch {
	case val.Zero() || j.isNil(val):
		p.state = unset
		return p
	case val.Whole:
		return p
	}
	if pr := j.policy.lib.presetOf(j.info, val.Expr); pr != nil && pr.Anyone {
		p.state = anyone
		p.finding = finding{node: val.Expr, what: s.name + " is " + types.ExprString(val.Expr), answer: frameworks.CORSOrigin}
		return p
	}
	v := j.origins.Func(val.Expr).Judge(j.creds)
	switch v.Kind {
	case origins.Everyone:
		p.state = anyone
		if j.returnsStar(val.Expr) {
			p.finding = finding{node: val.Expr, what: s.name + ` returns "*" for every origin`, answer: frameworks.CORSStar}
			return p
		}
		p.finding = finding{node: val.Expr, what: s.name + " lets every site in", answer: frameworks.CORSOrigin, advice: "compare the origin with those that need access"}
	case origins.Loose:
		p.state = loose
		p.finding = finding{node: val.Expr, what: s.name, loose: &v, answer: frameworks.CORSOrigin, advice: "compare the whole origin"}
	case origins.Tight:
		p.state = closed
	}
	return p
}

// returnsStar reports whether a function whose first result is the answer
// returns "*" always.
func (j *judge) returnsStar(fn ast.Expr) bool {
	lit, ok := fn.(*ast.FuncLit)
	if !ok {
		return false
	}
	returns, ok := j.view.ReturnsIn(j.view.At(lit))
	return ok && len(returns) > 0 && !slices.ContainsFunc(returns, func(ret inspector.Cursor) bool {
		text, ok := j.view.String(ret.Node().(*ast.ReturnStmt).Results[0])
		return !ok || text != "*"
	})
}
