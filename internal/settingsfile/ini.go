package settingsfile

import (
	"fmt"
	"strings"
)

// parseINI returns what an INI or a .properties file says: sections, and
// lines KEY = text or KEY: text.
func parseINI(data []byte) (*content, error) {
	c := newContent()
	section := ""
	lines := strings.Split(normalizeText(data), "\n")
	for i := 0; i < len(lines); i++ {
		number := i + 1
		line := strings.TrimSpace(lines[i])
		for strings.HasSuffix(line, `\`) && i+1 < len(lines) {
			i++
			line = strings.TrimSuffix(line, `\`) + strings.TrimSpace(lines[i])
		}
		switch {
		case line == "" || strings.ContainsRune("#;!", rune(line[0])):
		case line[0] == '[' && strings.HasSuffix(line, "]"):
			section = strings.TrimSpace(line[1 : len(line)-1])
		default:
			key, text, ok := cutKey(line)
			if !ok {
				return nil, lineError{number, fmt.Errorf("want KEY = text, not %q", line)}
			}
			r := raw{items: []string{text}, line: number}
			set(c.keys, join(section, key), r)
		}
	}
	return c, nil
}

// cutKey returns the sides of the first = or :, without quotes and comments.
func cutKey(line string) (key, text string, ok bool) {
	i := strings.IndexAny(line, "=:")
	if i <= 0 {
		return "", "", false
	}
	key, text = strings.TrimSpace(line[:i]), strings.TrimSpace(line[i+1:])
	if strings.ContainsAny(key, " \t{}()<>") {
		return "", "", false // another language
	}
	if len(text) > 1 && (text[0] == '"' || text[0] == '\'') {
		if end := strings.IndexByte(text[1:], text[0]); end >= 0 {
			return key, text[1 : 1+end], true
		}
	}
	for _, comment := range []string{" #", " ;", "\t#", "\t;"} {
		if before, _, cut := strings.Cut(text, comment); cut {
			text = strings.TrimSpace(before)
		}
	}
	return key, text, true
}
