package origins

import (
	"go/ast"
	"go/types"
	"path"
	"regexp"
	"slices"
	"strings"
)

// invocation is a call of a function that the interpreter knows.
type invocation struct {
	call ast.Expr // the call, or what stands for it
	fn   *types.Func
	recv value
	args []value
}

// text returns an argument that is a text.
func (c *invocation) text(i int) (text, bool) {
	t, ok := argument(c.args, i).(text)
	return t, ok
}

func (c *invocation) taint() taint {
	t := taintOf(c.args...)
	if c.recv != nil {
		t |= taintOf(c.recv)
	}
	return t
}

// lost is what a call comes to whose arguments are not known well enough.
func (c *invocation) lost() value { return unknown{taint: c.taint()} }

// libraryFunc evaluates a call. It returns nil if it does not know.
type libraryFunc func(*run, *invocation) value

func comparing(f func(a, b string) bool) libraryFunc {
	return func(r *run, c *invocation) value {
		a, ok := c.text(0)
		b, ok2 := c.text(1)
		if !ok || !ok2 {
			return c.lost()
		}
		return r.compared(name(c.fn), a, b, f)
	}
}

// changing is a function of one text.
func changing(f func(string) string) libraryFunc {
	return func(_ *run, c *invocation) value {
		a, ok := c.text(0)
		if !ok {
			return c.lost()
		}
		return text{f(a.s), a.taint}
	}
}

// cutting is a function of two texts that returns a part of the first.
func cutting(f func(a, b string) string) libraryFunc {
	return func(r *run, c *invocation) value {
		a, ok := c.text(0)
		b, ok2 := c.text(1)
		if !ok || !ok2 {
			return c.lost()
		}
		r.noteText(a, b)
		return text{f(a.s, b.s), a.taint}
	}
}

// finding is a function of two texts that returns an index or a number.
func finding(f func(a, b string) int) libraryFunc {
	return func(r *run, c *invocation) value {
		a, ok := c.text(0)
		b, ok2 := c.text(1)
		if !ok || !ok2 || taintOf(a, b)&(ofOrigin|ofConfig) == ofConfig && !looksLikeOrigin(b.s) {
			return c.lost()
		}
		r.noteText(a, b)
		if n := f(a.s, b.s); n >= 0 {
			r.notes.hit(hit{name: name(c.fn), text: b.s})
			return number(n)
		}
		return number(-1)
	}
}

// splitting is a function of two texts, or one, that returns a list.
func splitting(n int, f func(a, b string) []string) libraryFunc {
	return func(_ *run, c *invocation) value {
		a, ok := c.text(0)
		b := text{}
		if n > 1 {
			b, _ = c.text(1)
		}
		if !ok {
			return c.lost()
		}
		l := &list{}
		for _, s := range f(a.s, b.s) {
			l.elems = append(l.elems, text{s, a.taint})
		}
		return l
	}
}

// cut is strings.Cut and its kind.
func cut(f func(a, b string) tuple) libraryFunc {
	return func(r *run, c *invocation) value {
		a, ok := c.text(0)
		b, ok2 := c.text(1)
		if !ok || !ok2 {
			return nil
		}
		r.noteText(a, b)
		results := f(a.s, b.s)
		for i, v := range results {
			if t, ok := v.(text); ok {
				results[i] = text{t.s, a.taint}
			}
		}
		if len(results) > 0 && a.taint&(ofOrigin|ofConfig) == ofConfig && !looksLikeOrigin(b.s) {
			results[len(results)-1] = unknown{taint: ofConfig}
		}
		return results
	}
}

func constantly(v value) libraryFunc { return func(*run, *invocation) value { return v } }

func strcut(a, b string) tuple {
	before, after, ok := strings.Cut(a, b)
	return tuple{known(before), known(after), boolean(ok)}
}

func cutPrefix(a, b string) tuple {
	after, ok := strings.CutPrefix(a, b)
	return tuple{known(after), boolean(ok)}
}

func cutSuffix(a, b string) tuple {
	before, ok := strings.CutSuffix(a, b)
	return tuple{known(before), boolean(ok)}
}

// libraryFuncs returns the functions of other packages that the interpreter knows.
func libraryFuncs() map[string]libraryFunc {
	return map[string]libraryFunc{
		"strings.HasPrefix":     comparing(strings.HasPrefix),
		"strings.HasSuffix":     comparing(strings.HasSuffix),
		"strings.Contains":      comparing(strings.Contains),
		"strings.ContainsAny":   comparing(strings.ContainsAny),
		"strings.EqualFold":     comparing(strings.EqualFold),
		"strings.Index":         finding(strings.Index),
		"strings.LastIndex":     finding(strings.LastIndex),
		"strings.Count":         finding(strings.Count),
		"strings.ToLower":       changing(strings.ToLower),
		"strings.ToUpper":       changing(strings.ToUpper),
		"strings.TrimSpace":     changing(strings.TrimSpace),
		"strings.Clone":         changing(strings.Clone),
		"strings.TrimPrefix":    cutting(strings.TrimPrefix),
		"strings.TrimSuffix":    cutting(strings.TrimSuffix),
		"strings.Trim":          cutting(strings.Trim),
		"strings.TrimLeft":      cutting(strings.TrimLeft),
		"strings.TrimRight":     cutting(strings.TrimRight),
		"strings.Split":         splitting(2, strings.Split),
		"strings.SplitSeq":      splitting(2, strings.Split),
		"strings.Fields":        splitting(1, func(a, _ string) []string { return strings.Fields(a) }),
		"strings.FieldsSeq":     splitting(1, func(a, _ string) []string { return strings.Fields(a) }),
		"strings.Cut":           cut(strcut),
		"strings.CutPrefix":     cut(cutPrefix),
		"strings.CutSuffix":     cut(cutSuffix),
		"strings.SplitN":        splitN,
		"strings.Join":          join,
		"strings.Replace":       replaceText,
		"strings.ReplaceAll":    replaceText,
		"strings.IndexByte":     indexByte,
		"strings.LastIndexByte": indexByte,

		"path.Match":          glob,
		"path/filepath.Match": glob,
		"fmt.Sprintf":         sprintf,
		"fmt.Errorf":          constantly(failure{}),
		"errors.New":          constantly(failure{}),

		"slices.Contains":                      contains,
		"golang.org/x/exp/slices.Contains":     contains,
		"github.com/samber/lo.Contains":        contains,
		"slices.Index":                         indexOf,
		"golang.org/x/exp/slices.Index":        indexOf,
		"slices.ContainsFunc":                  containsFunc,
		"golang.org/x/exp/slices.ContainsFunc": containsFunc,
		"github.com/samber/lo.ContainsBy":      containsFunc,
		"github.com/samber/lo.SomeBy":          containsFunc,
		"slices.IndexFunc":                     indexFunc,
		"slices.Sort":                          sorted,
		"sort.Strings":                         sorted,
		"slices.Clone":                         cloned,
		"slices.Values":                        first,
		"sync.OnceValue":                       first,

		"regexp.MustCompile":        compile,
		"regexp.Compile":            compile,
		"regexp.QuoteMeta":          quote,
		"regexp.MatchString":        matchOnce,
		"regexp.Regexp.MatchString": matchRegexp,
		"regexp.Regexp.FindString":  findRegexp,

		"net/url.Parse":             parseURL,
		"net/url.ParseRequestURI":   parseURL,
		"net/url.URL.Hostname":      linkMethod,
		"net/url.URL.Port":          linkMethod,
		"net/url.URL.String":        linkMethod,
		"net/url.URL.IsAbs":         linkMethod,
		"net.SplitHostPort":         splitHostPort,
		"net.JoinHostPort":          joinHostPort,
		"net.ParseIP":               parseIP,
		"net/netip.ParseAddr":       parseAddr,
		"net.IP.IsLoopback":         addressMethod,
		"net.IP.IsPrivate":          addressMethod,
		"net/netip.Addr.IsLoopback": addressMethod,
		"net/netip.Addr.IsPrivate":  addressMethod,
		"golang.org/x/net/publicsuffix.EffectiveTLDPlusOne": registrableText,
	}
}

func splitN(_ *run, c *invocation) value {
	a, ok := c.text(0)
	b, ok2 := c.text(1)
	n, ok3 := argument(c.args, 2).(number)
	if !ok || !ok2 || !ok3 {
		return c.lost()
	}
	l := &list{}
	for _, s := range strings.SplitN(a.s, b.s, int(n)) {
		l.elems = append(l.elems, text{s, a.taint})
	}
	return l
}

func join(_ *run, c *invocation) value {
	l, ok := argument(c.args, 0).(*list)
	sep, ok2 := c.text(1)
	if !ok || !ok2 {
		return c.lost()
	}
	var parts []string
	for _, e := range l.elems {
		t, ok := e.(text)
		if !ok {
			return c.lost()
		}
		parts = append(parts, t.s)
	}
	return text{strings.Join(parts, sep.s), c.taint()}
}

func replaceText(r *run, c *invocation) value {
	s, ok := c.text(0)
	from, ok2 := c.text(1)
	to, ok3 := c.text(2)
	times := number(-1)
	if len(c.args) > 3 {
		n, ok := c.args[3].(number)
		if !ok {
			return c.lost()
		}
		times = n
	}
	if !ok || !ok2 || !ok3 || len(s.s) > 1<<10 || len(to.s) > 1<<6 {
		return c.lost()
	}
	r.noteText(s, from)
	return text{strings.Replace(s.s, from.s, to.s, int(times)), s.taint | to.taint}
}

func indexByte(_ *run, c *invocation) value {
	s, ok := c.text(0)
	b, ok2 := argument(c.args, 1).(number)
	if !ok || !ok2 {
		return c.lost()
	}
	if name(c.fn) == "strings.LastIndexByte" {
		return number(strings.LastIndexByte(s.s, byte(b)))
	}
	return number(strings.IndexByte(s.s, byte(b)))
}

func glob(r *run, c *invocation) value {
	p, ok := c.text(0)
	s, ok2 := c.text(1)
	if !ok || !ok2 || c.taint()&ofOrigin == 0 {
		return tuple{c.lost(), null{}}
	}
	r.noteText(s, p)
	matched, err := path.Match(p.s, s.s)
	if err != nil {
		return tuple{boolean(false), failure{}}
	}
	if matched {
		r.notes.hit(hit{name: name(c.fn), text: p.s})
	}
	return tuple{boolean(matched), null{}}
}

// sprintf is fmt.Sprintf with %s, %v and %d.
func sprintf(_ *run, c *invocation) value {
	format, ok := c.text(0)
	if !ok {
		return c.lost()
	}
	args, s := c.args[1:], format.s
	var b strings.Builder
	for {
		before, after, found := strings.Cut(s, "%")
		b.WriteString(before)
		if !found {
			break
		}
		switch {
		case strings.HasPrefix(after, "%"):
			b.WriteByte('%')
		case len(args) > 0 && (strings.HasPrefix(after, "s") || strings.HasPrefix(after, "v")):
			t, ok := args[0].(text)
			if !ok {
				return c.lost()
			}
			b.WriteString(t.s)
			args = args[1:]
		default:
			return c.lost()
		}
		s = after[1:]
	}
	return text{b.String(), c.taint()}
}

// sorted sorts a list of texts.
func sorted(r *run, c *invocation) value {
	l, ok := argument(c.args, 0).(*list)
	if !ok || slices.ContainsFunc(l.elems, func(v value) bool { _, ok := v.(text); return !ok }) {
		r.giveUp()
		return tuple{}
	}
	slices.SortFunc(l.elems, func(a, b value) int { return strings.Compare(a.(text).s, b.(text).s) })
	return tuple{}
}

func cloned(_ *run, c *invocation) value {
	if l, ok := argument(c.args, 0).(*list); ok {
		return &list{elems: slices.Clone(l.elems)}
	}
	return c.lost()
}

func first(_ *run, c *invocation) value { return argument(c.args, 0) }

func contains(r *run, c *invocation) value {
	i := r.indexOf(c)
	n, ok := i.(number)
	if !ok {
		return i
	}
	return boolean(n >= 0)
}

func indexOf(r *run, c *invocation) value { return r.indexOf(c) }

// indexOf returns the index of the second argument in the list that is the first.
func (r *run) indexOf(c *invocation) value {
	l, ok := argument(c.args, 0).(*list)
	if !ok {
		if isNull(argument(c.args, 0)) {
			return number(-1)
		}
		return c.lost()
	}
	for i, e := range l.elems {
		switch equal := r.equal(e, argument(c.args, 1)).(type) {
		case boolean:
			if equal {
				return number(i)
			}
		default:
			return lost(equal, c.lost())
		}
	}
	return number(-1)
}

func containsFunc(r *run, c *invocation) value {
	i := indexFunc(r, c)
	n, ok := i.(number)
	if !ok {
		return i
	}
	return boolean(n >= 0)
}

func indexFunc(r *run, c *invocation) value {
	l, ok := argument(c.args, 0).(*list)
	if !ok {
		return c.lost()
	}
	for i, e := range l.elems {
		switch is := r.invoke(argument(c.args, 1), []value{e}, c.call).(type) {
		case boolean:
			if is {
				return number(i)
			}
		default:
			return lost(is, unknown{taint: ofOrigin})
		}
	}
	return number(-1)
}

func compile(_ *run, c *invocation) value {
	t, ok := c.text(0)
	fails := name(c.fn) == "regexp.Compile"
	if !ok || t.taint&(ofConfig|ofOrigin) != 0 {
		if fails {
			return tuple{c.lost(), null{}}
		}
		return c.lost()
	}
	re, err := regexp.Compile(t.s)
	if err != nil {
		if fails {
			return tuple{null{}, failure{}}
		}
		return unknown{taint: ofOrigin}
	}
	p := &pattern{re: re, expr: literalOf(c.call)}
	if fails {
		return tuple{p, null{}}
	}
	return p
}

// literalOf returns the literal that is the first argument of a call.
func literalOf(call ast.Expr) ast.Expr {
	n, ok := call.(*ast.CallExpr)
	if !ok || len(n.Args) == 0 {
		return nil
	}
	if lit, ok := ast.Unparen(n.Args[0]).(*ast.BasicLit); ok {
		return lit
	}
	return nil
}

// quote makes a text one that may stand in a regular expression.
func quote(_ *run, c *invocation) value {
	t, ok := c.text(0)
	if !ok {
		return c.lost()
	}
	if t.taint&ofConfig != 0 {
		t.taint = t.taint&^ofConfig | ofQuoted
	}
	return text{regexp.QuoteMeta(t.s), t.taint}
}

func matchOnce(r *run, c *invocation) value {
	t, ok := c.text(0)
	s, ok2 := c.text(1)
	if !ok || !ok2 || t.taint&(ofConfig|ofOrigin) != 0 {
		return tuple{c.lost(), null{}}
	}
	re, err := regexp.Compile(t.s)
	if err != nil {
		return tuple{boolean(false), failure{}}
	}
	return tuple{r.matches(&pattern{re: re, expr: literalOf(c.call)}, s), null{}}
}

func matchRegexp(r *run, c *invocation) value {
	p, ok := c.recv.(*pattern)
	s, ok2 := c.text(0)
	if !ok || !ok2 {
		return lost(c.lost(), unknown{taint: ofOrigin})
	}
	return r.matches(p, s)
}

func findRegexp(r *run, c *invocation) value {
	p, ok := c.recv.(*pattern)
	s, ok2 := c.text(0)
	if !ok || !ok2 {
		return lost(c.lost(), unknown{taint: ofOrigin})
	}
	r.matches(p, s)
	return text{p.re.FindString(s.s), s.taint}
}
