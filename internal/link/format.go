// Package link decides what no package sees alone. It reads the summaries that
// the map step wrote, one a package, and knows nothing else: neither source nor
// types. Its functions are pure: the same summaries give the same findings.
//
// The format of the summaries is described in docs/link.md.
package link

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/prodvet/prodvet/internal/envelope"
	"github.com/prodvet/prodvet/internal/vetjson"
)

// Version is the version of the format of Package. It changes with every
// change that another reader would read wrongly.
const Version = 1

// Path stands, in the message of a Candidate, for how a request gets there. The
// link step replaces it by " (reached from (*API).CreateUser)". It stands behind
// the word that it follows, without a space.
const Path = "{path}"

// Envelope stands, in the message of a Site, for what errors are like there. The
// link step replaces it by "; other errors of this service are JSON objects with
// code and message".
const Envelope = "{envelope}"

// Package is the summary of one package.
//
// Functions, places that hold functions, types and interfaces are symbols:
//
//	CreateUser  (*API).CreateUser  (API).List   functions and methods
//	NewRouter$2                                 the second function literal in NewRouter
//	Store.Find                                  the method of an interface
//	API.onError  @hooks                         a field, a variable of package level
//	NewRouter#0  NewRouter=  NewRouter~1        a parameter, the results, a variable of a function
//	HandlerFunc()                               the functions that were converted to a type
//	API  Store                                  types and interfaces
//
// A symbol of another package has the index of its import and a colon in front.
type Package struct {
	Version int    `json:"v"`
	Path    string `json:"pkg"`

	Imports []string `json:"imports,omitempty"`
	Symbols []string `json:"symbols,omitempty"`

	// Edges are lists of symbols: whoever gets to the first gets to the others.
	// A function gets to what it mentions and to the places whose functions it
	// calls; a place to the functions and places that are put into it.
	Edges [][]int `json:"edges,omitempty"`

	// Entries are the functions that servers call for a request, and Serves the
	// interfaces whose methods they call.
	Entries []int `json:"entries,omitempty"`
	Serves  []int `json:"serves,omitempty"`

	Types      []Type      `json:"types,omitempty"`
	Interfaces []Interface `json:"interfaces,omitempty"`

	// Becomes are lists of types and interfaces: values of the others become
	// values of the first, an interface. -1 stands for interfaces without methods.
	Becomes [][]int `json:"becomes,omitempty"`

	// Servers are the routers that the package makes or is handed, for the chains of
	// requests. No finding depends on them.
	Servers []Server `json:"servers,omitempty"`

	// Candidates are the findings that depend on whether a request gets to the
	// function in which they lie.
	Candidates []Candidate `json:"candidates,omitempty"`
	// Allows are functions at which a directive suppresses a Cause of Candidates,
	// by rule.
	Allows map[string][]int `json:"allows,omitempty"`

	// Carriers is about error values of which responses are made elsewhere.
	Carriers *Carriers `json:"carriers,omitempty"`

	// Errors says how the package answers errors.
	Errors *Errors `json:"errors,omitempty"`

	// Bodies says what the package does with the bodies of requests.
	Bodies *Bodies `json:"bodies,omitempty"`

	// Gaps are places where something is missing unless another package of the
	// program has it. Open are those, by key, that nothing in this program, and in
	// what it imports, makes up for.
	Gaps []Gap    `json:"gaps,omitempty"`
	Open []string `json:"open,omitempty"`
}

// Gap is a finding of a rule whose one open question is whether a program has
// what is missing.
type Gap struct {
	Rule string `json:"rule"`
	Key  string `json:"key"`
	vetjson.Diagnostic
}

// Errors is how a package answers errors.
type Errors struct {
	// Forms is the census.
	Forms []envelope.Form `json:"forms,omitempty"`
	// Fills: a gin middleware of the package makes responses of the errors that
	// handlers collect.
	Fills bool `json:"fills,omitempty"`
	// Asked: the rule looked at the package.
	Asked bool `json:"asked,omitempty"`
	// Declared: the rule knows the envelope of the package, as configured or
	// declared, and Envelopes are those that the package itself declares in its
	// source, as envelope.TextOf writes them.
	Declared  bool     `json:"declared,omitempty"`
	Envelopes []string `json:"envelopes,omitempty"`
	// Sites are the responses that are findings if the surface that the package
	// belongs to answers errors otherwise.
	Sites []Site `json:"sites,omitempty"`
	// Configured is the envelope that the configuration has for the package, as
	// envelope.TextOf writes it; Exempt: it says that there is none.
	Configured string `json:"configured,omitempty"`
	Exempt     bool   `json:"exempt,omitempty"`
	// Answers are what functions set for routers that they did not make, by the
	// framework: "chi unknown routes". Defaults are the routers that answer by
	// themselves.
	Answers  []string  `json:"answers,omitempty"`
	Defaults []Default `json:"defaults,omitempty"`
}

// Site is a finding of a rule whose one open question is what errors are like
// where it lies. Its message holds Envelope.
type Site struct {
	Rule string `json:"rule"`
	// Shape is that of a response in JSON, which is a finding only if it is
	// nobody's convention.
	Shape string `json:"shape,omitempty"`
	// Helper is the function of another package that writes the response; one
	// finding is enough for all its calls.
	Helper string `json:"helper,omitempty"`
	// Collects: an error is recorded as well, of which a middleware may make
	// the body.
	Collects bool `json:"collects,omitempty"`
	vetjson.Diagnostic
}

// Type is a concrete type of the package. Its methods are written as their
// name and the numbers of their parameters and results, "Find22", with a star in
// front if their receiver is a pointer, and with "=" and the index of their
// symbol behind if they are promoted from an embedded field.
type Type struct {
	Name    string   `json:"t"`
	Methods []string `json:"m"`
}

// Interface is an interface of the package, or one of a library that it uses.
type Interface struct {
	Symbol  int      `json:"i"`
	Methods []string `json:"m"`
}

// Server is a router with its routes, as one function sees it.
type Server struct {
	Maker     string `json:"maker"`               // where it is made: a package, a file and a line
	Framework string `json:"framework,omitempty"` // as its users say it
	Name      string `json:"name"`                // as the source calls it
	Func      string `json:"func"`                // the function that sees it so
	Posn      string `json:"posn"`
	Served    bool   `json:"served,omitempty"`  // the function serves it
	Partial   bool   `json:"partial,omitempty"` // code that is not seen may register more

	NotFound string `json:"notfound,omitempty"` // the call that sets a 404 or 405 handler
	Errors   string `json:"errors,omitempty"`   // what sets the central error handler

	Middleware []Middleware `json:"middleware,omitempty"` // each once
	Routes     []Route      `json:"routes,omitempty"`
}

// Middleware is one middleware of a Server.
type Middleware struct {
	Name  string   `json:"name"`
	Func  string   `json:"func,omitempty"`  // the function that is, or returns, it: "example.com/api/auth.Require"
	Kinds []string `json:"kinds,omitempty"` // what it does: "recovery", "body limit"
	Posn  string   `json:"posn,omitempty"`
	Maybe bool     `json:"maybe,omitempty"` // it is registered under a condition
	// Unseen: what it does is not seen, or not all that it runs.
	Unseen bool `json:"unseen,omitempty"`
}

// Route is one route of a Server.
type Route struct {
	Method  string `json:"method,omitempty"` // "" is any
	Path    string `json:"path"`
	Handler string `json:"handler,omitempty"`
	Posn    string `json:"posn,omitempty"`
	Chain   []int  `json:"chain,omitempty"`  // indexes of the Server's Middleware, outermost first
	Funcs   []int  `json:"funcs,omitempty"`  // symbols of the handlers, as far as a finding can depend on them
	Unseen  bool   `json:"unseen,omitempty"` // it is not known which functions handle it
}

// Candidate is a finding of a rule whose one open question is whether a
// request reaches the function in which it lies.
type Candidate struct {
	Rule string `json:"rule"`
	Func int    `json:"func"`
	// Known: a request reaches it; only Cause is the link step's.
	Known bool `json:"known,omitempty"`
	// Cause is the function in which it is mended, nil if that is where it lies.
	Cause *Cause `json:"cause,omitempty"`
	vetjson.Diagnostic
}

// Mapper is a result of an analyzer that makes the package's summary. It does
// nothing until it is told to, which the standalone run does before any rule
// runs.
type Mapper interface {
	// Record makes the mapper keep what follows.
	Record()
	// Summary returns the summary, nil if there is nothing to say.
	Summary() *Package
}

// Decode reads one summary. One of another version is an error: prodvet wrote
// it itself, in the same run or in one that go's build cache remembers.
func Decode(data []byte) (*Package, error) {
	var head struct {
		Version int    `json:"v"`
		Path    string `json:"pkg"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return nil, fmt.Errorf("internal error: summary of a package: %w; please report it", err)
	}
	if head.Version != Version {
		return nil, fmt.Errorf("internal error: the summary of package %s has version %d, and this prodvet reads version %d; please report it", head.Path, head.Version, Version)
	}
	p := new(Package)
	if err := json.Unmarshal(data, p); err != nil {
		return nil, fmt.Errorf("internal error: summary of package %s: %w; please report it", head.Path, err)
	}
	if err := p.check(); err != nil {
		return nil, fmt.Errorf("internal error: summary of package %s: %w; please report it", p.Path, err)
	}
	return p, nil
}

// check reports an index that points nowhere.
func (p *Package) check() error {
	symbol := func(is ...int) error {
		for _, i := range is {
			if i < 0 || i >= len(p.Symbols) {
				return fmt.Errorf("no symbol %d", i)
			}
		}
		return nil
	}
	for _, s := range p.Symbols {
		if n, _, foreign := cutImport(s); foreign && (n < 0 || n >= len(p.Imports)) {
			return fmt.Errorf("symbol %q has no import", s)
		}
	}
	lists := [][]int{p.Entries, p.Serves, p.Carriers.indexes(), p.Bodies.indexes()}
	for _, l := range append(slices.Clone(p.Edges), p.Becomes...) {
		if len(l) == 0 {
			return errors.New("an empty list")
		}
	}
	lists = append(lists, p.Edges...)
	for _, b := range p.Becomes {
		lists = append(lists, slices.DeleteFunc(slices.Clone(b), func(i int) bool { return i == anything }))
	}
	for _, t := range p.Types {
		for _, m := range t.Methods {
			if _, target, ok := strings.Cut(m, "="); ok && target != "" {
				i, err := strconv.Atoi(target)
				if err != nil {
					return fmt.Errorf("method %q: %w", m, err)
				}
				lists = append(lists, []int{i})
			}
		}
	}
	for _, i := range p.Interfaces {
		lists = append(lists, []int{i.Symbol})
	}
	for _, c := range p.Candidates {
		lists = append(lists, []int{c.Func})
		if c.Cause != nil {
			lists = append(lists, []int{c.Cause.Func})
		}
	}
	for _, list := range p.Allows {
		lists = append(lists, list)
	}
	for _, s := range p.Servers {
		for _, r := range s.Routes {
			lists = append(lists, r.Funcs)
			if slices.ContainsFunc(r.Chain, func(i int) bool { return i < 0 || i >= len(s.Middleware) }) {
				return fmt.Errorf("route %q of %s has no such middleware", r.Path, s.Name)
			}
		}
	}
	for _, l := range lists {
		if err := symbol(l...); err != nil {
			return err
		}
	}
	return nil
}
