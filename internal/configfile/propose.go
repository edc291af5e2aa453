package configfile

import (
	"fmt"
	"strings"

	"github.com/prodvet/prodvet/internal/envelope"
	"github.com/prodvet/prodvet/internal/jsonshape"
)

// Propose returns a commented configuration for a service that answers errors
// as the census says. Census is its table, which becomes a comment; module is
// the path of the module, by which packages are written "./dir".
func Propose(s envelope.Summary, census, module string) []byte {
	var b strings.Builder
	b.WriteString("# The configuration of prodvet, begun by `prodvet init`.\n#\n# How the service answers errors today:\n#\n")
	for line := range strings.Lines(census) {
		b.WriteString(strings.TrimRight("#   "+strings.TrimRight(line, "\n"), " ") + "\n")
	}
	b.WriteString("\nerrenvelope:\n")
	if fields := Fields(s.Convention.Shape); s.Known && s.Convention.Kind == envelope.JSON && len(fields) > 0 {
		b.WriteString("  # The keys that every error response has: name or name:type (bool, number,\n  # string, array, object). Further keys are no fault.\n")
		fmt.Fprintf(&b, "  fields: [%s]\n", strings.Join(fields, ", "))
	} else {
		fmt.Fprintf(&b, "  # %s\n", why(s))
		b.WriteString("  # To declare an envelope, write the keys that every error response shall have:\n  # name or name:type (bool, number, string, array, object).\n  # fields: [code:number, message:string]\n")
	}
	if h := s.Convention.Helper; s.Known && s.Convention.Kind == envelope.JSON && strings.HasPrefix(h, module) {
		fmt.Fprintf(&b, "\n  # The functions that write it; messages name them.\n  writers: [%s]\n", h)
	}
	surfaces(&b, s, module)
	return []byte(b.String())
}

// why says why no envelope is proposed.
func why(s envelope.Summary) string {
	switch {
	case len(s.Rows) == 0:
		return "No error responses were found."
	case !s.Known:
		return "No form of error responses dominates, so none is proposed."
	case s.Convention.Kind == envelope.JSON:
		return "Errors are JSON, but with no keys that dominate, so none are proposed."
	case s.Convention.Kind == envelope.HTML:
		return "Errors are pages: there is no envelope to hold them against."
	}
	return "Errors are texts or a status alone: there is no envelope to hold them against."
}

// surfaces writes the packages that differ. One in which no form dominates is
// only mentioned: it may be where the errors are that the envelope is to repair.
func surfaces(b *strings.Builder, s envelope.Summary, module string) {
	var sure, mixed strings.Builder
	for _, p := range s.Surfaces {
		path := relative(p.Path, module)
		switch fields := Fields(p.Convention.Shape); {
		case !p.Known:
			fmt.Fprintf(&mixed, "  #   - %q\n", path+" none")
		case p.Convention.Kind != envelope.JSON:
			fmt.Fprintf(&sure, "    - %q\n", path+" none")
		case len(fields) == 0:
			fmt.Fprintf(&sure, "    - %q\n", path+" json")
		default:
			fmt.Fprintf(&sure, "    - %q\n", path+" "+strings.Join(fields, " "))
		}
	}
	b.WriteString("\n  # Packages with an envelope of their own, or with none: a pattern of packages,\n  # then the keys, or json for any keys, or none.\n")
	if sure.Len() > 0 {
		b.WriteString("  surfaces:\n" + sure.String())
	} else if mixed.Len() == 0 {
		b.WriteString("  # surfaces:\n  #   - \"./oauth/... none\"\n")
	}
	if mixed.Len() > 0 {
		b.WriteString("  # In these no form dominates:\n  # surfaces:\n" + mixed.String())
	}
}

func relative(path, module string) string {
	if path == module {
		return "."
	}
	if rest, ok := strings.CutPrefix(path, module+"/"); ok && module != "" {
		return "./" + rest
	}
	return path
}

// Fields returns the keys of an envelope as the option fields has them: those
// that are always there, or all if none is.
func Fields(s jsonshape.Shape) (fields []string) {
	optional := true
	for _, k := range s.Keys {
		optional = optional && k.Optional
	}
	for _, k := range s.Keys {
		if k.Optional && !optional {
			continue
		}
		if strings.ContainsAny(k.Name, " ,:#\"'[]{}") || k.Name == "" {
			return nil // no option can have it
		}
		field := k.Name
		if k.Type > jsonshape.Null {
			field += ":" + k.Type.String()
		}
		fields = append(fields, field)
	}
	return fields
}
