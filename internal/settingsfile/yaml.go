package settingsfile

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"go.yaml.in/yaml/v4"
)

// parseYAML returns the documents of a YAML file.
func parseYAML(data []byte) ([]node, error) {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var docs []node
	for {
		var doc yaml.Node
		switch err := dec.Decode(&doc); {
		case errors.Is(err, io.EOF):
			return docs, nil
		case err != nil:
			return nil, err
		}
		if len(doc.Content) > 0 {
			c := yamlTree{budget: maxKeys}
			docs = append(docs, c.node(doc.Content[0]))
		}
	}
}

// yamlTree makes nodes of YAML's, of which it makes at most budget: aliases
// can make a small file stand for a giant one.
type yamlTree struct {
	budget int
	open   []*yaml.Node // aliases on the way here
}

func (t *yamlTree) node(n *yaml.Node) node {
	t.budget--
	if t.budget < 0 || n == nil {
		return node{unknown: true}
	}
	switch n.Kind {
	case yaml.AliasNode:
		for _, o := range t.open {
			if o == n.Alias {
				return node{line: n.Line, unknown: true} // an alias of itself
			}
		}
		t.open = append(t.open, n.Alias)
		v := t.node(n.Alias)
		t.open = t.open[:len(t.open)-1]
		return v
	case yaml.MappingNode:
		return t.table(n)
	case yaml.SequenceNode:
		v := node{line: n.Line, isList: true}
		for _, e := range n.Content {
			v.items = append(v.items, t.node(e))
		}
		return v
	}
	custom := strings.HasPrefix(n.Tag, "!") && !strings.HasPrefix(n.Tag, "!!") // !vault, !Ref
	null := n.Tag == "!!null"
	return node{line: n.Line, text: n.Value, null: null, unknown: custom || null}
}

// table returns a mapping. Keys of its own go before those that it merges.
func (t *yamlTree) table(n *yaml.Node) node {
	v := node{line: n.Line, isTable: true}
	var merged []node
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Kind == yaml.ScalarNode && key.Tag == "!!merge" {
			m := t.node(value)
			merged = append(merged, m)
			merged = append(merged, m.items...)
			continue
		}
		if key.Kind == yaml.AliasNode && key.Alias != nil {
			key = key.Alias
		}
		if key.Kind == yaml.ScalarNode {
			v.entries = append(v.entries, entry{key.Value, t.node(value)})
		}
	}
	for _, m := range merged {
		for _, e := range m.entries {
			if _, ok := v.get(e.key); !ok {
				v.entries = append(v.entries, e)
			}
		}
	}
	return v
}
