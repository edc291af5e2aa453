package origins

import (
	"go/ast"

	"github.com/prodvet/prodvet/internal/values"
)

// trial is one evaluation of a check: one origin, under one set of answers.
type trial struct {
	origin  string
	answers map[any]int
	asked   []question
	notes   *notes
	replace map[ast.Expr]string // texts of the program that are to be read as others
	choices []bool              // what is taken of conditions that depend on the origin in ways unknown
	chosen  int
	steps   int
}

// question is something that a check asks its configuration.
type question struct {
	key     any
	answers int
	sort    sort
	name    string // as the user wrote it
}

type sort int8

const (
	forText   sort = iota
	forChoice      // one of the values that the program gives it
	forSwitch
	forRequest // the request's method or path
)

// answer returns the answer to a question of this trial.
func (t *trial) answer(q question) int {
	a, known := t.answers[q.key]
	if !known {
		t.answers[q.key] = 0
		t.asked = append(t.asked, q)
	}
	return a
}

// notes are what trials have seen: the texts that an origin was compared with,
// and the calls that let it pass.
type notes struct {
	texts    []string
	seen     map[string]bool
	patterns []*pattern
	hits     []hit
	found    []*values.Known // values that are written elsewhere
}

// hit is a comparison with an origin that came out true.
type hit struct {
	name    string // the function, as "strings.HasSuffix"; "" for ==
	text    string // what the origin was compared with
	pattern *pattern
}

func newNotes(texts []string) *notes {
	n := &notes{seen: make(map[string]bool)}
	for _, t := range texts {
		n.text(t)
	}
	return n
}

// maxTexts is enough for allowlists; of a longer one the rest is not tried.
const maxTexts = 48

func (n *notes) text(s string) {
	if s != "" && len(s) < 256 && !n.seen[s] && len(n.texts) < maxTexts {
		n.seen[s] = true
		n.texts = append(n.texts, s)
	}
}

func (n *notes) regexp(p *pattern) {
	if src := "regexp " + p.re.String(); !n.seen[src] {
		n.seen[src] = true
		n.patterns = append(n.patterns, p)
	}
}

const (
	maxChoices = 5     // each doubles the runs of a trial
	maxSteps   = 20000 // of one trial, with all its choices
)

// attempt runs the check of a trial, once for each way in which its unknown
// conditions may come out. It is unsure unless all ways agree.
func (c Check) attempt(t *trial) truth {
	result := unsure
	for first := true; ; first = false {
		t.chosen = 0
		got := c.try(t)
		if got == unsure || !first && got != result {
			return unsure
		}
		result = got
		if !t.nextChoices() {
			return result
		}
	}
}

// nextChoices goes on to the next way; there is none after all were false.
func (t *trial) nextChoices() bool {
	t.choices = t.choices[:t.chosen]
	for len(t.choices) > 0 {
		last := len(t.choices) - 1
		if t.choices[last] {
			t.choices[last] = false
			return true
		}
		t.choices = t.choices[:last]
	}
	return false
}

// choose takes a condition to be true, or false in another run; ok is false if
// there were too many of them.
func (t *trial) choose() (is, ok bool) {
	if t.chosen == len(t.choices) {
		if t.chosen == maxChoices {
			return false, false
		}
		t.choices = append(t.choices, true)
	}
	is = t.choices[t.chosen]
	t.chosen++
	return is, true
}
