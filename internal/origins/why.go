package origins

import (
	"regexp/syntax"
	"slices"
	"strings"
)

// decisive returns the comparison that let an origin in through a gap, or nil if
// none is known to.
func (n *notes) decisive(gap Gap) *hit {
	names := []string{"regexp", "strings.Contains", "strings.Index", "strings.LastIndex", "strings.Count", "path.Match", "path/filepath.Match"}
	switch gap {
	case GapSuffix:
		names = append(names, "strings.HasSuffix")
	case GapPrefix:
		names = append(names, "strings.HasPrefix")
	}
	for _, h := range slices.Backward(n.hits) {
		if slices.Contains(names, h.name) {
			return &h
		}
	}
	return nil
}

// why says why a probe gets in.
func (j *judge) why(p probe, h *hit) string {
	subject := "the check"
	switch {
	case j.pattern:
		subject = "the pattern"
	case h == nil:
	case h.name == "regexp":
		subject = "the regular expression"
	case h.name == "strings.Index", h.name == "strings.LastIndex", h.name == "strings.Count", h.name == "strings.Contains":
		if p.gap == GapSuffix || p.gap == GapPrefix {
			return h.name + " finds " + p.about + " anywhere in a host"
		}
	default:
		subject = h.name
	}
	switch p.gap {
	case GapSuffix:
		return subject + " does not require a dot before " + p.about
	case GapPrefix:
		if h != nil && h.pattern != nil && !endsAnchored(h.pattern.re.String()) {
			return "the regular expression has no $ at its end"
		}
		return subject + " lets the host go on after " + p.about
	case GapAny:
		if h != nil && h.pattern != nil {
			return "a dot of the regular expression stands for any character"
		}
		return subject + " takes another character for the dot of " + p.about
	case GapShared:
		if !isShared(p.about) {
			return "anyone can register a domain under " + p.about
		}
		return "anyone can have a host under " + p.about
	case GapScheme:
		return "the scheme is not checked, and whoever is on the network can answer for http://"
	}
	return ""
}

// whyEveryone says why everyone gets in, if it is easy to say.
func (j *judge) whyEveryone(origin string) string {
	n := newNotes(nil)
	j.trial(origin, n, nil)
	for _, h := range slices.Backward(n.hits) {
		if h.name == "strings.HasPrefix" && strings.Index("https://", h.text) == 0 {
			return "strings.HasPrefix looks at the scheme only"
		}
	}
	return ""
}

// endsAnchored reports whether a match of a regular expression always ends where
// the text ends.
func endsAnchored(re string) bool {
	parsed, err := syntax.Parse(re, syntax.Perl)
	return err == nil && anchored(parsed, true)
}

func startsAnchored(re string) bool {
	parsed, err := syntax.Parse(re, syntax.Perl)
	return err == nil && anchored(parsed, false)
}

func anchored(re *syntax.Regexp, end bool) bool {
	switch re.Op {
	case syntax.OpEndText:
		return end
	case syntax.OpBeginText:
		return !end
	case syntax.OpCapture:
		return anchored(re.Sub[0], end)
	case syntax.OpAlternate:
		return !slices.ContainsFunc(re.Sub, func(sub *syntax.Regexp) bool { return !anchored(sub, end) })
	case syntax.OpConcat:
		if end {
			return anchored(re.Sub[len(re.Sub)-1], end)
		}
		return anchored(re.Sub[0], end)
	}
	return false
}
