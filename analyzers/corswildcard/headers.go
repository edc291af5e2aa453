package corswildcard

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/origins"
	"github.com/prodvet/prodvet/internal/values"
)

const (
	headerOrigin      = "Access-Control-Allow-Origin"
	headerCredentials = "Access-Control-Allow-Credentials"
)

// addHeaders adds the header functions of a framework.
func (p *policies) addHeaders(f *frameworks.Framework) {
	for _, h := range f.HeaderSetters {
		p.setters[h.Func] = h
	}
	for _, h := range f.HeaderGetters {
		p.getters[h.Func] = h
	}
}

// addHTTP adds the header functions of net/http, which a framework's responses
// have too.
func (p *policies) addHTTP() {
	for _, f := range frameworks.All() {
		if f.Name == "net/http" {
			p.addHeaders(f)
		}
	}
}

// mentionsHeader reports whether the package has a constant that names the
// header.
func (p *policies) mentionsHeader() bool {
	for _, tv := range p.info.Types {
		if tv.Value != nil && tv.Value.Kind() == constant.String && isHeader(constant.StringVal(tv.Value), headerOrigin) {
			return true
		}
	}
	return false
}

func isHeader(name, header string) bool {
	return len(name) == len(header) && strings.EqualFold(name, header)
}

// headers returns the findings about policies that the package writes by hand.
func (p *policies) headers() []finding {
	p.learnSetters()
	var allows, creds []headerWrite
	for cur := range p.root.Preorder((*ast.CallExpr)(nil), (*ast.AssignStmt)(nil)) {
		name, w, ok := p.writesHeader(cur)
		switch {
		case !ok:
		case isHeader(name, headerOrigin):
			allows = append(allows, w)
		case isHeader(name, headerCredentials):
			creds = append(creds, w)
		}
	}
	var found []finding
	for _, w := range allows {
		if w.value == nil || p.withoutOrigin(w.cur) || slices.ContainsFunc(allows, func(later headerWrite) bool { return p.replaces(later, w) }) {
			continue
		}
		dead := slices.ContainsFunc(allows, func(e headerWrite) bool { return p.replaces(w, e) && e.value != nil && !p.isOrigin(e.value) })
		f, ok := p.find(w.cur, func(p *policies) (finding, bool) {
			f, ok := p.openHeader(w, creds)
			if dead {
				f.dead = "what was set before"
			}
			return f, ok
		})
		if ok {
			found = merge(found, f)
		}
	}
	return found
}

// merge adds f to found, or to the finding at the same place.
func merge(found []finding, f finding) []finding {
	for i := range found {
		if found[i].node == f.node {
			found[i].related = append(found[i].related, f.related...)
			found[i].creds = found[i].creds || f.creds
			return found
		}
	}
	return append(found, f)
}

// openHeader tells whether a write answers somebody whom it should not, in every
// case.
func (p *policies) openHeader(w headerWrite, creds []headerWrite) (finding, bool) {
	f := finding{node: w.value, answer: frameworks.CORSStar, advice: "answer only the origins that need access"}
	creds = slices.DeleteFunc(slices.Clone(creds), func(c headerWrite) bool { return !p.together(w, c) })
	if len(creds) > 0 {
		f.creds, f.credsBy = true, headerCredentials+` is "true"`
	}
	if len(creds) == 1 {
		f.credsAt = creds[0].value
	}
	for _, val := range p.view.Sources(w.value) {
		switch {
		case p.isStar(val) && val.Known != nil:
			f.node, f.placed = val.Expr, true
			f.what = says(headerOrigin, values.Item{Text: "*", Known: val.Known})
		case p.isStar(val):
			f.what = headerOrigin + ` is "*"`
			if val.Default {
				p.unlessSet(&f, w, val)
			}
		case p.getsOrigin(val):
			f.answer = frameworks.CORSOrigin
		default:
			k := sink{Name: headerOrigin, Where: p.sinks.place(w.value), Answer: frameworks.CORSStar}
			if f.creds {
				k.Creds = f.credsBy
			}
			p.sinks.note(val, k)
			return finding{}, false
		}
	}
	if f.answer == frameworks.CORSStar {
		return f, true
	}
	f.what = headerOrigin + " repeats the request's Origin unchecked"
	f.tried = true
	v := p.origins.Reached(w.cur, w.value, p.isOrigin).Judge(f.creds)
	if v.Kind == origins.Loose {
		f.loose, f.what = &v, headerOrigin
	}
	return f, v.Kind == origins.Everyone || v.Kind == origins.Loose
}

func (p *policies) isStar(val values.Value) bool {
	c := p.view.ConstantOf(val, types.Typ[types.String])
	return c != nil && c.Kind() == constant.String && constant.StringVal(c) == "*"
}

// unlessSet puts the finding on the value that a header gets from elsewhere, and
// the header beside it.
func (p *policies) unlessSet(f *finding, w headerWrite, val values.Value) {
	f.node = val.Expr
	f.what = types.ExprString(w.value) + ` is "*" unless another package sets it, and is sent as ` + headerOrigin
	f.related = []analysis.RelatedInformation{{Pos: w.value.Pos(), End: w.value.End(), Message: headerOrigin + " is set here"}}
}

// readsOrigin reports whether e reads the Origin header of a request.
func (p *policies) readsOrigin(e ast.Expr) bool {
	switch n := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		h, ok := p.getters[frameworks.FuncOf(typeutil.StaticCallee(p.info, n))]
		if !ok || h.Name >= len(n.Args) {
			return false
		}
		name, ok := p.view.String(n.Args[h.Name])
		return ok && isHeader(name, "Origin")
	case *ast.IndexExpr:
		if inner, ok := ast.Unparen(n.X).(*ast.IndexExpr); ok {
			return p.readsOrigin(inner)
		}
		name, ok := p.view.String(n.Index)
		return ok && name == "Origin" && isHeaderMap(p.info.TypeOf(n.X))
	}
	return false
}
