package configfile

import (
	"fmt"
	"regexp"
	"slices"
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
		for i, f := range fields {
			if !rePlain.MatchString(f) || reWord.MatchString(f) {
				fields[i] = fmt.Sprintf("%q", f)
			}
		}
		fmt.Fprintf(&b, "  fields: [%s]\n", strings.Join(fields, ", "))
	} else {
		fmt.Fprintf(&b, "  # %s\n", why(s))
		b.WriteString("  # To declare an envelope, write the keys that every error response shall have:\n  # name or name:type (bool, number, string, array, object).\n  # fields: [code:number, message:string]\n")
	}
	if h := s.Convention.Helper; s.Known && !s.Convention.Returned && s.Convention.Kind == envelope.JSON && strings.HasPrefix(h, module) {
		fmt.Fprintf(&b, "\n  # The functions that write it; messages name them.\n  writers: [%s]\n", h)
	}
	surfaces(&b, s, module)
	return []byte(b.String())
}

// rePlain are the texts that YAML reads as strings without quotes, but for those
// of reWord.
var (
	rePlain = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_-]*(:[a-z]+)?$`)
	reWord  = regexp.MustCompile(`(?i)^(y|n|yes|no|on|off|true|false|null)$`)
)

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
	words := make(map[string]string) // by path, of all packages with a convention
	for _, path := range s.Others {
		words[path] = ""
	}
	var mixed []string
	for _, p := range s.Surfaces {
		words[p.Path] = envelopeOf(p)
		if !p.Known {
			mixed = append(mixed, relative(p.Path, module)+" none")
		}
	}
	var sure []string
	for _, p := range s.Surfaces {
		if !p.Known {
			continue
		}
		line := relative(folder(p.Path, module, words), module) + " " + words[p.Path]
		if !slices.Contains(sure, line) {
			sure = append(sure, line)
		}
	}
	b.WriteString("\n  # Packages with an envelope of their own, or with none: a pattern of packages,\n  # then the keys, or json for any keys, or none.\n")
	if len(sure) > 0 {
		b.WriteString("  surfaces:\n")
	} else if len(mixed) == 0 {
		b.WriteString("  # surfaces:\n  #   - \"./oauth/... none\"\n")
	}
	for _, line := range sure {
		fmt.Fprintf(b, "    - %q\n", line)
	}
	if len(mixed) > 0 {
		b.WriteString("  # In these no form dominates:\n  # surfaces:\n")
	}
	for _, line := range mixed {
		fmt.Fprintf(b, "  #   - %q\n", line)
	}
}

// envelopeOf returns the words for the envelope of a surface.
func envelopeOf(p envelope.SurfaceOf) string {
	switch fields := Fields(p.Convention.Shape); {
	case !p.Known || p.Convention.Kind != envelope.JSON:
		return "none"
	case len(fields) == 0:
		return "json"
	default:
		return strings.Join(fields, " ")
	}
}

// folder returns the pattern for a package: that of the highest folder below the
// module in which several packages have a convention, and all the same one, or
// the package's own path.
func folder(path, module string, words map[string]string) string {
	elems := strings.Split(strings.TrimPrefix(path, module+"/"), "/")
	for n := 1; n <= len(elems); n++ {
		dir := module + "/" + strings.Join(elems[:n], "/")
		same, others := 0, 0
		for p, w := range words {
			if p != dir && !strings.HasPrefix(p, dir+"/") {
				continue
			}
			if w == words[path] {
				same++
			} else {
				others++
			}
		}
		if same > 1 && others == 0 {
			return dir + "/..."
		}
	}
	return path
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
