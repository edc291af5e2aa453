package vetunit

import (
	"bytes"
	"os"
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

// isStandard reports whether the unit belongs to the standard library.
func isStandard(cfg *unitchecker.Config) bool {
	return frameworks.StandardPath(cfg.ImportPath, cfg.ModulePath)
}

// gated reports whether the unit is answered before it is parsed: it is
// analysed for its facts only, belongs to a module that others maintain, and
// cannot matter.
func gated(cfg *unitchecker.Config) (bool, error) {
	if !cfg.VetxOnly || inMainModule(cfg) {
		return false, nil
	}
	matters, err := canMatter(cfg)
	return !matters, err
}

// canMatter reports whether facts about the unit's functions could matter to a
// rule: whether its source mentions what a summary is about. It looks at bytes;
// a false "yes" costs time, a false "no" would lose a summary.
//
// The standard library and packages in the framework tables do not matter: the
// tables speak for them.
func canMatter(cfg *unitchecker.Config) (bool, error) {
	if isStandard(cfg) {
		return false, nil
	}
	if slices.ContainsFunc(frameworks.All(), func(f *frameworks.Framework) bool {
		return slices.Contains(f.Packages, cfg.ImportPath)
	}) {
		return false, nil
	}
	var files [][]byte
	for _, name := range cfg.GoFiles {
		src, err := os.ReadFile(name)
		if err != nil {
			return false, err
		}
		files = append(files, src)
	}
	return mentions(files) || !isInternal(cfg.ImportPath) && looksUp(files), nil
}

// isInternal reports whether only its own module can import a package.
func isInternal(path string) bool { return slices.Contains(strings.Split(path, "/"), "internal") }

// looksUp reports whether the files have a function that others call to ask the
// environment for a variable, or for something else if it is not set.
func looksUp(files [][]byte) bool {
	for _, src := range files {
		if !bytes.Contains(src, []byte("os.Getenv(")) && !bytes.Contains(src, []byte("os.LookupEnv(")) {
			continue
		}
		for _, text := range bytes.Split(src, []byte("\nfunc "))[1:] {
			if d := newDecl(text); d.exported && d.asksEnvironment() {
				return true
			}
		}
	}
	return false
}

// mentions reports whether a summary could come of a package with these source
// files: a function that writes responses or wraps handlers, one that registers
// routes, one that recovers when it is deferred, one that runs what it is given
// on a goroutine, one that logs and ends the process.
func mentions(files [][]byte) bool {
	var answers, writer, runner, takesFunc, exits, fatal bool
	types := funcTypes(files)
	for _, src := range files {
		if importsFramework(src) {
			return true
		}
		has := func(s string) bool { return bytes.Contains(src, []byte(s)) }
		exits = exits || has("os.Exit(")
		answers = answers || has("recover()") || has("http.Error(") || has("WriteHeader(")
		for _, text := range bytes.Split(src, []byte("\nfunc "))[1:] {
			d := newDecl(text)
			if d.exported && d.recoversInFrame() {
				return true
			}
			fatal = fatal || d.exported && bytes.HasPrefix(d.name, []byte("Fatal"))
			writer = writer || d.exported && d.takesWriter()
			if !d.takesFunc(types) {
				continue
			}
			takesFunc = takesFunc || d.exported
			runner = runner || d.startsGoroutine()
		}
	}
	return writer && answers || runner && takesFunc || exits && fatal
}

// decl is the source of a function, cut out of its file.
type decl struct {
	name      []byte
	exported  bool
	signature []byte // receiver, name, parameters and results
	body      []byte
}

// newDecl takes a function's source apart. text follows the keyword func.
func newDecl(text []byte) decl {
	signature, body, ok := bytes.Cut(text, []byte("{\n"))
	if line, _, _ := bytes.Cut(text, []byte("\n")); !ok || bytes.Contains(line, []byte("{ ")) {
		signature, body, _ = bytes.Cut(text, []byte("{ ")) // on one line
	}
	name := signature
	if bytes.HasPrefix(name, []byte("(")) {
		_, name, _ = bytes.Cut(name, []byte(") "))
	}
	name = name[:max(0, bytes.IndexAny(name, "[("))]
	return decl{name, len(name) > 0 && name[0] >= 'A' && name[0] <= 'Z', signature, body}
}

// recoversInFrame reports whether the function calls recover in its own frame.
// A call in a function literal protects the function itself and is no help to
// others, except in middleware, which takesWriter is about.
func (d decl) recoversInFrame() bool {
	before, _, found := bytes.Cut(d.body, []byte("recover()"))
	return found && !bytes.Contains(before, []byte("func("))
}

// asksEnvironment reports whether the function takes the name of a variable, and
// what to return if there is none, and asks the environment itself. Hundreds of
// packages ask it; of those in the closures of eleven services none has such a
// function, so that it costs nothing to look for one.
func (d decl) asksEnvironment() bool {
	if !bytes.Contains(d.body, []byte("os.Getenv(")) && !bytes.Contains(d.body, []byte("os.LookupEnv(")) {
		return false
	}
	signature := bytes.TrimSpace(d.signature)
	return bytes.Contains(signature, []byte("string")) && bytes.Contains(signature, []byte(", ")) &&
		slices.ContainsFunc([]string{") string", ") []string", ") bool", ") T"}, func(result string) bool { return bytes.HasSuffix(signature, []byte(result)) })
}

// takesWriter reports whether the function is one that others call to answer,
// or one that wraps a handler: with a handler among its parameters and one
// among its results. ServeHTTP is called by servers.
func (d decl) takesWriter() bool {
	return bytes.Contains(d.signature, []byte("ResponseWriter")) && string(d.name) != "ServeHTTP" ||
		bytes.Count(d.signature, []byte("Handler")) > 1
}

// takesFunc reports whether the function has a parameter of function type: a
// literal one, or one of the package's named types.
func (d decl) takesFunc(types []string) bool {
	return bytes.Contains(d.signature, []byte("func(")) ||
		slices.ContainsFunc(types, func(name string) bool { return bytes.Contains(d.signature, []byte(name)) })
}

func (d decl) startsGoroutine() bool {
	for _, before := range []string{"\n\t", "\t", " ", "\n"} {
		if bytes.Contains(d.body, []byte(before+"go ")) {
			return true
		}
	}
	return bytes.HasPrefix(d.body, []byte("go "))
}

// funcTypes returns the names of the function types that the files declare, as
// they stand behind a parameter's name: after a space.
func funcTypes(files [][]byte) []string {
	var names []string
	for _, src := range files {
		for _, decl := range bytes.Split(src, []byte("\ntype "))[1:] {
			line, _, _ := bytes.Cut(decl, []byte("\n"))
			name, rest, _ := bytes.Cut(line, []byte(" "))
			if bytes.HasPrefix(bytes.TrimPrefix(rest, []byte("= ")), []byte("func(")) {
				name, _, _ = bytes.Cut(name, []byte("[")) // without type parameters
				names = append(names, " "+string(name))
			}
		}
	}
	return names
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
