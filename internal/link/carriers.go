package link

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/vetjson"
)

// Carriers is what a package knows of error values of which responses are made
// elsewhere.
type Carriers struct {
	// Sends are the types of whose values the package makes responses: structs
	// that hold the status, functions whose result is the response's.
	Sends []int `json:"sends,omitempty"`
	// Makes are the places where the package makes such values, or may.
	Makes []Made `json:"makes,omitempty"`

	// Serves are the frameworks of which the package makes a server, and Handles
	// those for whose errors it installs a handler of its own.
	Serves  []string `json:"serves,omitempty"`
	Handles []string `json:"handles,omitempty"`
	// Shows are the types whose texts the package sends with whatever status the
	// value holds, and Hides those that it replaces where that is a server
	// error's; ShowsErrors are the frameworks of which it shows an error type.
	Shows       []int    `json:"shows,omitempty"`
	Hides       []int    `json:"hides,omitempty"`
	ShowsErrors []string `json:"showsErrors,omitempty"`
	// Main: it is a program.
	Main bool `json:"main,omitempty"`
	// Allowed are functions that are not to be told of as a Cause.
	Allowed []int `json:"allowed,omitempty"`

	Candidates []CarrierCandidate `json:"candidates,omitempty"`
}

// Made are the places in one file where values of a type are made with the
// status of an error: "line:column-line:column", with ? behind if the status is
// not known.
type Made struct {
	Type int      `json:"t"`
	File string   `json:"f"`
	At   []string `json:"at"`
}

// What a CarrierCandidate depends on.
const (
	// IfSent: a response is made of values of one of Types, in any package.
	IfSent = "sent"
	// IfMade: values of one of Types are made with the status of an error. The
	// places become related positions.
	IfMade = "made"
	// IfUnhandled: a program serves requests with Framework, and no package
	// installs a handler for its errors.
	IfUnhandled = "unhandled"
	// IfUnfilled: no package has middleware that answers with the errors which
	// handlers of Framework leave to it.
	IfUnfilled = "unfilled"
	// IfShown: the text of such a value gets to clients with the status of a
	// server error. A response is made of values of one of Types, and not only by
	// functions that replace the text then; or of errors of Framework, by its own
	// handler or by one that sends the text.
	IfShown = "shown"
	// Always: nothing; it has a Cause.
	Always = "always"
)

// CarrierCandidate is a finding of a rule whose one open question is what becomes
// of an error value, or whether there are any.
type CarrierCandidate struct {
	Rule      string `json:"rule"`
	If        string `json:"if"`
	Types     []int  `json:"types,omitempty"`
	Framework string `json:"framework,omitempty"`
	// Sure: it is a finding in any case; only the places are missing.
	Sure bool `json:"sure,omitempty"`
	// Cause is the function in which it is mended, nil if that is where it lies.
	Cause *Cause `json:"cause,omitempty"`
	vetjson.Diagnostic
}

// Cause is a function of the project that findings have in common. Many of one
// cause are one finding, at the function.
type Cause struct {
	Func int    `json:"func"`
	Posn string `json:"posn"`
	End  string `json:"end,omitempty"`
	// Message is that of the one finding; it holds Count.
	Message string `json:"message"`
}

// Many is how many findings of one Cause are one.
const Many = 5

// Count stands, in the message of a Cause, for the number of its findings.
const Count = "{count}"

// indexes returns all indexes of symbols, for check.
func (c *Carriers) indexes() []int {
	if c == nil {
		return nil
	}
	all := slices.Concat(c.Sends, c.Shows, c.Hides)
	for _, m := range c.Makes {
		all = append(all, m.Type)
	}
	all = append(all, c.Allowed...)
	for _, d := range c.Candidates {
		all = append(all, d.Types...)
		if d.Cause != nil {
			all = append(all, d.Cause.Func)
		}
	}
	return all
}

// carriers is what all packages know together.
type carriers struct {
	sent    map[symbol]bool
	made    map[symbol][]vetjson.Related
	errors  map[symbol]bool // made with the status of an error, for certain
	serves  map[string]bool
	handles map[string]bool
	main    bool

	shows, hides map[symbol]bool
	showsErrors  map[string]bool
}

// OnCarriers returns the candidates that depend on error values and are findings.
func OnCarriers(packages []*Package) (findings []Finding) {
	all := joinCarriers(packages)
	var causes causes
	allowed := make(map[symbol]bool)
	for _, p := range packages {
		if p.Carriers == nil {
			continue
		}
		for _, i := range p.Carriers.Allowed {
			allowed[p.symbol(i)] = true
		}
		for _, c := range p.Carriers.Candidates {
			d, ok := all.decide(p, c)
			switch f := (Finding{Package: p.Path, Rule: c.Rule, Diagnostic: d}); {
			case !ok:
			case c.Cause != nil:
				causes.add(p.symbol(c.Cause.Func), *c.Cause, f, "")
			default:
				findings = append(findings, f)
			}
		}
	}
	return append(findings, causes.findings(func(_ string, fn symbol) bool { return allowed[fn] })...)
}

func joinCarriers(packages []*Package) *carriers {
	all := &carriers{
		sent: make(map[symbol]bool), made: make(map[symbol][]vetjson.Related), errors: make(map[symbol]bool),
		serves: make(map[string]bool), handles: make(map[string]bool),
		shows: make(map[symbol]bool), hides: make(map[symbol]bool), showsErrors: make(map[string]bool),
	}
	for _, p := range slices.SortedFunc(slices.Values(packages), func(a, b *Package) int { return cmp.Compare(a.Path, b.Path) }) {
		c := p.Carriers
		if c == nil {
			continue
		}
		all.main = all.main || c.Main
		for _, s := range c.Sends {
			all.sent[p.symbol(s)] = true
		}
		for _, m := range c.Makes {
			s := p.symbol(m.Type)
			for _, at := range m.At {
				at, maybe := strings.CutSuffix(at, "?")
				all.errors[s] = all.errors[s] || !maybe
				from, to, _ := strings.Cut(at, "-")
				all.made[s] = append(all.made[s], vetjson.Related{
					Posn: fmt.Sprintf("%s:%s", m.File, from), End: fmt.Sprintf("%s:%s", m.File, to), Message: madeMessage,
				})
			}
		}
		for _, s := range c.Shows {
			all.shows[p.symbol(s)] = true
		}
		for _, s := range c.Hides {
			all.hides[p.symbol(s)] = true
		}
		for _, f := range c.ShowsErrors {
			all.showsErrors[f] = true
		}
		for _, f := range c.Serves {
			all.serves[f] = true
		}
		for _, f := range c.Handles {
			all.handles[f] = true
		}
	}
	return all
}

const madeMessage = "makes an error that it answers with"

// decide returns the finding that a candidate is; ok is false if it is none.
func (all *carriers) decide(p *Package, c CarrierCandidate) (d vetjson.Diagnostic, ok bool) {
	d, ok = c.Diagnostic, c.Sure
	switch c.If {
	case IfUnhandled:
		return d, ok || all.main && all.serves[c.Framework] && !all.handles[c.Framework]
	case IfUnfilled:
		return d, ok || !all.handles[c.Framework]
	case Always:
		return d, true
	case IfShown:
		ok = ok || c.Framework != "" && (!all.handles[c.Framework] || all.showsErrors[c.Framework])
		for _, t := range c.Types {
			s := p.symbol(t)
			ok = ok || all.sent[s] && (all.shows[s] || !all.hides[s])
		}
	case IfSent:
		for _, t := range c.Types {
			ok = ok || all.sent[p.symbol(t)]
		}
	case IfMade:
		d.Related = slices.Clone(d.Related)
		for _, t := range c.Types {
			s := p.symbol(t)
			ok = ok || all.errors[s]
			for _, r := range all.made[s] {
				if !slices.ContainsFunc(d.Related, func(o vetjson.Related) bool { return o.Posn == r.Posn }) {
					d.Related = append(d.Related, r)
				}
			}
		}
	}
	return d, ok
}
