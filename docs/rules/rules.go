// Package rules holds the pages of the rules, generated from their doc.go.
package rules

import "embed"

// Pages holds a file RULE.md for each rule.
//
//go:embed *.md
var Pages embed.FS
