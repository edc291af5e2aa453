package origins

import (
	"go/constant"
	"go/token"
	"strings"
)

// compareTexts compares two texts with an operator.
func (r *run) compareTexts(op token.Token, a, b text) value {
	if op == token.NEQ {
		v := r.compareTexts(token.EQL, a, b)
		if equal, ok := v.(boolean); ok {
			return !equal
		}
		return v
	}
	return r.compared("", a, b, func(a, b string) bool {
		return constant.Compare(constant.MakeString(a), op, constant.MakeString(b))
	})
}

// equal compares two values with ==.
func (r *run) equal(a, b value) value { return r.compare(token.EQL, a, b) }

// compared compares two texts by a function that is called name. Of texts that
// the program is configured with it is known whether they look like what origins
// are compared with, and nothing else.
func (r *run) compared(name string, a, b text, f func(a, b string) bool) value {
	both := a.taint | b.taint
	switch {
	case both&ofOrigin != 0:
		r.noteText(a, b)
	case both == 0:
	case a.taint != 0 && b.taint != 0, a.taint == 0 && !looksLikeOrigin(a.s), b.taint == 0 && !looksLikeOrigin(b.s):
		return unknown{taint: both}
	}
	is := f(a.s, b.s)
	if is && both&ofOrigin != 0 {
		h := hit{name: name, text: b.s}
		if a.taint&ofOrigin == 0 {
			h.text = a.s
		}
		r.notes.hit(h)
	}
	return boolean(is)
}

// looksLikeOrigin reports whether s is a part of an origin or of a pattern for
// origins, and not another word such as "production" or "/health".
func looksLikeOrigin(s string) bool {
	return s == "" || s == "null" || s == "all" || strings.HasPrefix(s, "http") ||
		!strings.HasPrefix(s, "/") && strings.ContainsAny(s, ".:*,")
}

// noteText notes what an origin is compared with.
func (r *run) noteText(a, b text) {
	switch {
	case a.taint&ofOrigin != 0 && b.taint&ofOrigin == 0:
		r.notes.text(b.s)
	case b.taint&ofOrigin != 0 && a.taint&ofOrigin == 0:
		r.notes.text(a.s)
	}
}

// matches matches a text with a regular expression.
func (r *run) matches(p *pattern, s text) value {
	if s.taint&ofOrigin == 0 && s.taint != 0 {
		return unknown{taint: s.taint}
	}
	is := p.re.MatchString(s.s)
	if s.taint&ofOrigin != 0 {
		r.notes.regexp(p)
		if is {
			r.notes.hit(hit{name: "regexp", pattern: p})
		}
	}
	return boolean(is)
}

func (n *notes) hit(h hit) { n.hits = append(n.hits, h) }
