package vetunit

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// inMainModule reports whether the unit belongs to the module that the user
// works on (or to a module of the user's workspace). Its packages are analysed
// in full whatever VetxOnly says: cmd/go of Go 1.26 does not have VetxOnly in
// its cache key, so that a run for facts alone would be replayed, without
// findings, when the user asks for the package itself.
func inMainModule(cfg *unitchecker.Config) bool {
	if cfg.ImportPath == "command-line-arguments" {
		return true // go vet file.go
	}
	return cfg.ModulePath != "" && cfg.ModuleVersion == ""
}

// isStandard reports whether the unit belongs to the standard library, whose
// packages have no module.
func isStandard(cfg *unitchecker.Config) bool {
	first, _, _ := strings.Cut(cfg.ImportPath, "/")
	return cfg.ModulePath == "" && !strings.Contains(first, ".") && cfg.ImportPath != "command-line-arguments"
}

// canMatter reports whether facts about the unit's functions could matter to a
// rule: whether its source mentions what a summary is about. It looks at bytes;
// a false "yes" costs time, a false "no" would lose a summary.
//
// Packages in the framework tables do not matter: the tables speak for them.
func canMatter(cfg *unitchecker.Config) (bool, error) {
	if isStandard(cfg) || slices.ContainsFunc(frameworks.All(), func(f *frameworks.Framework) bool {
		return slices.Contains(f.Packages, cfg.ImportPath)
	}) {
		return false, nil
	}
	var m mentions
	for _, name := range cfg.GoFiles {
		src, err := os.ReadFile(name)
		if err != nil {
			return false, err
		}
		m.scan(src)
		if m.matter() {
			return true, nil
		}
	}
	return false, nil
}

// mentions says what the source of a package speaks of.
type mentions struct {
	takesWriter bool // an exported function takes a response writer or a handler
	answers     bool // a status or an error is written somewhere
	framework   bool // a framework of the tables is imported
	recovers    bool // an exported function calls recover in its own frame
	runs        bool // an exported function takes a function, in a file with a go statement
}

var (
	reWriterParam = regexp.MustCompile(`(?m)^func (\([^)]*\) )?[A-Z][^{]*\b(ResponseWriter|Handler|HandlerFunc)\b`)
	reFuncParam   = regexp.MustCompile(`(?m)^func (\([^)]*\) )?[A-Z]\w*(\[[^\]]*\])?\([^{]*\bfunc\(`)
	reGo          = regexp.MustCompile(`(?m)^\s*go\s`)
	reExported    = regexp.MustCompile(`^func (\([^)]*\) )?[A-Z]`)
)

func (m *mentions) scan(src []byte) {
	has := func(s string) bool { return bytes.Contains(src, []byte(s)) }
	recovers := has("recover()")
	m.framework = m.framework || importsFramework(src)
	m.answers = m.answers || recovers || has("http.Error(") || has("WriteHeader(")
	m.takesWriter = m.takesWriter || has(`"net/http"`) && reWriterParam.Match(src)
	m.recovers = m.recovers || recovers && recoversInFrame(src)
	m.runs = m.runs || has("go ") && has("func(") && reGo.Match(src) && reFuncParam.Match(src)
}

// recoversInFrame reports whether an exported function calls recover in its own
// frame. Calls in function literals protect the function itself and are no help
// to others, except in middleware, which takesWriter is about.
func recoversInFrame(src []byte) bool {
	for _, decl := range bytes.Split(src, []byte("\nfunc "))[1:] {
		before, _, found := bytes.Cut(decl, []byte("recover()"))
		_, body, _ := bytes.Cut(before, []byte("\n"))
		if found && !bytes.Contains(body, []byte("func(")) && reExported.Match(append([]byte("func "), decl...)) {
			return true
		}
	}
	return false
}

// matter reports whether a summary could come of it: a function that writes
// responses or wraps handlers, one that registers routes, one that recovers
// when it is deferred, one that runs what it is given on a goroutine.
func (m *mentions) matter() bool {
	return m.takesWriter && m.answers || m.framework || m.recovers || m.runs
}

// importsFramework reports whether src imports a package that the tables list
// with a context or a router, other than net/http, which is told by the
// ResponseWriter that its users mention.
func importsFramework(src []byte) bool {
	for _, f := range frameworks.All() {
		if len(f.Contexts) == 0 && len(f.Routers) == 0 || f.Packages[0] == "net/http" {
			continue
		}
		for _, p := range f.Packages {
			if bytes.Contains(src, []byte(`"`+p+`"`)) {
				return true
			}
		}
	}
	return false
}
