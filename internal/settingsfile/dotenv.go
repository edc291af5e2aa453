package settingsfile

import (
	"fmt"
	"strings"
)

// dotenv reads a .env file as godotenv and docker compose do: lines NAME=text,
// also with "export" before and ": " for "=", texts in single or double quotes
// over several lines, and comments. A name without a text is one that the
// environment has to give.
func dotenv(data []byte) (*content, error) {
	p := &dotenvParser{rest: normalizeText(data), line: 1, content: newContent()}
	for p.rest != "" {
		if err := p.statement(); err != nil {
			return nil, err
		}
	}
	return p.content, nil
}

// normalizeText returns data as a text with lines that end in \n.
func normalizeText(data []byte) string {
	return strings.ReplaceAll(strings.TrimPrefix(string(data), "\ufeff"), "\r\n", "\n")
}

type dotenvParser struct {
	rest    string
	line    int // of the start of rest
	content *content
}

// skip moves over the first n bytes.
func (p *dotenvParser) skip(n int) string {
	text := p.rest[:n]
	p.line += strings.Count(text, "\n")
	p.rest = p.rest[n:]
	return text
}

// skipLine moves to the next line and returns what was left of this one.
func (p *dotenvParser) skipLine() string {
	if i := strings.IndexByte(p.rest, '\n'); i >= 0 {
		return strings.TrimSuffix(p.skip(i+1), "\n")
	}
	return p.skip(len(p.rest))
}

func (p *dotenvParser) statement() error {
	line := p.line
	head, _, _ := strings.Cut(p.rest, "\n")
	head = strings.TrimSpace(head)
	if head == "" || head[0] == '#' {
		p.skipLine()
		return nil
	}
	p.blanks()
	if after, ok := strings.CutPrefix(p.rest, "export"); ok && strings.IndexAny(after, " \t") == 0 {
		p.skip(len("export"))
		p.blanks()
	}
	name := p.skip(nameLength(p.rest))
	p.blanks()
	if name == "" {
		return lineError{line, fmt.Errorf("want NAME=text, not %q", head)}
	}
	if p.rest == "" || p.rest[0] == '\n' || p.rest[0] == '#' {
		p.skipLine()
		set(p.content.variables, name, raw{unknown: true, line: line})
		return nil
	}
	if p.rest[0] != '=' && p.rest[0] != ':' {
		return lineError{line, fmt.Errorf("want NAME=text, not %q", head)}
	}
	p.skip(1)
	p.blanks()
	r, err := p.value()
	if err != nil {
		return lineError{line, err}
	}
	r.line = line
	p.content.variables[name] = r // the last one counts
	return nil
}

func (p *dotenvParser) blanks() { p.skip(len(p.rest) - len(strings.TrimLeft(p.rest, " \t"))) }

// nameLength returns the length of the variable's name that text starts with.
// Some have dots or dashes.
func nameLength(text string) int {
	for i, r := range text {
		if r != '_' && r != '.' && r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') {
			return i
		}
	}
	return len(text)
}

// value reads what stands after the "=", and the rest of its line.
func (p *dotenvParser) value() (raw, error) {
	if p.rest != "" && strings.IndexByte("\"'`", p.rest[0]) >= 0 {
		return p.quoted(p.rest[0])
	}
	text := p.skipLine()
	if strings.HasPrefix(text, "#") {
		text = ""
	}
	for i := 1; i < len(text); i++ {
		if text[i] == '#' && (text[i-1] == ' ' || text[i-1] == '\t') {
			text = text[:i]
			break
		}
	}
	return raw{items: []string{strings.TrimSpace(text)}}, nil
}

// quoted reads a text in quotes.
func (p *dotenvParser) quoted(quote byte) (raw, error) {
	var b strings.Builder
	for i := 1; i < len(p.rest); i++ {
		switch c := p.rest[i]; {
		case c == quote:
			p.skip(i + 1)
			after := strings.TrimSpace(p.skipLine())
			// What follows on the line and is no comment is an error for some
			// readers and part of the text for others.
			return raw{items: []string{b.String()}, literal: quote != '"', unknown: after != "" && after[0] != '#'}, nil
		case c == '\\' && quote == '"' && i+1 < len(p.rest):
			i++
			b.WriteString(unescape(p.rest[i]))
		default:
			b.WriteByte(c)
		}
	}
	return raw{}, fmt.Errorf("the quote %c is not closed", quote)
}

// unescape returns what \c stands for. The $ stays marked: it starts no
// reference.
func unescape(c byte) string {
	switch c {
	case 'n':
		return "\n"
	case 'r':
		return "\r"
	case 't':
		return "\t"
	case '$':
		return `\$`
	}
	return string(rune(c))
}
