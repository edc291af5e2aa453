package settingsfile

import (
	"bytes"
	"errors"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// parseTOML returns what a TOML file says.
func parseTOML(data []byte) (*content, error) {
	p := &tomlParser{data: data, line: 1, content: newContent(), counts: make(map[string]int)}
	p.parser.Reset(data)
	for p.parser.NextExpression() {
		p.expression(p.parser.Expression())
	}
	if err := p.parser.Error(); err != nil {
		if e := new(unstable.ParserError); errors.As(err, &e) {
			// The highlight is a part of data, which ends where data ends.
			offset := max(0, cap(p.parser.Data())-cap(e.Highlight))
			return nil, lineError{p.lineAt(uint32(offset)), errors.New(e.Message)}
		}
		return nil, err
	}
	p.content.addVariables(&p.root)
	return p.content, nil
}

type tomlParser struct {
	parser  unstable.Parser
	data    []byte
	line    int // of
	at      int // this offset
	table   string
	counts  map[string]int // of the tables in an array, by its path
	content *content
	root    node // the tables of environment variables
}

// lineAt returns the line of an offset.
func (p *tomlParser) lineAt(offset uint32) int {
	n := min(int(offset), len(p.data))
	if n < p.at {
		p.line, p.at = 1, 0
	}
	p.line += bytes.Count(p.data[p.at:n], []byte("\n"))
	p.at = n
	return p.line
}

// expression adds what one line says.
func (p *tomlParser) expression(n *unstable.Node) {
	switch n.Kind {
	case unstable.Table:
		p.table = p.tablePath(n.Key())
	case unstable.ArrayTable:
		path := p.tablePath(n.Key())
		p.table = path + "." + strconv.Itoa(p.counts[path])
		p.counts[path]++
	case unstable.KeyValue:
		path, line := p.path(p.table, n.Key())
		v := p.node(n.Value(), line)
		p.content.addKeys(path, &v)
		p.addTable(path, v)
	}
}

// tablePath returns the path of a table. Where it is in an array of tables, the
// index of the one that was begun last is a segment.
func (p *tomlParser) tablePath(key unstable.Iterator) string {
	path := ""
	for key.Next() {
		if n := p.counts[path]; n > 0 {
			path += "." + strconv.Itoa(n-1)
		}
		path = join(path, string(key.Node().Data))
	}
	return path
}

// path returns the path of a key below that of its table, and its line.
func (p *tomlParser) path(table string, key unstable.Iterator) (path string, line int) {
	path = table
	for key.Next() {
		path = join(path, string(key.Node().Data))
		line = p.lineAt(key.Node().Raw.Offset)
	}
	return path, line
}

// node returns a value, which stands after a key in that line.
func (p *tomlParser) node(n *unstable.Node, line int) node {
	v := node{line: line, isTable: n.Kind == unstable.InlineTable, isList: n.Kind == unstable.Array, text: string(n.Data)}
	if n.Raw.Length > 0 && n.Kind != unstable.InlineTable && n.Kind != unstable.Array {
		v.line = p.lineAt(n.Raw.Offset)
	}
	for it := n.Children(); it.Next(); {
		child := it.Node()
		switch child.Kind {
		case unstable.Comment:
		case unstable.KeyValue:
			key, line := p.path("", child.Key())
			v.entries = append(v.entries, entry{key, p.node(child.Value(), line)})
		default:
			v.items = append(v.items, p.node(child, line))
		}
	}
	return v
}

// addTable adds a key to the tree in which environment variables are looked
// for: [env] of fly.toml, [build.environment].
func (p *tomlParser) addTable(path string, v node) {
	segments := strings.Split(path, ".")
	for i := len(segments) - 1; i >= 0; i-- {
		v = node{isTable: true, line: v.line, entries: []entry{{segments[i], v}}}
	}
	p.root.isTable = true
	p.root.entries = append(p.root.entries, v.entries...)
}
