package response

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// Traits are what a function does to the response anywhere in it, closures
// that write to the same response included.
type Traits struct {
	// ContentTypes are the constant content types that it declares.
	ContentTypes []string
	// Headers are the other headers that it sets, by canonical name.
	Headers map[string]bool
	// Surface says why the function does not answer in JSON by intention:
	// "page", "redirect", "file", "stream", "text", "upgrade", "proxy", or "".
	Surface string
}

// problem returns the content type of RFC 9457 if the function declares it.
func (t *Traits) problem() string {
	for _, c := range t.ContentTypes {
		if strings.Contains(c, "problem+json") {
			return c
		}
	}
	return ""
}

// declared returns the kind of body that the declared content types stand for:
// BodyJSON, BodyOther, or BodyUnknown for text or none.
func (t *Traits) declared() frameworks.BodyKind {
	kind := frameworks.BodyUnknown
	for _, c := range t.ContentTypes {
		switch {
		case strings.Contains(c, "json"):
			kind = max(kind, frameworks.BodyJSON)
		case !strings.HasPrefix(c, "text/plain"):
			kind = frameworks.BodyOther
		}
	}
	return kind
}

// traitsOf returns the traits of a function. A literal without a response of
// its own shares those of the function around it.
func (b *builder) traitsOf(node ast.Node) *Traits {
	for {
		lit, ok := node.(*ast.FuncLit)
		if !ok || b.outer[lit] == nil || b.hasResponse(lit.Type) {
			break
		}
		node = b.outer[lit]
	}
	if t := b.traits[node]; t != nil {
		return t
	}
	t := &Traits{Headers: make(map[string]bool)}
	b.traits[node] = t
	body := node
	switch n := node.(type) {
	case *ast.FuncDecl:
		body = n.Body
	case *ast.FuncLit:
		body = n.Body
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return !b.hasResponse(n.Type)
		case *ast.CallExpr:
			b.trait(t, n)
		}
		return true
	})
	return t
}

// hasResponse reports whether a function type has a response among its
// parameters.
func (b *builder) hasResponse(f *ast.FuncType) bool {
	return slices.ContainsFunc(f.Params.List, func(p *ast.Field) bool { return b.isResponse(b.info.TypeOf(p.Type)) })
}

// upgrades are packages that take over a connection: a response to a failed
// handshake is theirs.
var upgrades = []string{
	"github.com/gorilla/websocket", "github.com/coder/websocket", "nhooyr.io/websocket",
	"golang.org/x/net/websocket", "github.com/gobwas/ws",
}

// AsksForUpgrade reports whether a function only looks whether a request asks for
// another protocol: the function that calls it answers other requests as well.
func AsksForUpgrade(fn *types.Func) bool {
	return frameworks.FuncOf(fn) == frameworks.Func{Pkg: "github.com/gorilla/websocket", Name: "IsWebSocketUpgrade"}
}

// trait adds what one call says about the function.
func (b *builder) trait(t *Traits, call *ast.CallExpr) {
	fn, _ := b.target(call)
	if fn == nil || fn.Pkg() == nil {
		return
	}
	id := frameworks.FuncOf(fn)
	w, isWriter := b.writers[id]
	switch {
	case slices.Contains(upgrades, id.Pkg) && !AsksForUpgrade(fn), id.Pkg == "net/http" && id.Name == "Hijack":
		t.surface("upgrade")
	case strings.HasPrefix(id.Name, "Redirect") && isWriter, isWriter && id.Recv == "Redirect":
		t.surface("redirect")
	case id.Pkg == "net/http/httputil":
		t.surface("proxy")
	case id.Pkg == "net/http" && (strings.HasPrefix(id.Name, "Serve") || strings.HasPrefix(id.Name, "FileServer")) && id.Recv == "":
		t.surface("file")
	case isWriter && w.Kind == frameworks.BodyHTML:
		t.surface("page") // also when it goes to a buffer first
	case isWriter && w.Kind == frameworks.BodyOther && b.hands(call), isWriter && w.Kind == frameworks.BodyOther && b.responses[frameworks.Type{Pkg: id.Pkg, Name: id.Recv}]:
		t.surface("stream")
	case isWriter && w.ContentType != 0 && w.ContentType < len(call.Args):
		t.contentType(b.constant(call.Args[w.ContentType]), false)
	case b.setsHeader(id, call):
		b.header(t, call)
	case b.setsContentType(id, call):
		b.contentType(t, call.Args[b.contentTypes[id]])
	default:
		if enc, ok := b.encoderFor(id); ok && enc.Kind == frameworks.BodyOther && b.hands(call) {
			t.surface("stream")
		}
		b.calleeTraits(t, fn, call)
	}
}

func (b *builder) encoderFor(newFunc frameworks.Func) (frameworks.Encoder, bool) {
	i := slices.IndexFunc(b.encoders, func(e frameworks.Encoder) bool { return e.New == newFunc })
	if i < 0 {
		return frameworks.Encoder{}, false
	}
	return b.encoders[i], true
}

// calleeTraits adds what a helper of this package does to the response.
func (b *builder) calleeTraits(t *Traits, fn *types.Func, call *ast.CallExpr) {
	decl := b.decls[fn]
	if decl == nil || !b.hands(call) {
		return
	}
	callee := b.traitsOf(decl)
	t.surface(callee.Surface)
	for _, c := range callee.ContentTypes {
		t.contentType(c, true)
	}
	for h := range callee.Headers {
		t.Headers[h] = true
	}
}

func (t *Traits) surface(why string) {
	if t.Surface == "" {
		t.Surface = why
	}
}

// contentType adds a content type that the function, or a helper of it, sends.
func (t *Traits) contentType(c string, helper bool) {
	c = strings.ToLower(c)
	if c == "" {
		return
	}
	if !strings.Contains(c, "json") && !strings.HasPrefix(c, "text/plain") {
		t.surface("stream")
	}
	if !helper && !slices.Contains(t.ContentTypes, c) {
		t.ContentTypes = append(t.ContentTypes, c)
	}
}

// setsHeader reports whether a call of the function with the given identity
// sets a header of a response.
func (b *builder) setsHeader(id frameworks.Func, call *ast.CallExpr) bool {
	h, ok := b.headers[id]
	if !ok || h.Name >= len(call.Args) || h.Value == None || h.Value >= len(call.Args) {
		return false
	}
	recv := b.receiver(call)
	if id.Pkg == "net/http" {
		return b.isResponseHeader(recv)
	}
	return b.partOf(recv)
}

func (b *builder) setsContentType(id frameworks.Func, call *ast.CallExpr) bool {
	i, ok := b.contentTypes[id]
	return ok && i < len(call.Args) && b.partOf(b.receiver(call))
}

// header adds the header that a call sets.
func (b *builder) header(t *Traits, call *ast.CallExpr) {
	fn, _ := b.target(call)
	h := b.headers[frameworks.FuncOf(fn)]
	switch name := frameworks.CanonicalHeader(b.constant(call.Args[h.Name])); name {
	case "":
	case "Content-Type":
		b.contentType(t, call.Args[h.Value])
	default:
		t.Headers[name] = true
	}
}

// contentType adds the content type e.
func (b *builder) contentType(t *Traits, e ast.Expr) {
	t.contentType(b.constant(e), false)
	if b.constant(e) == "" {
		t.surface("stream") // a type that is computed is no slip
	}
}

// isResponseHeader reports whether e is the header of a response: a call of
// its method Header, or a variable that holds what that returned.
func (b *builder) isResponseHeader(e ast.Expr) bool {
	if e == nil {
		return false
	}
	e = ast.Unparen(e)
	if v := b.variable(e); v != nil {
		s, ok := b.only(v)
		if !ok {
			return false
		}
		e = ast.Unparen(s.expr)
	}
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "Header" && b.isResponse(b.info.TypeOf(sel.X))
}
