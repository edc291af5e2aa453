package errenvelope

import (
	"cmp"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/envelope"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/jsonshape"
	"github.com/prodvet/prodvet/internal/summary/callgraph"
	"github.com/prodvet/prodvet/internal/summary/census"
	"github.com/prodvet/prodvet/internal/summary/response"
)

// form is one of error responses that a service has.
type form struct {
	keys    []jsonshape.Key // each error has those that are not optional
	problem bool            // RFC 9457: any of its members
}

// The forms that are recognised where a package uses them.
var (
	defaultEnvelope = form{keys: []jsonshape.Key{
		{Name: "success", Type: jsonshape.Bool},
		{Name: "statusCode", Type: jsonshape.Number},
		{Name: "message", Type: jsonshape.String},
	}}
	problemDetails = form{problem: true, keys: []jsonshape.Key{
		{Name: "title", Type: jsonshape.String},
		{Name: "status", Type: jsonshape.Number},
		{Name: "detail", Type: jsonshape.String},
	}}
)

// vet is what the rule knows when it looks at one package.
type vet struct {
	pass   *analysis.Pass
	strict bool
	// statuses: errors need a status of errors.
	statuses bool
	res      *response.Result
	// envelopes are those that an error may have, the one to name first.
	envelopes []form
	// declared: there is an envelope, though its keys may not be known; explicit:
	// and it was not merely recognised.
	declared, explicit bool
	// configuration: the configuration says so, for all packages.
	configuration bool
	writers       map[frameworks.Func]bool // write the envelope, as declared
	writer        *types.Func              // to name in messages and to call in fixes, or nil
	call          string                   // the writer, as the package would call it, or ""

	census *census.Result
	graph  *callgraph.Result
	// convention is what errors are like without a declaration, if known;
	// inherited: that is so in the service and not in this package.
	convention       envelope.Convention
	known, inherited bool
	// asks: it takes the whole program to tell.
	asks bool
	// exempt: the configuration says that this surface has no envelope.
	exempt bool
	// overruled: the configuration speaks of this surface.
	overruled bool
	// anyJSON: it says that errors of this surface are JSON, and no more.
	anyJSON bool
}

func newVet(pass *analysis.Pass, cfg Config, res *response.Result) *vet {
	v := &vet{
		pass: pass, strict: cfg.Strict, statuses: cfg.ErrorStatus, res: res, writers: make(map[frameworks.Func]bool),
		census: pass.ResultOf[census.Analyzer].(*census.Result),
		graph:  pass.ResultOf[callgraph.Analyzer].(*callgraph.Result),
	}
	v.configured(cfg)
	v.explicit = v.declared
	if v.overruled {
		if v.writer = v.writerToCall(); v.writer != nil {
			v.call = v.name(v.writer)
		}
		return v
	}
	for _, e := range slices.Concat(res.Envelopes, res.Imported) {
		v.declare(e)
	}
	v.explicit = v.declared
	if !v.declared {
		v.infer()
		v.recognise()
	}
	v.asks = !v.declared && !(v.known && v.convention.Kind == envelope.JSON)
	if v.writer = v.writerToCall(); v.writer != nil {
		v.call = v.name(v.writer)
	}
	return v
}

func (v *vet) configured(cfg Config) {
	v.configuration = len(cfg.Fields)+len(cfg.Writers) > 0
	if words, ok := cfg.surface(v.module(), v.pass.Pkg.Path()); ok {
		v.surface(words)
		return
	}
	if s := jsonshape.OfKeys(cfg.Fields); s.Known() {
		v.add(form{keys: s.Keys})
	}
	for _, name := range cfg.Writers {
		f, _ := parseFunc(name) // Validate has seen it
		v.writers[f] = true
		v.declared = true
		for fn, w := range v.res.Helpers() {
			if frameworks.FuncOf(fn) == f && len(cfg.Fields) == 0 {
				v.addShapes(w)
			}
		}
	}
}

// surface takes the envelope of a surface from the configuration, which
// overrules the directives.
func (v *vet) surface(words []string) {
	v.overruled = true
	switch {
	case words[0] == none:
		v.exempt = true
	case words[0] == anyJSON && len(words) == 1:
		v.declared, v.anyJSON = true, true
	default:
		v.add(form{keys: jsonshape.OfKeys(words).Keys})
	}
	v.configuration = !v.exempt
}

// declare adds an envelope that a directive declares.
func (v *vet) declare(e response.Envelope) {
	v.declared = true
	if e.Writer != (frameworks.Func{}) {
		v.writers[e.Writer] = true
	}
	if e.Shape.Type == jsonshape.Object && !e.Shape.Open {
		v.add(ofShape(e.Shape))
	}
}

func (v *vet) add(e form) {
	v.declared = true
	v.envelopes = append(v.envelopes, e)
}

// addShapes adds the objects that a declared writer writes.
func (v *vet) addShapes(w *response.Writes) {
	for _, o := range w.Outcomes {
		if o.Body.Kind == frameworks.BodyJSON && o.Body.Shape.Type == jsonshape.Object && !o.Body.Shape.Open {
			v.add(ofShape(o.Body.Shape))
		}
	}
}

// ofShape returns the envelope that a declared type or writer stands for.
func ofShape(s jsonshape.Shape) form {
	if problemDetails.matches(s, "") {
		return problemDetails
	}
	return form{keys: s.Keys}
}

// judgedThere reports whether the rule knows an envelope in pkg, an import of
// this package, too, so that its helpers are reported there.
func (v *vet) judgedThere(pkg *types.Package) bool {
	if v.configuration || len(v.envelopes) == 0 || v.res.Declares(pkg) {
		return true
	}
	for fn, w := range v.res.Helpers() {
		if fn.Pkg() == pkg && slices.ContainsFunc(w.Outcomes, v.inEnvelope) {
			return true
		}
	}
	return false
}

// recognise looks for the forms that need no declaration: what this package
// writes as an error, itself or through the writers of packages it imports.
func (v *vet) recognise() {
	look := func(o response.Outcome) {
		if o.Body.Kind != frameworks.BodyJSON || !o.Status.MayBeError() || o.Status.Implicit {
			return
		}
		for _, e := range []form{defaultEnvelope, problemDetails} {
			if v.known && v.convention.Judges() && !e.matches(v.convention.Shape, "") {
				continue // not what the package's errors are like
			}
			if e.matches(o.Body.Shape, o.Body.ContentType) && !slices.ContainsFunc(v.envelopes, func(f form) bool { return f.problem == e.problem }) {
				v.add(e)
			}
		}
	}
	for _, w := range v.res.Writes {
		look(w.Outcome)
	}
	helpers := v.res.Helpers()
	for _, fn := range sortedFuncs(helpers) {
		w := helpers[fn]
		if fn.Pkg() != v.pass.Pkg && w.Module != v.module() && v.res.Uses(fn) == 0 {
			continue // a library's writer that nobody here calls
		}
		for _, o := range w.Outcomes {
			look(o)
		}
	}
}

func (v *vet) module() string {
	if v.pass.Module == nil {
		return ""
	}
	return v.pass.Module.Path
}

func sortedFuncs(m map[*types.Func]*response.Writes) []*types.Func {
	return slices.SortedFunc(maps.Keys(m), func(a, b *types.Func) int { return strings.Compare(a.FullName(), b.FullName()) })
}

// matches reports whether s is an object with the envelope's keys. It is true
// when that is not known.
func (e form) matches(s jsonshape.Shape, contentType string) bool {
	if s.Type != jsonshape.Object {
		return false
	}
	if e.problem {
		if strings.Contains(contentType, "problem+json") {
			return true
		}
		_, title := s.Key("title")
		_, status := s.Key("status")
		_, detail := s.Key("detail")
		_, typ := s.Key("type")
		return title && (status || detail || typ) || status && (detail || typ)
	}
	return len(e.missing(s)) == 0 && e.mistyped(s) == ""
}

// missing returns the keys that every error has and s cannot have.
func (e form) missing(s jsonshape.Shape) []string {
	var missing []string
	for _, k := range e.keys {
		if !k.Optional && !s.Has(k.Name) {
			missing = append(missing, k.Name)
		}
	}
	return missing
}

// mistyped says which key of s has another type than the envelope's, or "".
func (e form) mistyped(s jsonshape.Shape) string {
	for _, k := range e.keys {
		got, ok := s.Key(k.Name)
		if ok && k.Type != jsonshape.Unknown && got.Type != jsonshape.Unknown && got.Type != jsonshape.Null && got.Type != k.Type {
			return k.Name + " as " + article(got.Type) + ", not as " + article(k.Type)
		}
	}
	return ""
}

func article(t jsonshape.Type) string {
	if t == jsonshape.Array || t == jsonshape.Object {
		return "an " + t.String()
	}
	return "a " + t.String()
}

// names are the keys to name in a message: those that each error has.
func (e form) names() []string {
	var names []string
	for _, k := range e.keys {
		if !k.Optional {
			names = append(names, k.Name)
		}
	}
	if len(names) == 0 {
		for _, k := range e.keys {
			names = append(names, k.Name)
		}
	}
	return names
}

// list joins names as a sentence does.
func list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// infer finds what errors are like in this package, or else in all that is known
// of the service: this package and those of the module that it imports.
func (v *vet) infer() {
	own, service := v.census.Own, v.census.Service()
	v.convention, v.known = envelope.Surface(own, service)
	_, ok := envelope.Infer(own)
	v.inherited = v.known && !ok
}

// rare reports whether the package answers at no second place with the keys of
// s.
func (v *vet) rare(s jsonshape.Shape) bool {
	return envelope.Count(v.census.Own, s) <= 1
}

// ownEnvelopes returns the envelopes that the package declares in its source.
func (v *vet) ownEnvelopes() (list []string) {
	for _, e := range v.res.Envelopes {
		if e.Shape.Type == jsonshape.Object && !e.Shape.Open {
			list = append(list, envelope.TextOf(e.Shape))
		}
	}
	return list
}

// configuredEnvelope returns the envelope that the configuration has for the
// package, or "".
func (v *vet) configuredEnvelope() string {
	if !v.configuration || len(v.envelopes) == 0 {
		return ""
	}
	return envelope.TextOf(jsonshape.Shape{Type: jsonshape.Object, Keys: v.envelopes[0].keys})
}

// isWriter reports whether fn writes the envelope, as declared or as its
// summary shows.
func (v *vet) isWriter(fn *types.Func, w *response.Writes) bool {
	if v.writers[frameworks.FuncOf(fn)] {
		return true
	}
	return w != nil && slices.ContainsFunc(w.Outcomes, v.inEnvelope) && !slices.ContainsFunc(w.Outcomes, func(o response.Outcome) bool {
		return len(o.Status.Codes) > 0 && !o.Status.IsError()
	})
}

// inEnvelope reports whether an outcome is a body in the envelope, built by the
// function itself.
func (v *vet) inEnvelope(o response.Outcome) bool {
	if o.Body.Kind != frameworks.BodyJSON || o.Body.Param != response.None || !o.Body.Shape.Known() {
		return false
	}
	if len(v.envelopes) == 0 {
		if v.known && v.convention.Shape.Known() {
			return envelope.Follows(o.Body.Shape, v.convention.Shape)
		}
		return !v.declared && (o.Judged || o.Status.IsError())
	}
	return slices.ContainsFunc(v.envelopes, func(e form) bool { return e.matches(o.Body.Shape, o.Body.ContentType) })
}

// writesEnvelope reports whether w stands in a writer of the envelope: what it
// falls back to when the envelope cannot be encoded is the last resort.
func (v *vet) writesEnvelope(w *response.Write) bool {
	if w.Fn == nil || v.inEnvelope(w.Outcome) {
		return false
	}
	if v.writers[frameworks.FuncOf(w.Fn)] {
		return true
	}
	return v.declared && v.writesFor(w.Fn) && slices.ContainsFunc(v.res.Writes, func(o *response.Write) bool {
		return o.Func == w.Func && v.inEnvelope(o.Outcome)
	})
}

// writerToCall returns the function that messages name: the one writer of the
// envelope that this package can call, or the one that it calls most.
func (v *vet) writerToCall() *types.Func {
	var candidates []*types.Func
	helpers := v.res.Helpers()
	for _, fn := range sortedFuncs(helpers) {
		if (fn.Pkg() == v.pass.Pkg || fn.Exported()) && v.isWriter(fn, helpers[fn]) && v.writesFor(fn) {
			candidates = append(candidates, fn)
		}
	}
	if len(candidates) == 0 {
		return nil
	}
	slices.SortStableFunc(candidates, func(a, b *types.Func) int { return cmp.Compare(v.res.Uses(b), v.res.Uses(a)) })
	if len(candidates) > 1 && v.res.Uses(candidates[0]) == v.res.Uses(candidates[1]) {
		return nil
	}
	return candidates[0]
}

// writesFor reports whether fn is a helper, not a handler that happens to
// answer in the envelope: its status or its body depend on its caller.
func (v *vet) writesFor(fn *types.Func) bool {
	if v.writers[frameworks.FuncOf(fn)] {
		return true
	}
	params := fn.Signature().Params()
	for i := range params.Len() {
		t := params.At(i).Type()
		if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&(types.IsString|types.IsInteger) != 0 {
			return true
		}
		if types.Identical(t, types.Universe.Lookup("error").Type()) {
			return true
		}
	}
	return false
}

// name returns fn as this package would write it.
func (v *vet) name(fn *types.Func) string {
	name := fn.Name()
	if recv := fn.Signature().Recv(); recv != nil {
		return frameworks.TypeOf(recv.Type()).Name + "." + name
	}
	if fn.Pkg() != v.pass.Pkg {
		return fn.Pkg().Name() + "." + name
	}
	return name
}
