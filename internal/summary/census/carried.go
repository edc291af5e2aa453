package census

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/envelope"
	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/errorvalue"
	"github.com/prodvet/prodvet/internal/summary/response"
)

// carried counts the error values of which a response is made elsewhere, where
// they are made.
func (c *counter) carried() {
	for _, s := range c.values.Sites {
		if s.Plain || s.Written || !s.Status.MayBeError() || c.silent[c.pass.Fset.File(s.Expr.Pos())] {
			continue // a plain one is counted where it is made
		}
		if s.Collected {
			if call, ok := ast.Unparen(s.Expr).(*ast.CallExpr); ok && len(c.res.Call(call)) == 0 { // else it is a write
				c.forms = envelope.Add(c.forms, envelope.Form{Kind: envelope.Carried, Sites: 1, Via: envelope.Collected})
			}
			continue
		}
		f := envelope.Form{Kind: envelope.Carried, Sites: 1, Via: c.via(s)}
		if kind, ok := kindOf(s.Kind, nil); ok && s.Default {
			f.Kind, f.Shape = kind, envelope.TextOf(s.Shape)
		}
		switch {
		case s.Maker != nil:
			f.Helper = frameworks.FuncOf(s.Maker).String()
		case s.Carrier != nil:
			f.Helper = f.Via
		default:
			f.Helper = c.callee(s.Expr)
		}
		c.forms = envelope.Add(c.forms, f)
	}
}

// via returns what carries a value.
func (c *counter) via(s *errorvalue.Site) string {
	switch {
	case s.Framework != nil:
		return s.Framework.Name
	case s.Carrier != nil:
		return c.typeName(s.Carrier)
	}
	return c.results()
}

// results is the way of what functions without a name for their type return to
// callers in the package.
func (c *counter) results() string { return c.pass.Pkg.Path() }

func (c *counter) typeName(t *types.TypeName) string {
	if t.Pkg() == nil {
		return t.Name()
	}
	return frameworks.Func{Pkg: t.Pkg().Path(), Name: t.Name()}.String()
}

// callee names the function of a framework that makes an error.
func (c *counter) callee(e ast.Expr) string {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return ""
	}
	fn, _ := typeutil.Callee(c.pass.TypesInfo, call).(*types.Func)
	if fn == nil {
		return ""
	}
	return frameworks.FuncOf(fn).String()
}

// central notes in which forms the package answers what is carried to it.
func (c *counter) central() {
	for _, s := range c.values.Senders {
		via := c.results()
		if s.Type.Name == "Context" || s.Type.Name == "RequestContext" {
			via = envelope.Collected
		} else if s.Type.Name != "" {
			via = frameworks.Func{Pkg: s.Type.Pkg, Name: s.Type.Name}.String()
		}
		for _, o := range c.res.Call(s.Call) {
			c.answers(o, nil, via)
		}
		for _, w := range c.res.WritesOf(s.Call) {
			if w.Complete() {
				c.answers(w.Outcome, w.Traits, via)
			}
		}
	}
	for _, w := range c.res.Writes {
		if via := c.handled(w); via != "" {
			c.answers(w.Outcome, w.Traits, via)
		}
	}
	for _, node := range c.res.Fillers {
		for call, outcomes := range c.res.Calls() {
			if within(call.Pos(), node) {
				for _, o := range outcomes {
					c.answers(o, nil, envelope.Collected)
				}
			}
		}
	}
}

func within(pos token.Pos, node ast.Node) bool { return node.Pos() <= pos && pos < node.End() }

// handled returns the framework whose errors the function of w handles: it is
// given one with the context.
func (c *counter) handled(w *response.Write) string {
	sig := signature(c.pass.TypesInfo, w.Func)
	if sig == nil || !slices.ContainsFunc(slices.Collect(sig.Params().Variables()), func(v *types.Var) bool { return expr.IsErrorType(v.Type()) }) {
		return ""
	}
	for _, name := range c.values.Handles {
		for _, f := range frameworks.All() {
			if f.Name == name && f.Errors != nil && slices.ContainsFunc(slices.Collect(sig.Params().Variables()), func(v *types.Var) bool {
				return slices.Contains(f.Errors.Handlers, frameworks.TypeOf(v.Type()))
			}) {
				return name
			}
		}
	}
	return ""
}

func signature(info *types.Info, fn ast.Node) *types.Signature {
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		if obj, ok := info.Defs[fn.Name].(*types.Func); ok {
			return obj.Signature()
		}
	case *ast.FuncLit:
		sig, _ := info.TypeOf(fn).(*types.Signature)
		return sig
	}
	return nil
}

// answers notes one form, unless it is known to be none of errors.
func (c *counter) answers(o response.Outcome, t *response.Traits, via string) {
	kind, ok := kindOf(o.Body.Kind, t)
	if t == nil && o.StatusOnly || !ok || o.Collects || via != envelope.Collected && !o.Status.MayBeError() {
		return // a body follows; what collects carries on; what is collected has its status already
	}
	f := envelope.Form{Kind: kind, Via: via, Central: true}
	if kind == envelope.JSON {
		f.Shape = envelope.TextOf(o.Body.Shape)
	}
	c.forms = envelope.Add(c.forms, f)
}
