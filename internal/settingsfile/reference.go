package settingsfile

import "strings"

// lookup returns what a variable is.
type lookup func(name string) (text string, is meaning)

// meaning is what is known of a variable.
type meaning int

const (
	unset   meaning = iota // no file sets it
	unclear                // it is set to something that is not known
	known                  // it is text
)

// expand returns text with its references resolved: $NAME, ${NAME} and those
// with a default, ${NAME:-text}. ok is false if something is referred to that
// lookup does not know, or in a language of templates.
//
// A default also stands for an empty variable, whatever the syntax says.
func expand(text string, lookup lookup) (result string, ok bool) {
	if isTemplate(text) {
		return "", false
	}
	var b strings.Builder
	for text != "" {
		i := strings.IndexByte(text, '$')
		if i < 0 {
			b.WriteString(text)
			break
		}
		b.WriteString(strings.TrimSuffix(text[:i], `\`))
		escaped := strings.HasSuffix(text[:i], `\`)
		text = text[i+1:]
		switch {
		case escaped:
			b.WriteByte('$')
		case strings.HasPrefix(text, "$"): // $$ is $ in compose files
			b.WriteByte('$')
			text = text[1:]
		case strings.HasPrefix(text, "{"):
			end := closing(text)
			if end < 0 {
				return "", false
			}
			value, ok := braces(text[1:end], lookup)
			if !ok {
				return "", false
			}
			b.WriteString(value)
			text = text[end+1:]
		case strings.HasPrefix(text, "("): // $(NAME) in manifests
			return "", false
		default:
			n := identifier(text)
			if n == 0 {
				b.WriteByte('$') // the end of a regular expression
				continue
			}
			value, is := lookup(text[:n])
			if is != known {
				return "", false
			}
			b.WriteString(value)
			text = text[n:]
		}
	}
	return b.String(), true
}

// isTemplate reports whether text is one for a language of templates, such as
// those of Go, Jinja, ERB and configparser, or encrypted.
func isTemplate(text string) bool {
	for _, open := range []string{"{{", "{%", "<%", "#{", "[["} {
		if strings.Contains(text, open) {
			return true
		}
	}
	_, after, ok := strings.Cut(text, "%(")
	return ok && strings.Contains(after, ")s") || strings.HasPrefix(text, "ENC[") // sops
}

// braces resolves what stands between ${ and }.
func braces(text string, lookup lookup) (string, bool) {
	n := identifier(text)
	name, op := text[:n], text[n:]
	if n == 0 {
		return "", false
	}
	value, is := lookup(name)
	switch {
	case is == unclear || strings.HasPrefix(strings.TrimPrefix(op, ":"), "+"):
		return "", false
	case is == known && (value != "" || op == ""):
		return value, true
	case strings.HasPrefix(op, ":-"):
		return expand(op[2:], lookup)
	case strings.HasPrefix(op, "||"): // beego
		return expand(op[2:], lookup)
	case strings.HasPrefix(op, "-"):
		return expand(op[1:], lookup)
	case strings.HasPrefix(op, ":") && !strings.ContainsAny(op[:min(2, len(op))], "?+="): // Spring, kratos
		return expand(op[1:], lookup)
	}
	return "", false
}

// closing returns the index of the } that closes the { at the start of text.
func closing(text string) int {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// identifier returns the length of the name that text starts with.
func identifier(text string) int {
	for i, r := range text {
		if r != '_' && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (i == 0 || r < '0' || r > '9') {
			return i
		}
	}
	return len(text)
}

// reference returns the name if all of text is one reference.
func reference(text string) string {
	text, ok := strings.CutPrefix(text, "$")
	if !ok {
		return ""
	}
	if strings.HasPrefix(text, "{") && closing(text) == len(text)-1 {
		return text[1 : 1+identifier(text[1:])]
	}
	if identifier(text) == len(text) {
		return text
	}
	return ""
}
