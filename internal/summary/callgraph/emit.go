package callgraph

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/link"
	"github.com/prodvet/prodvet/internal/symbols"
	"github.com/prodvet/prodvet/internal/vetjson"
)

// Summary returns the summary; see [link.Mapper].
func (r *Result) Summary() *link.Package {
	b := r.build()
	b.prune()
	w := &writer{builder: b, index: make(map[symbol]int), imports: make(map[string]int)}
	return w.write()
}

// prune leaves out what leads nowhere: functions that call nothing of the
// module and about which no rule waits for an answer.
func (b *builder) prune() {
	delete(b.edges, symbol{Pkg: b.self, Name: symbols.Init})
	delete(b.edges, symbol{Pkg: b.self, Name: "main"})
	useful := make(map[symbol]bool)
	for _, c := range b.candidates {
		useful[b.around(c.Pos)] = true
	}
	b.bodiesUseful(useful)
	into := make(map[symbol][]symbol)
	var work []symbol
	for from, tos := range b.edges {
		for to := range tos {
			into[to] = append(into[to], from)
			if to.Pkg != b.self || b.ambiguous(to) {
				useful[to] = true
			}
		}
	}
	work = slices.Collect(maps.Keys(useful))
	for len(work) > 0 {
		s := work[len(work)-1]
		work = work[:len(work)-1]
		for _, from := range into[s] {
			if !useful[from] {
				useful[from] = true
				work = append(work, from)
			}
		}
	}
	for from, tos := range b.edges {
		maps.DeleteFunc(tos, func(to symbol, _ bool) bool { return !useful[to] })
		if len(tos) == 0 {
			delete(b.edges, from)
		}
	}
	b.types = slices.DeleteFunc(b.types, func(t declaredType) bool {
		return !slices.ContainsFunc(t.methods, func(m method) bool { return useful[m.full] || m.full.Pkg != b.self && b.known(m.full) })
	})
	b.useful = useful
}

// ambiguous reports whether what lies behind a symbol of the package is known
// to other packages only: the methods of its interfaces, and the places that
// others can put functions into.
func (b *builder) ambiguous(s symbol) bool {
	if b.foreign[s] || strings.Contains(s.Name, "#") || strings.HasSuffix(s.Name, "()") {
		return true
	}
	if strings.ContainsAny(s.Name, "(=~$") {
		return false
	}
	if variable, ok := strings.CutPrefix(s.Name, "@"); ok {
		return ast.IsExported(variable)
	}
	_, field, ok := strings.Cut(s.Name, ".")
	return ok && ast.IsExported(field)
}

// around returns the innermost function round pos.
func (b *builder) around(pos token.Pos) symbol {
	best := node{symbol: symbol{Pkg: b.self, Name: symbols.Init}}
	for _, n := range b.nodes {
		if n.pos <= pos && pos < n.end && (best.end == 0 || n.end-n.pos < best.end-best.pos) {
			best = n
		}
	}
	return best.symbol
}

// writer writes the summary with its table of symbols.
type writer struct {
	*builder
	out     link.Package
	index   map[symbol]int
	imports map[string]int
}

func (w *writer) write() *link.Package {
	w.out = link.Package{Version: link.Version, Path: w.self}
	for _, body := range w.path.Roots() {
		if s, ok := w.bodies[body]; ok && w.useful[s] {
			w.out.Entries = append(w.out.Entries, w.symbol(s))
		}
	}
	for _, from := range sorted(w.edges) {
		list := []int{w.symbol(from)}
		for _, to := range sorted(w.edges[from]) {
			list = append(list, w.symbol(to))
		}
		w.out.Edges = append(w.out.Edges, list)
	}
	for _, s := range sorted(w.serves) {
		w.out.Serves = append(w.out.Serves, w.symbol(s))
	}
	for _, t := range w.types {
		w.out.Types = append(w.out.Types, w.typ(t))
	}
	w.interfaces()
	w.become()
	for _, c := range w.candidates {
		w.out.Candidates = append(w.out.Candidates, link.Candidate{
			Rule: c.rule, Func: w.symbol(w.around(c.Pos)), Known: c.known, Cause: w.cause(c.cause),
			Diagnostic: vetjson.FromAnalysis(w.pass.Fset, c.Diagnostic),
		})
	}
	for _, rule := range slices.Sorted(maps.Keys(w.allows)) {
		if w.out.Allows == nil {
			w.out.Allows = make(map[string][]int)
		}
		for _, fn := range w.allows[rule] {
			w.out.Allows[rule] = append(w.out.Allows[rule], w.symbol(symbols.Func(fn)))
		}
	}
	w.out.Carriers = w.errorValues()
	w.out.Servers = w.serving()
	w.out.Errors = w.answers()
	w.out.Gaps, w.out.Open = w.gaps, w.open
	w.out.Bodies = w.requestBodies()
	if len(w.out.Symbols)+len(w.out.Types)+len(w.out.Servers)+len(w.out.Gaps)+len(w.out.Open) == 0 && w.out.Carriers == nil && w.out.Errors == nil && w.out.Bodies == nil {
		return nil
	}
	return &w.out
}

func (w *writer) typ(t declaredType) link.Type {
	out := link.Type{Name: t.Name}
	for _, m := range t.methods {
		s := m.key
		if m.star {
			s = "*" + s
		}
		if m.target.Name != "" {
			s = fmt.Sprint(s, "=")
			if w.known(m.target) {
				s = fmt.Sprint(s, w.symbol(m.target))
			}
		}
		out.Methods = append(out.Methods, s)
	}
	return out
}

func (w *writer) interfaces() {
	for _, s := range sorted(w.used) {
		if s.Pkg != w.self && w.inModule(s.Pkg) && s.Pkg != "" {
			continue // its own package tells of it
		}
		w.out.Interfaces = append(w.out.Interfaces, link.Interface{Symbol: w.symbol(s), Methods: symbols.MethodKeys(w.used[s])})
	}
}

func (w *writer) become() {
	for _, i := range sorted(w.becomes) {
		list := []int{-1}
		if i != anything {
			list[0] = w.symbol(i)
		}
		for _, t := range sorted(w.becomes[i]) {
			if t != anything {
				list = append(list, w.symbol(t))
			}
		}
		if w.becomes[i][anything] {
			list = append(list, -1)
		}
		w.out.Becomes = append(w.out.Becomes, list)
	}
}

// symbol returns the index of s.
func (w *writer) symbol(s symbol) int {
	if i, ok := w.index[s]; ok {
		return i
	}
	name := s.Name
	if s.Pkg != w.self && s.Pkg != "" {
		n, ok := w.imports[s.Pkg]
		if !ok {
			n = len(w.out.Imports)
			w.imports[s.Pkg] = n
			w.out.Imports = append(w.out.Imports, s.Pkg)
		}
		name = fmt.Sprintf("%d:%s", n, name)
	}
	w.index[s] = len(w.out.Symbols)
	w.out.Symbols = append(w.out.Symbols, name)
	return w.index[s]
}

func sorted[V any](m map[symbol]V) []symbol {
	return slices.SortedFunc(maps.Keys(m), func(a, b symbol) int { return cmp.Or(cmp.Compare(a.Pkg, b.Pkg), cmp.Compare(a.Name, b.Name)) })
}

// typeNames returns the names of the types that a file declares.
func typeNames(f *ast.File) (names []*ast.Ident) {
	ast.Inspect(f, func(n ast.Node) bool {
		if t, ok := n.(*ast.TypeSpec); ok {
			names = append(names, t.Name)
		}
		return true
	})
	return names
}
