// Package vetjson is the JSON that `go vet -json` prints: what the vettool
// writes and what the front and the tests read.
package vetjson

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/token"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Tree maps a package's ID to its analyzers' outcomes by analyzer name.
type Tree map[string]map[string]Outcome

// SummaryName is the name under which a package's summary for the link step
// stands in a Tree, beside those of the analyzers.
const SummaryName = "prodvet_link"

// Outcome is what one analyzer said of one package: diagnostics, an error, or
// the summary for the link step.
type Outcome struct {
	Diagnostics []Diagnostic
	Err         string
	Summary     json.RawMessage
}

// Diagnostic is one finding. Positions are "file:line:col".
type Diagnostic struct {
	Category string    `json:"category,omitempty"`
	Posn     string    `json:"posn"`
	End      string    `json:"end,omitempty"`
	Message  string    `json:"message"`
	Fixes    []Fix     `json:"suggested_fixes,omitempty"`
	Related  []Related `json:"related,omitempty"`
}

// Related is a further position of a finding.
type Related struct {
	Posn    string `json:"posn"`
	End     string `json:"end,omitempty"`
	Message string `json:"message"`
}

// Fix is a suggested fix.
type Fix struct {
	Message string `json:"message"`
	Edits   []Edit `json:"edits"`
}

// Edit replaces the bytes [Start, End) of a file.
type Edit struct {
	Filename string `json:"filename"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	New      string `json:"new"`
}

// MarshalJSON writes the form that go vet expects: an array, or an object with
// the error's text. Summaries, which go vet knows nothing of, are objects, too.
func (o Outcome) MarshalJSON() ([]byte, error) {
	if o.Err != "" {
		return json.Marshal(map[string]string{"error": o.Err})
	}
	if o.Summary != nil {
		return json.Marshal(map[string]json.RawMessage{"summary": o.Summary})
	}
	return json.Marshal(o.Diagnostics)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (o *Outcome) UnmarshalJSON(data []byte) error {
	if bytes.HasPrefix(bytes.TrimSpace(data), []byte("[")) {
		return json.Unmarshal(data, &o.Diagnostics)
	}
	var e struct {
		Error   string          `json:"error"`
		Summary json.RawMessage `json:"summary"`
	}
	if err := json.Unmarshal(data, &e); err != nil {
		return err
	}
	o.Err, o.Summary = e.Error, e.Summary
	return nil
}

// FromAnalysis converts a diagnostic.
func FromAnalysis(fset *token.FileSet, d analysis.Diagnostic) Diagnostic {
	out := Diagnostic{Category: d.Category, Posn: posn(fset, d.Pos), End: posn(fset, d.End), Message: d.Message}
	for _, r := range d.Related {
		out.Related = append(out.Related, Related{Posn: posn(fset, r.Pos), End: posn(fset, r.End), Message: r.Message})
	}
	for _, f := range d.SuggestedFixes {
		fix := Fix{Message: f.Message}
		for _, e := range f.TextEdits {
			start := fset.PositionFor(e.Pos, false)
			end := start.Offset
			if e.End.IsValid() {
				end = fset.PositionFor(e.End, false).Offset
			}
			fix.Edits = append(fix.Edits, Edit{Filename: start.Filename, Start: start.Offset, End: end, New: string(e.NewText)})
		}
		out.Fixes = append(out.Fixes, fix)
	}
	return out
}

func posn(fset *token.FileSet, pos token.Pos) string {
	if !pos.IsValid() {
		return ""
	}
	return fset.Position(pos).String()
}

// Position parses "file:line:col" or "file:line".
func Position(posn string) (p token.Position, err error) {
	rest, last, ok := cutLast(posn)
	if !ok {
		return p, fmt.Errorf("position %q has no line", posn)
	}
	if file, line, ok := cutLast(rest); ok {
		return token.Position{Filename: file, Line: line, Column: last}, nil
	}
	return token.Position{Filename: rest, Line: last}, nil
}

func cutLast(s string) (before string, n int, ok bool) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 {
		return s, 0, false
	}
	n, err := strconv.Atoi(s[i+1:])
	return s[:i], n, err == nil
}

// Decode reads the trees that `go vet -json` prints one after the other, with
// or without "# package" lines between them, and calls yield for each.
func Decode(r io.Reader, yield func(Tree) error) error {
	data, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	var clean bytes.Buffer
	for line := range bytes.Lines(data) {
		if !bytes.HasPrefix(line, []byte("#")) {
			clean.Write(line)
		}
	}
	dec := json.NewDecoder(&clean)
	for {
		var t Tree
		if err := dec.Decode(&t); err == io.EOF {
			return nil
		} else if err != nil {
			return fmt.Errorf("output of go vet -json: %w", err)
		}
		if err := yield(t); err != nil {
			return err
		}
	}
}

// Relative returns file relative to dir if that is shorter to read, and file
// otherwise.
func Relative(dir, file string) string {
	rel, err := filepath.Rel(dir, file)
	if err != nil || strings.HasPrefix(rel, ".."+string(filepath.Separator)+"..") {
		return file
	}
	return rel
}
