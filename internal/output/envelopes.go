package output

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/prodvet/prodvet/internal/envelope"
)

// Envelopes writes the census of a service's error responses in a format: for
// people, or as JSON.
func Envelopes(w io.Writer, format string, s envelope.Summary) error {
	if format == FormatJSON {
		return envelopesJSON(w, s)
	}
	_, err := io.WriteString(w, EnvelopesText(s))
	return err
}

// EnvelopesText returns the census as a table, and below it what follows from it.
func EnvelopesText(s envelope.Summary) string {
	var b strings.Builder
	if len(s.Rows) == 0 {
		return "no error responses found\n"
	}
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "SITES\tKIND\tSHAPE\tHELPER\tPACKAGES")
	for _, r := range s.Rows {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", sites(r.Form), r.Kind, dash(r.Shape), dash(r.Helper), packages(r.Packages))
	}
	if err := w.Flush(); err != nil {
		return "" // a strings.Builder has none
	}
	fmt.Fprintf(&b, "\n%s\n", Conclusion(s))
	for _, p := range s.Surfaces {
		if p.Known {
			fmt.Fprintf(&b, "  %s: %s\n", p.Path, describe(p.Convention))
		} else {
			fmt.Fprintf(&b, "  %s: no form of error responses dominates\n", p.Path)
		}
	}
	return b.String()
}

// sites returns how often there is a form: "12", or "12+3?" where it is not
// known of three whether they answer an error.
func sites(f envelope.Form) string {
	switch {
	case f.Answers == 0:
		return fmt.Sprint(f.Sites)
	case f.Sites == 0:
		return fmt.Sprintf("%d?", f.Answers)
	}
	return fmt.Sprintf("%d+%d?", f.Sites, f.Answers)
}

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func packages(paths []string) string {
	if len(paths) == 1 {
		return paths[0]
	}
	return count(len(paths), "package")
}

// Conclusion says in one line what errors of a service are like.
func Conclusion(s envelope.Summary) string {
	switch {
	case !s.Known && len(s.Surfaces) > 0:
		return "no form of error responses dominates the service, but in"
	case !s.Known:
		return "no form of error responses dominates"
	case len(s.Surfaces) > 0 && s.Convention.Kind == envelope.JSON && !s.Convention.Shape.Known():
		return describe(s.Convention) + "; in particular in"
	case len(s.Surfaces) > 0:
		return describe(s.Convention) + "; otherwise in"
	}
	return describe(s.Convention)
}

func describe(c envelope.Convention) string {
	share := fmt.Sprintf("%d of %d error responses are ", c.Sites, c.Total)
	switch c.Kind {
	case envelope.JSON:
		text := share + "JSON"
		if c.Shape.Known() {
			text += ", objects with " + c.Keys()
		} else {
			text += ", but not with the same keys"
		}
		if c.Helper != "" {
			text += ", by " + c.Helper
		}
		return text
	case envelope.Text:
		return share + "text"
	case envelope.Empty:
		return share + "a status without a body"
	}
	return share + "pages"
}

// The JSON form of a census.
type (
	censusJSON struct {
		Forms    []rowJSON       `json:"forms"`
		Envelope *conventionJSON `json:"envelope"` // null if none dominates
		Surfaces []surfaceJSON   `json:"surfaces"`
	}
	rowJSON struct {
		envelope.Form
		Packages []string `json:"packages"`
	}
	conventionJSON struct {
		Kind   envelope.Kind `json:"kind"`
		Shape  string        `json:"shape,omitempty"`
		Helper string        `json:"helper,omitempty"`
		Sites  int           `json:"sites"`
		Total  int           `json:"total"`
	}
	surfaceJSON struct {
		Package  string          `json:"package"`
		Envelope *conventionJSON `json:"envelope"`
	}
)

func toJSON(c envelope.Convention, known bool) *conventionJSON {
	if !known {
		return nil
	}
	return &conventionJSON{c.Kind, envelope.TextOf(c.Shape), c.Helper, c.Sites, c.Total}
}

func envelopesJSON(w io.Writer, s envelope.Summary) error {
	out := censusJSON{Forms: []rowJSON{}, Envelope: toJSON(s.Convention, s.Known), Surfaces: []surfaceJSON{}}
	for _, r := range s.Rows {
		out.Forms = append(out.Forms, rowJSON(r))
	}
	for _, p := range s.Surfaces {
		out.Surfaces = append(out.Surfaces, surfaceJSON{p.Path, toJSON(p.Convention, p.Known)})
	}
	data, err := json.MarshalIndent(out, "", "\t")
	if err != nil {
		return err
	}
	_, err = w.Write(append(data, '\n'))
	return err
}
