package settingsfile

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"unicode"
)

// role is what a file is for.
type role int

const (
	base        role = iota // every environment
	below                   // every environment, where no other file says anything
	production              // one production environment
	development             // none that counts
)

// roleOf returns what the file at the path is for and, if that is one
// production environment, the environment's name.
//
// What the user says about files goes before what their names say. If a name
// says both, as .env.production.example does, the file is not production's.
func (c *Config) roleOf(file string) (role, string) {
	if _, ok := said(c.Development, file); ok {
		return development, ""
	}
	if name, ok := said(c.Production, file); ok {
		return production, name
	}
	if _, ok := named(developmentWords, file); ok {
		return development, ""
	}
	if name, ok := named(productionWords, file); ok {
		return production, name
	}
	if isCompose(file) {
		return development, "" // most are for a developer's machine
	}
	if slices.ContainsFunc(words(stem(file)), func(w string) bool { return slices.Contains(defaultWords, w) }) {
		return below, ""
	}
	return base, ""
}

// isCompose reports whether the file is a compose file by its name.
func isCompose(file string) bool {
	name := path.Base(file)
	return kindOf(file) == yamlFile && (strings.HasPrefix(name, "docker-compose") || strings.HasPrefix(name, "compose"))
}

// said reports whether one of the user's patterns or words matches the file,
// and the name of the environment that it is then of.
func said(entries []string, file string) (name string, ok bool) {
	for _, e := range entries {
		if isWord(e) {
			if name, ok := named([]string{e}, file); ok {
				return name, true
			}
		} else if matches(e, file) {
			return patternName(file), true
		}
	}
	return "", false
}

// isWord reports whether an entry of Production or Development is a word and
// not a pattern.
func isWord(e string) bool { return literal(e) && !strings.ContainsAny(e, "./") }

// patternName is the name of the environment of a file that a pattern of the
// user's tells: what is specific in the names of the file or its folder.
func patternName(file string) string {
	for _, name := range []string{stem(file), path.Base(path.Dir(file))} {
		if s := specific(name); s != "" {
			return canonical(s)
		}
	}
	return "production"
}

// named reports whether the file's name, or a folder's, has one of the words,
// and the name of the environment that it then is of: that name, or the last
// such folder and those in it.
func named(list []string, file string) (name string, ok bool) {
	if s := stem(file); hasWord(list, s) {
		return canonical(cmp.Or(specific(s), strings.ToLower(s))), true
	}
	folders := strings.Split(path.Dir(file), "/")
	for i, f := range slices.Backward(folders) {
		if hasWord(list, f) {
			name = canonical(cmp.Or(specific(f), strings.ToLower(f)))
			return path.Join(name, path.Join(folders[i+1:]...)), true
		}
	}
	return "", false
}

// hasWord reports whether name has one of the list: a word, or several in a
// row such as "eu-live".
func hasWord(list []string, name string) bool {
	ws := " " + strings.Join(words(name), " ") + " "
	return slices.ContainsFunc(list, func(w string) bool {
		return strings.Contains(ws, " "+strings.Join(words(w), " ")+" ")
	})
}

// specific returns the words of name that are not generic.
func specific(name string) string {
	ws := words(name)
	ws = slices.DeleteFunc(ws, func(w string) bool { return slices.Contains(genericWords, w) })
	return strings.Join(ws, "-")
}

// canonical joins files that differ in how they spell production.
func canonical(name string) string {
	if name == "prod" || name == "prd" {
		return "production"
	}
	return name
}

// words returns the words of a file name, in lower case.
func words(name string) []string {
	return strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// stem returns the name of a file without the extension that says its kind.
func stem(file string) string {
	name := path.Base(file)
	if _, ok := extensions[strings.ToLower(path.Ext(name))]; ok {
		name = strings.TrimSuffix(name, path.Ext(name))
	}
	return name
}
