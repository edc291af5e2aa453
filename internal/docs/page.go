package docs

import (
	"fmt"
	"go/doc/comment"
	"strings"

	"github.com/prodvet/prodvet/internal/options"
)

// Page returns the page of a rule in Markdown, made of its doc.go and of its
// Config, whose options it describes for every driver.
func Page(source, rule string, cfg any) (string, error) {
	text := Comment(source)
	_, body, ok := strings.Cut(text, "# Analyzer "+rule+"\n")
	if !ok {
		return "", fmt.Errorf("doc.go of %s has no section \"# Analyzer %[1]s\"", rule)
	}
	title, body, _ := strings.Cut(strings.TrimSpace(body), "\n")
	title = strings.TrimPrefix(title, rule+": ")
	p := new(comment.Parser)
	doc := p.Parse(body)
	var b strings.Builder
	fmt.Fprintf(&b, "<!-- Generated from analyzers/%s/doc.go by `go test ./docs/rules -update`. -->\n\n# %[1]s — %s\n", rule, title)
	section := ""
	for _, block := range doc.Content {
		if h, ok := block.(*comment.Heading); ok {
			if section == beforeOptions {
				writeOptions(&b, rule, cfg)
			}
			section = plain(h.Text)
			fmt.Fprintf(&b, "\n## %s\n", section)
			continue
		}
		writeBlock(&b, block, section)
	}
	if section == beforeOptions {
		writeOptions(&b, rule, cfg)
	}
	writeSuppress(&b, rule)
	return b.String(), nil
}

// beforeOptions is the section that the table of options follows.
const beforeOptions = "Known problems"

func writeBlock(b *strings.Builder, block comment.Block, section string) {
	switch block := block.(type) {
	case *comment.Code:
		fmt.Fprintf(b, "\n```go\n%s```\n", block.Text)
	case *comment.List:
		b.WriteString("\n")
		for _, item := range block.Items {
			writeItem(b, item, section)
		}
	default:
		b.WriteString("\n" + markdown(block))
	}
}

// writeItem writes an item of a list. In the section of kinds each item has an
// anchor, to which the findings' links lead.
func writeItem(b *strings.Builder, item *comment.ListItem, section string) {
	text := strings.TrimSpace(markdown(item.Content...))
	if kind, rest, ok := strings.Cut(text, ": "); ok && section == "Kinds" {
		fmt.Fprintf(b, "### %s\n\n%s\n\n", kind, rest)
		return
	}
	fmt.Fprintf(b, "- %s\n", strings.ReplaceAll(text, "\n", "\n  "))
}

func markdown(blocks ...comment.Block) string {
	p := &comment.Printer{}
	text := string(p.Markdown(&comment.Doc{Content: blocks}))
	// The printer escapes what Markdown could take for markup; in our prose
	// that is only noise.
	return strings.NewReplacer(`\*`, `*`, `\_`, `_`, "\\`", "`").Replace(text)
}

func plain(text []comment.Text) string {
	var b strings.Builder
	for _, t := range text {
		if s, ok := t.(comment.Plain); ok {
			b.WriteString(string(s))
		}
	}
	return b.String()
}

func writeOptions(b *strings.Builder, rule string, cfg any) {
	b.WriteString("\n## Options\n\n")
	opts := options.Of(cfg)
	if len(opts) == 0 {
		b.WriteString("None.\n")
		return
	}
	fmt.Fprintf(b, "The same keys everywhere: below `%s:` in `.prodvet.yml`, below `settings:` in golangci-lint, and as flags `-%[1]s.KEY=VALUE` of prodvet and go vet (a list is separated by commas).\n\n", rule)
	b.WriteString("| key | type | what it is |\n| --- | --- | --- |\n")
	for _, o := range opts {
		fmt.Fprintf(b, "| `%s` | %s | %s |\n", o.Key, o.Type, strings.ReplaceAll(o.Doc, "|", `\|`))
	}
}

func writeSuppress(b *strings.Builder, rule string) {
	fmt.Fprintf(b, "\n## Suppress\n\nOn the line of the finding or above its statement, with a reason:\n\n```go\n//lint:ignore %s why this is right here\n```\n\n", rule)
	fmt.Fprintf(b, "`//lint:file-ignore %s reason` covers a file; golangci-lint also takes `//nolint:%[1]s`. A directive without a reason, or one that suppresses nothing, is itself reported.\n", rule)
}

// Examples returns the Go files among the code blocks of a rule's doc.go: those
// that begin with a package clause.
func Examples(source string) []string {
	var files []string
	for _, block := range new(comment.Parser).Parse(Comment(source)).Content {
		if code, ok := block.(*comment.Code); ok && strings.HasPrefix(code.Text, "package ") {
			files = append(files, code.Text)
		}
	}
	return files
}

// Kinds returns the names of the kinds that a rule's doc.go describes.
func Kinds(source string) []string {
	var kinds []string
	section := ""
	for _, block := range new(comment.Parser).Parse(Comment(source)).Content {
		switch block := block.(type) {
		case *comment.Heading:
			section = plain(block.Text)
		case *comment.List:
			if section != "Kinds" {
				continue
			}
			for _, item := range block.Items {
				if kind, _, ok := strings.Cut(markdown(item.Content...), ": "); ok {
					kinds = append(kinds, kind)
				}
			}
		}
	}
	return kinds
}
