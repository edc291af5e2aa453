package output

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/prodvet/prodvet/internal/driver"
	"github.com/prodvet/prodvet/internal/nearest"
	"github.com/prodvet/prodvet/internal/vetjson"
)

// The formats in which findings are printed.
const (
	FormatText = "text"
	FormatJSON = "json" // as go vet -json prints it
)

var formats = []string{FormatText, FormatJSON}

// ValidateFormat reports a format that there is not.
func ValidateFormat(format string) error {
	if slices.Contains(formats, format) {
		return nil
	}
	return fmt.Errorf("-format: no format %q%s", format, nearest.Hint(format, formats))
}

// Write writes the findings in a format; see Text and JSON.
func Write(w io.Writer, format, dir string, findings []driver.Finding) error {
	if format == FormatJSON {
		return JSON(w, findings)
	}
	return Text(w, dir, findings)
}

// JSON writes the findings as `go vet -json` prints them: one object, by
// package and rule.
func JSON(w io.Writer, findings []driver.Finding) error {
	tree := make(vetjson.Tree)
	for _, f := range findings {
		if tree[f.Package] == nil {
			tree[f.Package] = make(map[string]vetjson.Outcome)
		}
		o := tree[f.Package][f.Rule]
		o.Diagnostics = append(o.Diagnostics, f.Diagnostic)
		tree[f.Package][f.Rule] = o
	}
	data, err := json.MarshalIndent(tree, "", "\t")
	if err != nil {
		return err
	}
	_, err = w.Write(append(data, '\n'))
	return err
}
