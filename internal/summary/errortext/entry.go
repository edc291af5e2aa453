package errortext

import (
	"go/ast"
	"go/types"
)

// entry ends a path at the start of the function.
func (s *search) entry(st state) {
	if s.ofValue(st, nil) {
		return
	}
	for _, t := range s.textAtEntry(st.text) {
		status := st.status
		switch status.how {
		case statusPlace:
			i := s.f.paramIndex(status.place.v)
			if i == None || status.place.part != "" {
				continue
			}
			status.how, status.param = statusParam, i
		}
		s.out = append(s.out, outcome{t, status})
	}
}

// textAtEntry returns what a text is that is there when the function starts.
func (s *search) textAtEntry(p part) []part {
	if p.found {
		return []part{p}
	}
	v := p.place.v
	if s.panics[v] {
		p.found, p.kind = true, OfPanic
		return []part{p}
	}
	if i := s.f.paramIndex(v); i != None {
		if s.own(v.Type()) {
			return nil
		}
		p.found, p.kind, p.param = true, OfParam, i
		return []part{p}
	}
	if s.inside(v) {
		return nil // a named result, or a variable that nothing was assigned to
	}
	return s.captured(p, 0)
}

func (s *search) inside(v *types.Var) bool {
	return s.f.node.Pos() <= v.Pos() && v.Pos() < s.f.node.End()
}

// captured returns what a variable of a function around holds: the texts that
// any assignment puts there.
func (s *search) captured(p part, depth int) []part {
	var parts []part
	if depth > 3 {
		return nil
	}
	for _, src := range s.assigns[p.place.v] {
		var from []part
		if call, ok := ast.Unparen(src.expr).(*ast.CallExpr); ok && (src.index > 0 || p.place.part == "") {
			from = s.evalCall(call, src.index, 0)
		} else if src.index == 0 && p.place.part != "" {
			from = s.field(src.expr, p.place.part)
		} else if src.index == 0 {
			from = s.eval(src.expr)
		}
		for _, q := range from {
			switch {
			case q.found:
				if q.said == nil || q.of != nil {
					q.said = p.said
				}
				parts = append(parts, q)
			case q.place.v != p.place.v && s.assigns[q.place.v] != nil:
				parts = append(parts, s.captured(q, depth+1)...)
			}
		}
	}
	return parts
}
