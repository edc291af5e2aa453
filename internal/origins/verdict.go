package origins

import (
	"go/ast"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Kind is what a check lets in.
type Kind int

// The kinds, each letting in more than the one before it.
const (
	Unknown  Kind = iota // it is not known what
	Tight                // no stranger that was tried
	Loose                // some strangers
	Everyone             // strangers that have nothing to do with what the check says
)

// Gap is how a check lets strangers in.
type Gap int

// The gaps.
const (
	GapNone   Gap = iota
	GapSuffix     // https://eviltrusted.com: no dot before the domain
	GapPrefix     // https://trusted.com.evil.example: the host goes on
	GapAny        // https://trustedxcom: another character for a dot
	GapShared     // https://evil.vercel.app: anyone can have such a host
	GapNull       // null, which is what sandboxed frames of any site send
	GapScheme     // http://trusted.com, where whoever is on the network may answer
)

// Verdict is what is known of a check.
type Verdict struct {
	Kind    Kind
	Gap     Gap    // of a loose one
	Legit   string // an origin that it is meant to let in, if it is loose
	Witness string // an origin that it should not let in and does
	// Why completes "lets https://eviltrusted.com in, because"; it may be empty if
	// everyone gets in.
	Why string
	// Assuming says what the configuration is taken to be, or is, if the witness
	// depends on it: `allowed is "trusted.example"`, `DOMAIN is "trusted.com" in
	// .env.production:3`.
	Assuming string
	// Regexp is the literal of the regular expression that lets the witness in, and
	// Repaired the text of one that does not, but lets in the legitimate origins
	// that were tried. Repaired is empty if there is none.
	Regexp   ast.Expr
	Repaired string
}

// Judge tells what a check lets in, with the user's credentials or without. What
// is said of it holds whatever the configuration is, as the package comment has it.
func (c Check) Judge(credentials bool) Verdict {
	if c.try == nil {
		return Verdict{}
	}
	j := &judge{Check: c, credentials: credentials, notes: newNotes(c.texts)}
	for range 6 {
		v, settled := j.judge()
		if settled {
			return v
		}
	}
	return Verdict{}
}

// judge judges a check.
type judge struct {
	Check
	credentials bool
	notes       *notes
	questions   []question
	steps       int

	world map[any]int
	tried map[string]truth // in this world
	more  bool             // questions came up that are not in this world
}

const (
	maxWorlds = 81
	maxBudget = 1_000_000 // steps, for one judgement
)

// worlds returns all combinations of answers.
func (j *judge) worlds() ([]map[any]int, bool) {
	all := []map[any]int{{}}
	for _, q := range j.questions {
		var more []map[any]int
		for i := range q.answers {
			for _, w := range all {
				w = maps.Clone(w)
				w[q.key] = i
				more = append(more, w)
			}
		}
		all = more
		if len(all) > maxWorlds {
			return nil, false
		}
	}
	return all, true
}

// judge judges in all worlds that are known; settled is false if others turned up.
func (j *judge) judge() (v Verdict, settled bool) {
	worlds, ok := j.worlds()
	if !ok {
		return Verdict{}, true
	}
	j.more = false
	closed, found := false, false
	for _, w := range worlds {
		j.world, j.tried = w, make(map[string]truth)
		own, open := j.inWorld()
		switch {
		case j.more:
			return Verdict{}, false
		case j.steps > maxBudget, open && own.Kind == Unknown:
			return Verdict{}, true
		case !open:
			closed = true
		case !found || own.Kind < v.Kind:
			v, found = own, true
		}
	}
	switch {
	case !found:
		return Verdict{Kind: Tight}, true
	case v.Kind == Everyone && closed && j.hasSwitch():
		return Verdict{}, true
	}
	return v, true
}

func (j *judge) hasSwitch() bool {
	return slices.ContainsFunc(j.questions, func(q question) bool { return q.sort == forSwitch })
}

// ask tries an origin in this world.
func (j *judge) ask(origin string) truth {
	is, known := j.tried[origin]
	if !known {
		is = j.trial(origin, j.notes, nil)
		j.tried[origin] = is
	}
	return is
}

// trial tries an origin in this world.
func (j *judge) trial(origin string, n *notes, replace map[ast.Expr]string) truth {
	if j.steps > maxBudget {
		return unsure
	}
	t := &trial{origin: origin, answers: maps.Clone(j.world), notes: n, replace: replace}
	is := j.attempt(t)
	j.steps += t.steps + 10
	for _, q := range t.asked {
		j.more = true
		if !slices.ContainsFunc(j.questions, func(o question) bool { return o.key == q.key }) {
			j.questions = append(j.questions, q)
		}
	}
	return is
}

// inWorld judges in this world; open is false if nobody gets in.
func (j *judge) inWorld() (v Verdict, open bool) {
	plan := j.explore()
	if j.more {
		return Verdict{}, false
	}
	for _, scheme := range []string{"https", "http"} {
		if !slices.ContainsFunc(strangers[scheme], func(o string) bool { return j.ask(o) != yes }) {
			return Verdict{Kind: Everyone, Witness: strangers[scheme][0], Why: j.whyEveryone(strangers[scheme][0])}, true
		}
	}
	legit := j.accepted(plan.legitimate)
	if v, ok := j.loose(plan, legit); ok {
		return v, true
	}
	if j.uncertain() {
		return Verdict{}, true
	}
	return Verdict{Kind: Tight}, len(legit) > 0
}

// uncertain reports whether anything that was tried is not known to get in or not.
func (j *judge) uncertain() bool {
	for _, is := range j.tried {
		if is == unsure {
			return true
		}
	}
	return false
}

func (j *judge) accepted(origins []string) []string {
	var in []string
	for _, o := range origins {
		if j.ask(o) == yes && !slices.Contains(in, o) {
			in = append(in, o)
		}
	}
	return in
}

// plan is what to try.
type plan struct {
	legitimate []string
	probes     []probe
	owners     map[string]bool // domains of those who are meant to get in
	http       bool            // something names http://
}

// explore tries origins until it has seen what the check compares them with.
func (j *judge) explore() plan {
	for _, o := range seeds {
		j.ask(o)
	}
	for range 3 {
		seen := len(j.notes.seen)
		for _, o := range j.plan().legitimate {
			j.ask(o)
		}
		if j.more || len(j.notes.seen) == seen {
			break
		}
	}
	return j.plan()
}

// plan makes a plan of what has been seen.
func (j *judge) plan() plan {
	p := plan{owners: make(map[string]bool)}
	texts := slices.Clone(j.notes.texts)
	for _, re := range j.notes.patterns {
		texts = append(texts, samples(re.re.String())...)
		p.http = p.http || strings.Contains(re.re.String(), "http:") || strings.Contains(re.re.String(), "https?") || strings.Contains(re.re.String(), "http(s")
	}
	for _, t := range texts {
		p.http = p.http || strings.HasPrefix(t, "http") && !strings.HasPrefix(t, "https") && !strings.HasPrefix(t, "http*")
		if sh, ok := shapeOf(t); ok {
			p.add(sh)
		}
		if before, after, ok := strings.Cut(t, "*"); ok {
			p.between(before, after)
		}
	}
	few := j.notes.texts[:min(len(j.notes.texts), 8)]
	for _, a := range few {
		for _, b := range few {
			p.between(a, b)
		}
	}
	slices.SortStableFunc(p.probes, func(a, b probe) int { return int(a.gap - b.gap) })
	return p
}

func (p *plan) between(first, last string) {
	legitimate, probes := between(first, last)
	p.legitimate, p.probes = append(p.legitimate, legitimate...), append(p.probes, probes...)
}

func (p *plan) add(sh shape) {
	p.legitimate = append(p.legitimate, sh.legitimate()...)
	p.probes = append(p.probes, sh.illegitimate()...)
	for _, h := range sh.hosts() {
		if !isPublicSuffix(sh.host) {
			p.owners[registrable(h)] = true
		}
	}
}

// loose looks for a stranger who gets in where others are meant to.
func (j *judge) loose(p plan, legit []string) (Verdict, bool) {
	for _, probe := range p.probes {
		if p.isStranger(probe) && j.ask(probe.origin) == yes {
			if own := others(legit, probe.origin); len(own) > 0 {
				return j.witness(probe, own), true
			}
		}
	}
	if j.ask("null") == yes && (len(legit) > 0 || j.notes.seen["null"]) {
		return Verdict{
			Kind: Loose, Gap: GapNull, Witness: "null", Legit: firstOf(legit),
			Why: "sandboxed frames of any site send the origin null",
		}, true
	}
	if j.credentials && !p.http {
		for _, o := range legit {
			plain, ok := strings.CutPrefix(o, "https://")
			if ok && !isLocal(hostOf(o)) && j.ask("http://"+plain) == yes {
				return j.witness(probe{"http://" + plain, GapScheme, hostOf(o)}, []string{o}), true
			}
		}
	}
	return Verdict{}, false
}

func firstOf(origins []string) string {
	if len(origins) == 0 {
		return ""
	}
	return origins[0]
}

// others returns the origins of other hosts than that of origin.
func others(origins []string, origin string) []string {
	return slices.DeleteFunc(slices.Clone(origins), func(o string) bool { return hostOf(o) == hostOf(origin) })
}

// isStranger reports whether a probe belongs to nobody who is meant to get in,
// and could be somebody's.
func (p plan) isStranger(pr probe) bool {
	host := hostOf(pr.origin)
	if !strings.Contains(host, ".") && (pr.gap != GapAny || !strings.Contains(pr.about, ".")) {
		return false
	}
	return !p.owners[registrable(host)]
}

// witness makes a verdict of a probe that got in.
func (j *judge) witness(p probe, legit []string) Verdict {
	v := Verdict{Kind: Loose, Gap: p.gap, Witness: p.origin, Legit: legit[0], Assuming: j.assuming(p.about)}
	n := newNotes(nil)
	j.trial(p.origin, n, nil)
	h := n.decisive(p.gap)
	v.Why = j.why(p, h)
	if h != nil && h.pattern != nil && h.pattern.expr != nil {
		v.Regexp = h.pattern.expr
		v.Repaired = j.repair(h.pattern, legit)
	}
	return v
}

// assuming tells which texts of the configuration this world has, and which
// that are written elsewhere name the domain that lets the witness in.
func (j *judge) assuming(about string) string {
	var all []string
	for _, q := range j.questions {
		if q.sort == forText {
			all = append(all, q.name+" is "+strconv.Quote(assumed[j.world[q.key]]))
		}
	}
	for _, k := range j.notes.found {
		for _, item := range k.Items {
			if s := k.Key + " is " + strconv.Quote(item) + " " + k.Place; strings.Contains(item, about) && !slices.Contains(all, s) {
				all = append(all, s)
			}
		}
	}
	return strings.Join(all, " and ")
}
