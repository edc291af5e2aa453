package settingsfile

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// lineError is a mistake in a line of a file.
type lineError struct {
	line int
	err  error
}

func (e lineError) Error() string { return fmt.Sprintf("line %d: %v", e.line, e.err) }
func (e lineError) Unwrap() error { return e.err }

// parse returns what the file says. An error that has a line is a lineError.
func (f *file) parse() (*content, error) {
	switch f.kind {
	case dotenvFile:
		return dotenv(f.data)
	case yamlFile:
		docs, err := parseYAML(f.data)
		if err != nil {
			return nil, yamlError(err)
		}
		return f.tree(docs), nil
	case jsonFile:
		doc, err := parseJSON(f.data)
		if err != nil {
			return nil, err
		}
		return f.tree([]node{doc}), nil
	case tomlFile:
		return parseTOML(f.data)
	case iniFile:
		return parseINI(f.data)
	case dockerFile:
		return parseDockerfile(f.data), nil
	}
	return nil, errors.New("prodvet does not know the format of this file")
}

// yamlError returns err with its first line, if it has one.
func yamlError(err error) error {
	if e := new(yaml.LoadError); errors.As(err, &e) && e.Mark.Line > 0 {
		return lineError{e.Mark.Line, errors.New(e.Message)}
	}
	return err
}

// tree returns what the documents of a YAML or JSON file say. Of a file that
// says how to start programs, only the variables count: its keys are not those
// that the programs read.
func (f *file) tree(docs []node) *content {
	c := newContent()
	for i := range docs {
		doc := &docs[i]
		c.addVariables(doc)
		switch {
		case isManifest(doc):
			f.configMap(c, doc)
		case isCompose(f.path) || isChartValues(f.path):
		default:
			c.addKeys("", doc)
		}
	}
	return c
}

// isManifest reports whether the document is an object of Kubernetes.
func isManifest(doc *node) bool {
	_, version := doc.get("apiVersion")
	_, kind := doc.get("kind")
	return version && kind
}

// isChartValues reports whether the file has the values of a Helm chart.
func isChartValues(file string) bool {
	return slices.Contains(words(stem(file)), "values")
}

// configMap adds what a ConfigMap has: variables and files. Of a Secret it adds
// the names of variables only.
func (f *file) configMap(c *content, doc *node) {
	kind, _ := doc.get("kind")
	data, _ := doc.get("data")
	if kind.text == "Secret" {
		texts, _ := doc.get("stringData")
		for _, e := range slices.Concat(data.entries, texts.entries) {
			set(c.variables, e.key, raw{unknown: true, line: e.value.line})
		}
	}
	if kind.text != "ConfigMap" {
		return
	}
	for _, e := range data.entries {
		switch k := kindOf(e.key); {
		case k == unknownKind && isVariable(e.key):
			set(c.variables, e.key, asVariable(&e.value))
		case k != unknownKind && k != dockerFile && !e.value.isTable && !e.value.isList && !e.value.unknown:
			inner := &file{path: path.Base(e.key), kind: k, data: []byte(e.value.text)}
			if part, err := inner.parse(); err == nil {
				c.embed(part, f.line(e.value))
			}
		}
	}
}

// line returns by how much the lines of a text in the file are less than those
// of the file: a block begins in the line after its key.
func (f *file) line(n node) int {
	lines := strings.SplitAfterN(normalizeText(f.data), "\n", n.line+1)
	if n.line >= 1 && n.line <= len(lines) && strings.ContainsAny(lines[n.line-1], "|>") && strings.Contains(n.text, "\n") {
		return n.line
	}
	return n.line - 1
}

// embed adds what a part of the file says, whose lines are that much less.
func (c *content) embed(part *content, lines int) {
	for name, r := range part.variables {
		r.line += lines
		set(c.variables, name, r)
	}
	for name, r := range part.keys {
		r.line += lines
		set(c.keys, name, r)
	}
}

func (r raw) equal(o raw) bool {
	return r.list == o.list && r.unknown == o.unknown && slices.Equal(r.items, o.items)
}
