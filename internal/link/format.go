// Package link decides what no package sees alone. It reads the summaries that
// the map step wrote, one a package, and knows nothing else: neither source nor
// types. Its functions are pure.
package link

import "github.com/prodvet/prodvet/internal/vetjson"

// Version is the version of the format of Package. It changes with every
// change that an older or newer reader would read wrongly.
const Version = 1

// Path stands, in the message of a Candidate, for how a request gets there. The
// link step replaces it by " (reached from (*API).CreateUser)", or by nothing
// where there is nothing to say. It stands behind the word that it follows,
// without a space.
const Path = "{path}"

// Package is the summary of one package.
type Package struct {
	Version int    `json:"v"`
	Path    string `json:"pkg"`

	// Candidates are the findings that depend on whether a request gets to the
	// function that they are about.
	Candidates []Candidate `json:"candidates,omitempty"`
}

// Candidate is a finding of a rule whose one open question is whether a
// request reaches the function in which it lies.
type Candidate struct {
	Rule string `json:"rule"`
	Func int    `json:"func"` // index in Funcs
	vetjson.Diagnostic
}

// Mapper is a result of an analyzer that adds to the package's summary. It does
// nothing until it is told to, which the standalone run does before any rule
// runs.
type Mapper interface {
	// Record makes the mapper keep what follows.
	Record()
	// Summary returns the summary, nil if there is nothing to say.
	Summary() *Package
}
