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
	response   bool // a response writer, a handler or a framework's context
	recovers   bool // a call of recover
	goroutines bool // a go statement, or a function known to start one
	funcParam  bool // an exported function with a parameter of function type
}

var (
	reRecover   = regexp.MustCompile(`\brecover\(\)`)
	reGo        = regexp.MustCompile(`(?m)^\s*go\s`)
	reFuncParam = regexp.MustCompile(`(?m)^func (\([^)]*\) )?[A-Z]\w*(\[[^\]]*\])?\(.*\bfunc\(`)
)

func (m *mentions) scan(src []byte) {
	m.response = m.response || bytes.Contains(src, []byte("ResponseWriter")) || importsFramework(src)
	m.recovers = m.recovers || bytes.Contains(src, []byte("recover()")) && reRecover.Match(src)
	m.goroutines = m.goroutines || bytes.Contains(src, []byte("go ")) && reGo.Match(src)
	m.funcParam = m.funcParam || bytes.Contains(src, []byte("func(")) && reFuncParam.Match(src)
}

// matter reports whether a summary could come of it: a function that writes
// responses or registers routes, one that recovers, one that runs what it is
// given on a goroutine.
func (m *mentions) matter() bool {
	return m.response || m.recovers || m.goroutines && m.funcParam
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
