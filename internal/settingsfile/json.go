package settingsfile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// parseJSON returns the value of a JSON file. Comments and commas at the end
// of lists are allowed, as in the files that editors and some libraries read.
func parseJSON(data []byte) (node, error) {
	data = plainJSON(bytes.TrimPrefix(data, []byte("\ufeff")))
	p := &jsonParser{dec: json.NewDecoder(bytes.NewReader(data)), data: data, line: 1}
	p.dec.UseNumber()
	v, err := p.next()
	if err == nil {
		if _, end := p.dec.Token(); !errors.Is(end, io.EOF) {
			err = fmt.Errorf("text after the value")
		}
	}
	if err != nil {
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		offset := p.dec.InputOffset()
		if s := new(json.SyntaxError); errors.As(err, &s) {
			offset = s.Offset
		}
		return node{}, lineError{p.lineAt(offset), err}
	}
	return v, nil
}

// maxDepth bounds how deep lists and tables nest.
const maxDepth = 200

type jsonParser struct {
	dec   *json.Decoder
	data  []byte
	line  int   // of
	at    int64 // this offset
	depth int
}

// lineAt returns the line of an offset at or after those asked for before.
func (p *jsonParser) lineAt(offset int64) int {
	offset = min(offset, int64(len(p.data)))
	if offset > p.at {
		p.line += bytes.Count(p.data[p.at:offset], []byte("\n"))
		p.at = offset
	}
	return p.line
}

func (p *jsonParser) next() (node, error) {
	tok, err := p.dec.Token()
	if err != nil {
		return node{}, err
	}
	v := node{line: p.lineAt(p.dec.InputOffset())}
	switch tok := tok.(type) {
	case json.Delim:
		if p.depth++; p.depth > maxDepth {
			return node{}, fmt.Errorf("nested more than %d deep", maxDepth)
		}
		v.isTable, v.isList = tok == '{', tok == '['
		for p.dec.More() {
			if err := p.member(&v); err != nil {
				return node{}, err
			}
		}
		p.depth--
		_, err = p.dec.Token() // the end
		return v, err
	case nil:
		v.null, v.unknown = true, true
	default:
		v.text = fmt.Sprint(tok)
	}
	return v, nil
}

// member reads an element of the list v, or a key of the table v and its value.
func (p *jsonParser) member(v *node) error {
	if v.isList {
		item, err := p.next()
		v.items = append(v.items, item)
		return err
	}
	key, err := p.dec.Token()
	if err != nil {
		return err
	}
	value, err := p.next()
	v.entries = append(v.entries, entry{fmt.Sprint(key), value})
	return err
}

// plainJSON returns data with blanks in place of comments and of commas that
// end a list or a table.
func plainJSON(data []byte) []byte {
	out := bytes.Clone(data)
	comma := -1 // the last one after which came nothing but blanks
	for i := 0; i < len(out); i++ {
		switch c := out[i]; {
		case c == '"':
			comma = -1
			for i++; i < len(out) && out[i] != '"'; i++ {
				if out[i] == '\\' {
					i++
				}
			}
		case c == '/' && i+1 < len(out) && (out[i+1] == '/' || out[i+1] == '*'):
			i = blankComment(out, i)
		case c == ',':
			comma = i
		case (c == ']' || c == '}') && comma >= 0:
			out[comma] = ' '
			comma = -1
		case c != ' ' && c != '\t' && c != '\r' && c != '\n':
			comma = -1
		}
	}
	return out
}

// blankComment overwrites the comment that starts at i and returns the index
// of its last byte. Newlines stay.
func blankComment(out []byte, i int) int {
	end := []byte("\n")
	if out[i+1] == '*' {
		end = []byte("*/")
	}
	last := len(out) - 1
	if n := bytes.Index(out[i+2:], end); n >= 0 {
		last = i + 2 + n + len(end) - 1
	}
	for j := i; j <= last; j++ {
		if out[j] != '\n' {
			out[j] = ' '
		}
	}
	return last
}
