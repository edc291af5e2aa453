// Package docs turns the doc.go of a rule into its help text, its page and its
// address.
package docs

import (
	"fmt"
	"strings"
)

// URL returns the address of a rule's page.
func URL(rule string) string {
	return "https://github.com/prodvet/prodvet/blob/main/docs/rules/" + rule + ".md"
}

// MustExtract returns the help text of a rule from the source of its doc.go:
// what follows the heading "# Analyzer RULE" of the package comment, which
// begins with "RULE: one line that says what it reports". It panics if there
// is none, which a test of every rule finds.
func MustExtract(source, rule string) string {
	_, text, ok := strings.Cut(Comment(source), "# Analyzer "+rule+"\n")
	text = strings.TrimSpace(text)
	if !ok || !strings.HasPrefix(text, rule+": ") {
		panic(fmt.Sprintf("docs: doc.go of %s has no section \"# Analyzer %[1]s\" that begins with %[1]q and a colon", rule))
	}
	return text[len(rule)+2:]
}

// Comment returns the package comment of a doc.go, a block comment. It only
// cuts the source: it runs for every rule at every start, once for each package
// of a build.
func Comment(source string) string {
	_, text, _ := strings.Cut(source, "/*\n")
	text, _, _ = strings.Cut(text, "*/\n")
	return text
}
