package goroutinerecover_test

import "testing"

// A row is a piece of code, most of which has a panic in it, and what came of
// running it: a record of one of the tables in testdata/goroutinerecover/table.
type row struct {
	// Group is the package of a runner, such as "time"; "forms" in the table of
	// the forms of recover.
	Group string
	Name  string // what the code is, in words
	Code  string // Go statements, some of which were comments of their own line
	// Verdict is the truth: in recover_forms.csv the column result, in
	// goroutine_runners.csv the column verdict.
	Verdict string
}

// The values of row.Verdict.
const (
	recovers     = "recovers"                // forms
	doesNot      = "DOES NOT RECOVER"        // forms
	kills        = "KILLS THE PROCESS"       // runners
	survives     = "survives"                // runners
	inTheCaller  = "re-panics in the caller" // runners: there a server recovers it
	unknownTruth = "the table says neither"
)

// ends reports whether the panic ended the process, which is when the rule must
// report exactly one finding, and else none. It reads what came of running the
// row and nothing else, so that the rule's understanding has no part in it.
func (r row) ends() bool { return r.Verdict == kills || r.Verdict == doesNot }

// truth says in words what running the row showed.
func (r row) truth() string {
	switch r.Verdict {
	case recovers:
		return "recovers"
	case doesNot:
		return "does not recover, the process ends"
	case kills:
		return "the process ends"
	case survives:
		return "the process goes on"
	case inTheCaller:
		return "the panic is the caller's again, where a server recovers it"
	}
	return unknownTruth
}

func TestEnds(t *testing.T) {
	for _, test := range []struct {
		verdict string
		ends    bool
	}{
		{recovers, false}, {survives, false}, {inTheCaller, false}, {doesNot, true}, {kills, true},
	} {
		r := row{Verdict: test.verdict}
		if got := r.ends(); got != test.ends {
			t.Errorf("%s: %t", test.verdict, got)
		}
		if r.truth() == unknownTruth {
			t.Errorf("%s has no words", test.verdict)
		}
	}
}
