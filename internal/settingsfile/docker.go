package settingsfile

import (
	"strings"
)

// parseDockerfile returns the variables that the last stage of a Dockerfile,
// and those that it starts from, set by ENV.
func parseDockerfile(data []byte) *content {
	stages := map[string]*content{}
	current := newContent()
	lines := strings.Split(normalizeText(data), "\n")
	for i := 0; i < len(lines); i++ {
		number := i + 1
		line := strings.TrimSpace(lines[i])
		if strings.HasPrefix(line, "#") {
			continue
		}
		for strings.HasSuffix(line, `\`) && i+1 < len(lines) {
			i++
			if next := strings.TrimSpace(lines[i]); next == "" || next[0] != '#' { // a comment between changes nothing
				line = strings.TrimSuffix(line, `\`) + " " + next
			}
		}
		fields := strings.Fields(line)
		if len(fields) < 2 {
			continue
		}
		switch strings.ToUpper(fields[0]) {
		case "FROM":
			current = from(stages, fields[1:])
		case "ENV":
			addENV(current, strings.TrimSpace(line[len("ENV"):]), number)
		}
	}
	return current
}

// from returns the content of a stage that starts as args, of a FROM, say.
func from(stages map[string]*content, args []string) *content {
	for len(args) > 0 && strings.HasPrefix(args[0], "--") {
		args = args[1:]
	}
	c := newContent()
	if len(args) == 0 {
		return c
	}
	if parent := stages[strings.ToLower(args[0])]; parent != nil {
		for name, r := range parent.variables {
			c.variables[name] = r
		}
	}
	if len(args) > 2 && strings.EqualFold(args[1], "AS") {
		stages[strings.ToLower(args[2])] = c
	}
	return c
}

// addENV adds what an ENV says: NAME=text NAME="text" …, or NAME text.
func addENV(c *content, args string, line int) {
	first, rest, _ := strings.Cut(args, " ")
	if !strings.Contains(first, "=") {
		if isVariable(first) {
			c.variables[first] = raw{items: []string{strings.TrimSpace(rest)}, line: line}
		}
		return
	}
	for args != "" {
		name, rest, ok := strings.Cut(args, "=")
		if !ok || !isVariable(name) {
			return
		}
		text, literal, after := shellWord(rest)
		c.variables[name] = raw{items: []string{text}, literal: literal, line: line}
		args = strings.TrimSpace(after)
	}
}

// shellWord returns the word, perhaps in quotes, that text starts with, and
// what follows it.
func shellWord(text string) (word string, literal bool, rest string) {
	var b strings.Builder
	var quote byte
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quote == 0 && (c == ' ' || c == '\t'):
			return b.String(), literal, text[i:]
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
			literal = c == '\''
		case c == quote:
			quote = 0
		case c == '\\' && quote != '\'' && i+1 < len(text):
			i++
			b.WriteString(unescapeShell(text[i]))
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), literal, ""
}

func unescapeShell(c byte) string {
	if c == '$' {
		return `\$`
	}
	return string(rune(c))
}
