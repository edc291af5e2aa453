package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/internal/configfile"
	"github.com/prodvet/prodvet/internal/vetjson"
)

// configuration is how the rules are set for a run.
type configuration struct {
	name     string
	settings map[string]string // of rules, in YAML's flow style
}

// The names of the configurations.
const (
	byDefault = "default"
	wide      = "wide"
)

// configurations are the runs of each driver. In the wide one errenvelope reports
// every error response that it recognises, since no service has such an envelope,
// and goroutinerecover goroutines that no request starts.
var configurations = []configuration{
	{name: byDefault},
	{wide, map[string]string{
		"errenvelope":      "{strict: true, fields: [zzcode, zzdetail]}",
		"goroutinerecover": "{scope: all}",
	}},
}

// finding is what a driver reports: a rule at a line, which is the start or the
// end of a diagnostic or a related position.
type finding struct {
	rule string
	file string // relative to the checkout's root
	line int
}

// driver runs the rules on a service.
type driver struct {
	name      string
	byDefault bool // it runs with the default configuration only, since it takes long
	findings  func(service, configuration) ([]finding, error)
}

// newDrivers returns the drivers that there are files for.
func newDrivers(tool, lint string) (list []driver, err error) {
	if tool, err = filepath.Abs(tool); err != nil {
		return nil, err
	}
	list = []driver{
		{"prodvet", false, func(s service, c configuration) ([]finding, error) {
			return vet(s, c, tool, "-format", "json", "./...")
		}},
		{"go vet -vettool", false, func(s service, c configuration) ([]finding, error) {
			return vet(s, c, "go", "vet", "-json", "-vettool="+tool, "./...")
		}},
	}
	if lint == "" {
		return list, nil
	}
	if lint, err = filepath.Abs(lint); err != nil {
		return nil, err
	}
	return append(list, driver{"golangci-lint", true, func(s service, c configuration) ([]finding, error) { return golangci(s, c, lint) }}), nil
}

// execute runs a command in a service's folder. Exit codes that say that there
// are findings are no errors.
func execute(s service, env []string, name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = s.dir, append(append(os.Environ(), "GOWORK=off"), env...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if exit := new(exec.ExitError); errors.As(err, &exit) && exit.ExitCode() == 1 && len(out) > 0 {
		err = nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", name, err, stderr.Bytes())
	}
	return out, nil
}

// vet runs a command that prints what go vet -json prints.
func vet(s service, c configuration, name string, args ...string) ([]finding, error) {
	config, err := c.write("prodvet.yml", "")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(filepath.Dir(config))
	out, err := execute(s, []string{configfile.EnvPath + "=" + config}, name, args...)
	if err != nil {
		return nil, err
	}
	var list []finding
	err = vetjson.Decode(bytes.NewReader(out), func(tree vetjson.Tree) error {
		for _, rules := range tree {
			for rule, o := range rules {
				if o.Err != "" {
					return errors.New(o.Err)
				}
				for _, d := range o.Diagnostics {
					list = append(list, s.findings(rule, d)...)
				}
			}
		}
		return nil
	})
	return list, err
}

// findings returns a finding for each position of a diagnostic: its start, its
// end and the related ones.
func (s service) findings(rule string, d vetjson.Diagnostic) (list []finding) {
	posns := []string{d.Posn, d.End}
	for _, r := range d.Related {
		posns = append(posns, r.Posn)
	}
	for _, posn := range posns {
		p, err := vetjson.Position(posn)
		if err != nil {
			continue // there is no end
		}
		file := p.Filename
		if !filepath.IsAbs(file) {
			file = filepath.Join(s.dir, file)
		}
		if rel, err := filepath.Rel(s.root, file); err == nil {
			list = append(list, finding{rule, filepath.ToSlash(rel), p.Line})
		}
	}
	return list
}

// golangci runs golangci-lint.
func golangci(s service, c configuration, lint string) ([]finding, error) {
	var b strings.Builder
	b.WriteString("version: \"2\"\nissues: {max-issues-per-linter: 0, max-same-issues: 0, uniq-by-line: false}\nlinters:\n  default: none\n  enable:\n")
	for _, a := range analyzers.Suite {
		fmt.Fprintf(&b, "    - %s\n", a.Name)
	}
	b.WriteString("  settings:\n    custom:\n")
	for _, a := range analyzers.Suite {
		fmt.Fprintf(&b, "      %s: {type: module", a.Name)
		if set := c.settings[a.Name]; set != "" {
			fmt.Fprintf(&b, ", settings: %s", set)
		}
		b.WriteString("}\n")
	}
	config, err := c.write("golangci.yml", b.String())
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(filepath.Dir(config))
	out, err := execute(s, nil, lint, "run", "--config", config, "--issues-exit-code=0", "--show-stats=false", "--allow-parallel-runners",
		"--timeout=20m", "--path-mode=abs", "--output.json.path=stdout", "./...")
	if err != nil {
		return nil, err
	}
	var report struct {
		Issues []struct {
			FromLinter string
			Pos        struct {
				Filename string
				Line     int
			}
		}
	}
	if err := json.NewDecoder(bytes.NewReader(out)).Decode(&report); err != nil {
		return nil, err
	}
	var list []finding
	for _, i := range report.Issues {
		list = append(list, s.findings(i.FromLinter, vetjson.Diagnostic{Posn: fmt.Sprintf("%s:%d", i.Pos.Filename, i.Pos.Line)})...)
	}
	return list, nil
}

// write writes a configuration into a folder of its own, content if it is not
// empty, and returns the file.
func (c configuration) write(name, content string) (string, error) {
	if content == "" {
		for _, a := range analyzers.Suite {
			if set := c.settings[a.Name]; set != "" {
				content += a.Name + ": " + set + "\n"
			}
		}
	}
	dir, err := os.MkdirTemp("", "prodvet-accuracy")
	if err != nil {
		return "", err
	}
	file := filepath.Join(dir, name)
	return file, os.WriteFile(file, []byte(content), 0o666)
}
