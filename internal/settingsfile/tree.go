package settingsfile

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// node is a value of a structured file: a table, a list, or a text.
type node struct {
	line    int
	entries []entry // of a table
	items   []node  // of a list
	isTable bool
	isList  bool
	text    string
	null    bool
	unknown bool // null, or made by what only the program that reads it knows
	literal bool // what looks like a reference is none
}

// entry is one key of a table.
type entry struct {
	key   string
	value node
}

// get returns the value of the table's key.
func (n *node) get(key string) (node, bool) {
	for _, e := range n.entries {
		if e.key == key {
			return e.value, true
		}
	}
	return node{}, false
}

// raw is what a file says for a key, before references are resolved.
type raw struct {
	items   []string
	list    bool
	unknown bool
	literal bool
	line    int
}

// content is what one file says.
type content struct {
	variables map[string]raw
	keys      map[string]raw
}

func newContent() *content {
	return &content{variables: make(map[string]raw), keys: make(map[string]raw)}
}

// maxKeys bounds what is taken from one file: aliases can make a small file
// stand for a giant one.
const maxKeys = 20_000

// addKeys adds the texts and the lists of texts below n by their paths, with
// dots between the segments. An element of a list of tables has its index,
// from 0, as a segment.
func (c *content) addKeys(path string, n *node) {
	switch {
	case len(c.keys) >= maxKeys:
	case n.isTable:
		for _, e := range n.entries {
			c.addKeys(join(path, e.key), &e.value)
		}
	case n.isList && !allTexts(n.items):
		for i := range n.items {
			c.addKeys(join(path, strconv.Itoa(i)), &n.items[i])
		}
	case path != "":
		set(c.keys, path, n.raw())
	}
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func allTexts(items []node) bool {
	for _, n := range items {
		if n.isTable || n.isList {
			return false
		}
	}
	return true
}

// dropDevelopment drops the keys of tables for development in a file that has
// one for each environment.
func (c *content) dropDevelopment() {
	maps.DeleteFunc(c.keys, func(path string, _ raw) bool {
		section, _, below := strings.Cut(path, ".")
		return below && slices.Contains(developmentSections, strings.ToLower(section))
	})
}

// raw returns what n, a text or a list of texts, says.
func (n *node) raw() raw {
	r := raw{line: n.line, list: n.isList, unknown: n.unknown, literal: n.literal}
	if !n.isList {
		r.items = []string{n.text}
		return r
	}
	r.literal = len(n.items) > 0
	for _, item := range n.items {
		r.items = append(r.items, item.text)
		r.unknown = r.unknown || item.unknown
		r.literal = r.literal && item.literal
	}
	return r
}

// set adds a value; what one file says twice, and differently, is unknown,
// because it may speak of two things.
func set(m map[string]raw, name string, r raw) {
	old, ok := m[name]
	if !ok {
		m[name] = r
	} else if !old.equal(r) {
		old.unknown = true
		m[name] = old
	}
}

// addVariables adds the environment variables that the tree sets for programs
// that it starts, as compose files, manifests of Kubernetes and of cloud
// providers do:
//
//	env: [{name: NAME, value: text}]      environment: [NAME=text]
//	envVars: [{key: NAME, value: text}]   environment: {NAME: text}
//	literals: [NAME=text]
func (c *content) addVariables(n *node) {
	for i := range n.items {
		c.addVariables(&n.items[i])
	}
	for i := range n.entries {
		e := &n.entries[i]
		if len(c.variables) >= maxKeys {
			return
		}
		if setsVariables(e.key) {
			c.addVariablesOf(&e.value)
		} else {
			c.addVariables(&e.value)
		}
	}
}

func setsVariables(key string) bool {
	switch strings.ToLower(strings.NewReplacer("_", "", "-", "").Replace(key)) {
	case "env", "envs", "extraenv", "extraenvs", "environment", "envvars", "envvariables", "environmentvariables", "variables", "extraenvvars", "literals":
		return true
	}
	return false
}

func (c *content) addVariablesOf(n *node) {
	for i := range n.entries {
		e := &n.entries[i]
		v, given := e.value.get("value") // NAME: {value: text}
		switch {
		case given && isVariable(e.key):
			set(c.variables, e.key, asVariable(&v))
		case e.value.isTable || e.value.isList:
			c.addVariables(&node{isTable: true, entries: []entry{*e}})
		case isVariable(e.key) && e.value.null:
			set(c.variables, e.key, handedOn(e.key, e.value.line))
		case isVariable(e.key):
			set(c.variables, e.key, e.value.raw())
		}
	}
	for i := range n.items {
		item := &n.items[i]
		switch name, ok := item.name(); {
		case ok && isVariable(name.text):
			v, given := item.get("value")
			if !given {
				v = node{line: item.line, unknown: true} // valueFrom
			}
			set(c.variables, name.text, asVariable(&v))
		case item.isTable:
			c.addVariables(item)
		default:
			name, text, given := strings.Cut(item.text, "=")
			switch {
			case !isVariable(name):
			case given:
				set(c.variables, name, raw{items: []string{text}, line: item.line})
			default:
				set(c.variables, name, handedOn(name, item.line))
			}
		}
	}
}

// handedOn is what a variable is that is handed on to a program as it is.
func handedOn(name string, line int) raw {
	return raw{items: []string{"${" + name + "}"}, line: line}
}

// name returns the name of the variable that n, {name: NAME, …}, is about.
func (n *node) name() (node, bool) {
	for _, key := range []string{"name", "key"} {
		if v, ok := n.get(key); ok && !v.isTable && !v.isList {
			return v, true
		}
	}
	return node{}, false
}

// asVariable returns what n says for a variable. Only a text does.
func asVariable(n *node) raw {
	if n.isTable || n.isList {
		return raw{line: n.line, unknown: true}
	}
	return n.raw()
}

// isVariable reports whether a name looks like that of an environment variable.
func isVariable(name string) bool {
	for i, r := range name {
		if r != '_' && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return name != ""
}
