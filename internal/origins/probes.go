package origins

import (
	"net/url"
	"regexp/syntax"
	"slices"
	"strings"
)

// probe is an origin to try, and what it would show if it got in.
type probe struct {
	origin string
	gap    Gap
	about  string // the domain that lets it in
}

// strangers are origins that no check knows. Three are let in by those only that
// let in all that are of their scheme.
var strangers = map[string][]string{
	"https": {"https://evil.example", "https://stranger.test", "https://attacker-7.net"},
	"http":  {"http://evil.example", "http://stranger.test", "http://attacker-7.net"},
}

// seeds are tried first, for what they are compared with.
var seeds = []string{
	"https://evil.example", "http://evil.example", "https://trusted.example", "https://app.trusted.example:8443",
	"http://localhost:3000", "https://localhost", "null",
}

// serialised reports whether a browser could send s as the Origin of a page: a
// scheme, a host and perhaps a port.
func serialised(s string) bool {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || s != u.Scheme+"://"+u.Host || u.User != nil {
		return false
	}
	port := u.Port()
	return (port != "" || !strings.HasSuffix(u.Host, ":")) && len(port) < 6 && isHost(u.Hostname())
}

// isHost reports whether a browser would take s for a host.
func isHost(s string) bool {
	if isAddress(s) {
		return true
	}
	if len(s) > 253 {
		return false
	}
	labels := strings.Split(s, ".")
	for _, l := range labels {
		if l == "" || len(l) > 63 || strings.HasPrefix(l, "-") || strings.HasSuffix(l, "-") ||
			strings.Trim(l, "abcdefghijklmnopqrstuvwxyz0123456789-_") != "" {
			return false
		}
	}
	return strings.Trim(labels[len(labels)-1], "0123456789") != ""
}

func hostOf(origin string) string {
	u, err := url.Parse(origin)
	if err != nil {
		return ""
	}
	return u.Hostname()
}

// shape is what a text that origins are compared with says of them.
type shape struct {
	schemes []string
	host    string // with what is left of a wildcard or dot taken off
	cut     bool   // the text ends within the host: "https://app."
	ports   []string
}

func shapeOf(s string) (shape, bool) {
	sh := shape{schemes: []string{"https", "http"}, ports: []string{""}}
	s = strings.ToLower(strings.TrimSpace(s))
	if scheme, rest, ok := strings.Cut(s, "://"); ok {
		s = rest
		if scheme == "http" || scheme == "https" {
			sh.schemes = []string{scheme}
		} else if isLetters(scheme) && scheme != "" {
			sh.schemes = []string{scheme} // of an app or an extension
		}
	}
	s, _, _ = strings.Cut(strings.TrimPrefix(s, "//"), "/")
	s, port, hasPort := cutPort(s)
	if hasPort {
		sh.ports = []string{port, "3000"}
		if port != "" && strings.Trim(port, "0123456789") == "" {
			sh.ports = []string{port}
		}
	}
	s = strings.ReplaceAll(strings.TrimLeft(s, "*.^"), "?", ".")
	whole := strings.TrimRight(s, "*")
	sh.cut = whole != s || strings.HasSuffix(whole, ".") || strings.HasSuffix(whole, "-")
	sh.host = strings.Trim(strings.ReplaceAll(whole, "*", "x"), ".")
	if !hasPort && isLocal(sh.host) {
		sh.ports = append(sh.ports, "3000")
	}
	return sh, sh.host != "" && strings.Trim(sh.host, "abcdefghijklmnopqrstuvwxyz0123456789-_.[]:") == ""
}

// cutPort cuts the port from a host.
func cutPort(s string) (host, port string, ok bool) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 || strings.HasSuffix(s, "]") {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}

// hosts returns hosts that the text names, completed where it says a part.
func (sh shape) hosts() []string {
	base := strings.TrimRight(sh.host, "-")
	switch {
	case isPublicSuffix(sh.host):
		return []string{"trusted." + sh.host}
	case sh.cut && !strings.Contains(base, "."):
		return []string{base + ".com", base + "-app.com", base + ".trusted.com"}
	case sh.cut:
		return []string{base, base + ".com"}
	case strings.Contains(sh.host, ".") || sh.host == "localhost" || isAddress(sh.host):
		return []string{sh.host}
	}
	return []string{sh.host + ".com", sh.host + ".trusted.com", "app-" + sh.host + ".com", sh.host}
}

// legitimate returns origins that are meant to get in.
func (sh shape) legitimate() []string {
	var origins []string
	for _, h := range sh.hosts() {
		origins = append(origins, sh.origins(h)...)
		if !isAddress(h) {
			origins = append(origins, sh.origins("app."+h)...)
			origins = append(origins, sh.origins("www."+h)...)
		}
	}
	return origins
}

func (sh shape) origins(host string) []string {
	var origins []string
	for _, scheme := range sh.schemes {
		for _, port := range sh.ports {
			o := scheme + "://" + host
			if port != "" {
				o += ":" + port
			}
			if serialised(o) {
				origins = append(origins, o)
			}
		}
	}
	return origins
}

// illegitimate returns origins of others that a careless check lets in.
func (sh shape) illegitimate() []probe {
	var probes []probe
	add := func(gap Gap, hosts ...string) {
		for _, h := range hosts {
			for _, o := range sh.origins(h) {
				probes = append(probes, probe{o, gap, sh.host})
			}
		}
	}
	if isPublicSuffix(sh.host) {
		add(GapShared, "evil."+sh.host, "evil-app."+sh.host)
	}
	add(GapSuffix, "evil"+sh.host, "evil-"+sh.host)
	add(GapPrefix, sh.host+".evil.example", "app."+sh.host+".evil.example", sh.host+"evil.example")
	add(GapPrefix, "evil"+sh.host+".evil.example")
	for i := range sh.host {
		if sh.host[i] == '.' {
			h := sh.host[:i] + "x" + sh.host[i+1:]
			add(GapAny, h, "app."+h, "appx"+sh.host)
		}
	}
	add(GapAny, "appx"+sh.host)
	return probes
}

// between returns origins that begin with one text and end with another.
func between(first, last string) (legitimate []string, probes []probe) {
	sh, ok := shapeOf(last)
	_, host, hasScheme := strings.Cut(first, "://")
	if !ok || !hasScheme || host == "" || strings.Contains(host, ".") || strings.Contains(last, "://") {
		return nil, nil
	}
	for _, mid := range []string{"", "app", "-app", "app."} {
		if o := first + mid + last; serialised(o) {
			legitimate = append(legitimate, o)
		}
	}
	for _, mid := range []string{"evil", "-evil", ".evil"} {
		gap := GapSuffix
		if strings.HasPrefix(last, ".") {
			gap = GapShared
		}
		if o := first + mid + last; serialised(o) {
			probes = append(probes, probe{o, gap, sh.host})
		}
	}
	return legitimate, probes
}

// samples returns texts that are like those that a regular expression was
// written for: a dot that stands for any character is a dot, and so on.
func samples(re string) []string {
	parsed, err := syntax.Parse(re, syntax.Perl)
	if err != nil {
		return nil
	}
	texts := segments(parsed)
	for _, s := range sample(parsed) {
		if s != "" && !slices.Contains(texts, s) {
			texts = append(texts, s)
		}
	}
	return texts
}

// maxSamples bounds the texts that are made of one regular expression.
const maxSamples = 12

func sample(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		return []string{strings.ToLower(string(re.Rune))}
	case syntax.OpCharClass:
		return []string{ofClass(re.Rune)}
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return []string{"."}
	case syntax.OpCapture:
		return sample(re.Sub[0])
	case syntax.OpStar, syntax.OpQuest:
		return limit(append(repeated(re.Sub[0]), ""))
	case syntax.OpPlus, syntax.OpRepeat:
		return limit(repeated(re.Sub[0]))
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			all = append(all, sample(sub)...)
		}
		return limit(all)
	case syntax.OpConcat:
		all := []string{""}
		for _, sub := range re.Sub {
			var longer []string
			for _, tail := range sample(sub) {
				for _, head := range all {
					longer = append(longer, head+tail)
				}
			}
			all = limit(longer)
		}
		return all
	}
	return []string{""}
}

// repeated is sample of what may come several times.
func repeated(re *syntax.Regexp) []string {
	if re.Op == syntax.OpAnyChar || re.Op == syntax.OpAnyCharNotNL {
		return []string{"app"}
	}
	return sample(re)
}

func limit(texts []string) []string {
	if len(texts) > maxSamples {
		return texts[:maxSamples]
	}
	return texts
}

// ofClass returns a character of a class, which is given by its ranges.
func ofClass(ranges []rune) string {
	for _, c := range "a0x-" {
		for i := 0; i+1 < len(ranges); i += 2 {
			if ranges[i] <= c && c <= ranges[i+1] {
				return string(c)
			}
		}
	}
	if len(ranges) > 0 {
		return string(ranges[0])
	}
	return ""
}

// segments returns the longest runs of characters of a regular expression, with
// dots that stand for any character.
func segments(re *syntax.Regexp) []string {
	if re.Op != syntax.OpConcat {
		var all []string
		for _, sub := range re.Sub {
			all = append(all, segments(sub)...)
		}
		return limit(all)
	}
	var all []string
	var run strings.Builder
	flush := func() {
		if s := run.String(); strings.Contains(strings.Trim(s, "."), ".") {
			all = append(all, s)
		}
		run.Reset()
	}
	for _, sub := range re.Sub {
		switch sub.Op {
		case syntax.OpLiteral:
			run.WriteString(strings.ToLower(string(sub.Rune)))
		case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
			run.WriteByte('.')
		default:
			flush()
			all = append(all, segments(sub)...)
		}
	}
	flush()
	return limit(all)
}
