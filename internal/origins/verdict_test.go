package origins

import (
	"go/ast"
	"strings"
	"testing"
)

func TestCredentials(t *testing.T) {
	for _, test := range []struct{ name, src, want string }{
		{"host only", body(`u, err := url.Parse(o); return err == nil && u.Hostname() == "trusted.com"`), "loose http://trusted.com"},
		{"suffix with the dot", body(`return strings.HasSuffix(o, ".trusted.com")`), "loose http://app.trusted.com"},
		{"regexp without a scheme", body(`return regexp.MustCompile("^[a-z]+://trusted\\.com$").MatchString(o)`), "loose http://trusted.com"},
		{"host of the configuration", body(`u, err := url.Parse(o); return err == nil && u.Host == os.Getenv("HOST")`), "loose http://trusted.example"},

		{"https", body(`return o == "https://trusted.com"`), "tight"},
		{"scheme checked", body(`u, err := url.Parse(o); return err == nil && u.Scheme == "https" && u.Host == "trusted.com"`), "tight"},
		{"http is on the list", body(`return o == "https://trusted.com" || o == "http://trusted.com"`), "tight"},
		{"http in the regexp", body(`return regexp.MustCompile("^https?://trusted\\.com$").MatchString(o)`), "tight"},
		{"http as a scheme", body(`u, err := url.Parse(o); return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host == "trusted.com"`), "tight"},
		{"localhost", body(`u, err := url.Parse(o); return err == nil && u.Hostname() == "localhost"`), "tight"},
		{"loopback", body(`u, err := url.Parse(o); return err == nil && (u.Hostname() == "127.0.0.1" || u.Hostname() == "::1")`), "tight"},
		{"private network", body(`u, err := url.Parse(o); return err == nil && u.Hostname() == "192.168.1.10"`), "tight"},
		{"name in a private network", body(`u, err := url.Parse(o); return err == nil && u.Hostname() == "app.internal"`), "tight"},
	} {
		t.Run(test.name, func(t *testing.T) {
			v := check(t, test.src, true).Judge(true)
			if got := describe(v); got != test.want {
				t.Errorf("got %s (%+v), want %s", got, v, test.want)
			}
			if v := check(t, test.src, true).Judge(false); v.Kind != Tight {
				t.Errorf("without credentials: got %+v, want tight", v)
			}
		})
	}
}

// prefixSuffix is how most libraries match a pattern with one *.
func prefixSuffix(pattern string) func(string) bool {
	before, after, wild := strings.Cut(pattern, "*")
	return func(o string) bool {
		if !wild {
			return o == pattern
		}
		return len(o) >= len(before)+len(after) && strings.HasPrefix(o, before) && strings.HasSuffix(o, after)
	}
}

func TestPattern(t *testing.T) {
	for _, test := range []struct {
		pattern     string
		credentials bool
		want, why   string
	}{
		{"*", true, "everyone https://evil.example", ""},
		{"https://*", true, "everyone https://evil.example", ""},
		{"http*", true, "everyone https://evil.example", ""},
		{"http://*", true, "everyone http://evil.example", ""},
		{"*.com", true, "loose https://evil.com", "anyone can register a domain under com"},
		{"https://*.com", true, "loose https://evil.com", "anyone can register a domain under com"},
		{"*trusted.com", true, "loose https://eviltrusted.com", "the pattern does not require a dot before trusted.com"},
		{"https://trusted.com*", true, "loose https://trusted.com.evil.example", "the pattern lets the host go on after trusted.com"},
		{"https://trusted.*", true, "loose https://trusted.evil.example", "the pattern lets the host go on after trusted"},
		{"https://*.vercel.app", false, "loose https://evil.vercel.app", "anyone can have a host under vercel.app"},
		{"https://*.github.io", false, "loose https://evil.github.io", "anyone can have a host under github.io"},
		{"https://*.co.uk", false, "loose https://evil.co.uk", "anyone can register a domain under co.uk"},
		{"https://myapp-*.vercel.app", false, "loose https://myapp-evil.vercel.app", "anyone can have a host under vercel.app"},
		{"http://localhost*", false, "loose http://localhost.evil.example", "the pattern lets the host go on after localhost"},
		{"null", true, "loose null", "sandboxed frames of any site send the origin null"},
		{"*.trusted.com", true, "loose http://app.trusted.com", "the scheme is not checked, and whoever is on the network can answer for http://"},

		{"*.trusted.com", false, "tight", ""},
		{"https://*.trusted.com", true, "tight", ""},
		{"https://trusted.com", true, "tight", ""},
		{"http://trusted.com", true, "tight", ""},
		{"https://myapp.vercel.app", true, "tight", ""},
		{"https://*.myapp.vercel.app", true, "tight", ""},
		{"https://preview-*.trusted.com", true, "tight", ""},
		{"http://localhost:*", true, "tight", ""},
		{"http://localhost:3000", true, "tight", ""},
		{"http://127.0.0.1:*", true, "tight", ""},
		{"https://trusted.com:*", true, "tight", ""},
		{"https://10.0.0.1", true, "tight", ""},
		{"chrome-extension://abcdefghijklmnop", true, "tight", ""},
		{"", true, "tight", ""},
		{"trusted.com", true, "tight", ""}, // an entry that matches nothing
		{"https://*.internal", true, "tight", ""},
		{"https://*.mycorp", true, "tight", ""},
	} {
		t.Run(test.pattern, func(t *testing.T) {
			v := Pattern([]string{test.pattern}, prefixSuffix(test.pattern)).Judge(test.credentials)
			if got := describe(v); got != test.want || v.Why != test.why {
				t.Errorf("got %s because %s (%+v), want %s because %s", got, v.Why, v, test.want, test.why)
			}
		})
	}
}

// The patterns of echo v4, in which ? is any character, and a list of which one is
// careless.
func TestPatterns(t *testing.T) {
	v := Pattern([]string{"https://trusted?com"}, func(o string) bool { return o == "https://trusted.com" || o == "https://trustedxcom" }).Judge(true)
	if got := describe(v); got != "loose https://trustedxcom" || v.Why != "the pattern takes another character for the dot of trusted.com" {
		t.Errorf("got %s: %+v", got, v)
	}
	list := []string{"https://a.com", "https://*.b.com", "https://*c.com"}
	v = Pattern(list, func(o string) bool {
		for _, p := range list {
			if prefixSuffix(p)(o) {
				return true
			}
		}
		return false
	}).Judge(true)
	if got := describe(v); got != "loose https://evilc.com" {
		t.Errorf("got %s: %+v", got, v)
	}
}

func TestRegexp(t *testing.T) {
	for _, test := range []struct{ text, want, repaired string }{
		{`^https://trusted\.com`, "loose https://trusted.com.evil.example", `^https://trusted\.com$`},
		{`https://trusted\.com`, "loose https://trusted.com.evil.example", `^https://trusted\.com$`},
		{`https://trusted\.com$`, "tight", ""},
		{`^https://trusted.com$`, "loose https://trustedxcom", `^https://trusted\.com$`},
		{`^https://app.trusted.com`, "loose https://app.trusted.com.evil.example", `^https://app\.trusted\.com$`},
		{`^https://.*.trusted.com$`, "loose https://eviltrusted.com", `^https://.*\.trusted\.com$`},
		{`^https://(a.trusted.com|b.trusted.com)`, "loose https://a.trusted.com.evil.example", `^https://(a\.trusted\.com|b\.trusted\.com)$`},
		{`https://a\.com|https://b\.com`, "loose https://a.com.evil.example", `^(?:https://a\.com|https://b\.com)$`},
		{`^https://[a-z.]+.trusted.com$`, "loose https://eviltrusted.com", `^https://[a-z.]+\.trusted\.com$`},
		{`^https://.*trusted\.com$`, "loose https://eviltrusted.com", ""}, // what was meant?
		{`trusted\.com`, "loose https://eviltrusted.com", ""},             // anchored it would match nothing
		{`\.vercel\.app$`, "loose https://evil.vercel.app", ""},
		{`^https?://localhost`, "loose https://localhost.evil.example", `^https?://localhost(:[0-9]+)?$`},
		{`.*`, "everyone https://evil.example", ""},
		{``, "everyone https://evil.example", ""},
		{`^https://`, "everyone https://evil.example", ""},
		{`^https?://.+$`, "everyone https://evil.example", ""},

		{`^https://trusted\.com$`, "tight", ""},
		{`\Ahttps://trusted\.com\z`, "tight", ""},
		{`(?i)^https://trusted\.com$`, "tight", ""},
		{`^https://([a-z0-9-]+\.)*trusted\.com(:\d+)?$`, "tight", ""},
		{`^https://[^.]+\.trusted\.com$`, "tight", ""},
		{`^https://pr-\d+\.preview\.trusted\.com$`, "tight", ""},
		{`^https?://(localhost|127\.0\.0\.1)(:\d+)?$`, "tight", ""},
		{`^https://myapp-[a-z0-9]+-myteam\.vercel\.app$`, "tight", ""},
		{`^(https://a\.com|https://b\.com)$`, "tight", ""},
		{`^chrome-extension://[a-p]{32}$`, "tight", ""},
		{`[`, "unknown", ""},
	} {
		t.Run(test.text, func(t *testing.T) {
			v := Regexp(test.text).Judge(false)
			if got := describe(v); got != test.want || v.Repaired != test.repaired {
				t.Errorf("got %s, repaired %s (%+v), want %s, %s", got, v.Repaired, v, test.want, test.repaired)
			}
			if v.Repaired != "" {
				if again := Regexp(v.Repaired).Judge(false); again.Kind != Tight {
					t.Errorf("repaired: %+v", again)
				}
			}
		})
	}
}

// The literal that a fix has to change is the one that lets the witness in.
func TestRegexpLiteral(t *testing.T) {
	v := check(t, `var good = regexp.MustCompile("^https://a\\.com$")
var bad = regexp.MustCompile("^https://b\\.com")
func check(o string) bool { return good.MatchString(o) || bad.MatchString(o) }`, true).Judge(true)
	lit, ok := v.Regexp.(*ast.BasicLit)
	if !ok || lit.Value != `"^https://b\\.com"` || v.Repaired != `^https://b\.com$` || v.Why != "the regular expression has no $ at its end" {
		t.Errorf("got %+v (%v)", v, lit)
	}
	v = check(t, `const start = "^https://"
func check(o string) bool { return regexp.MustCompile(start+"b\\.com").MatchString(o) }`, true).Judge(true)
	if v.Kind != Loose || v.Regexp != nil || v.Repaired != "" {
		t.Errorf("got %+v: not written in one piece", v)
	}
}

func TestWhy(t *testing.T) {
	for _, test := range []struct{ body, why, assuming string }{
		{`return strings.HasSuffix(o, "trusted.com")`, "strings.HasSuffix does not require a dot before trusted.com", ""},
		{`return strings.HasPrefix(o, "https://trusted.com")`, "strings.HasPrefix lets the host go on after trusted.com", ""},
		{`return strings.Contains(o, "trusted.com")`, "strings.Contains finds trusted.com anywhere in a host", ""},
		{`return strings.HasPrefix(o, "https://") && strings.HasSuffix(o, "trusted.com")`, "strings.HasSuffix does not require a dot before trusted.com", ""},
		{`return strings.HasSuffix(o, ".netlify.app")`, "anyone can have a host under netlify.app", ""},
		{`return regexp.MustCompile("^https://trusted.com$").MatchString(o)`, "a dot of the regular expression stands for any character", ""},
		{`return regexp.MustCompile("trusted\\.com$").MatchString(o)`, "the regular expression does not require a dot before trusted.com", ""},
		{`return strings.HasPrefix(o, "https://")`, "strings.HasPrefix looks at the scheme only", ""},
		{`return strings.HasPrefix(o, os.Getenv("ORIGIN"))`, "strings.HasPrefix lets the host go on after trusted.example", `os.Getenv("ORIGIN") is "https://trusted.example"`},
		{`return len(o) > 11 && o[len(o)-11:] == "trusted.com"`, "the check does not require a dot before trusted.com", ""},
		{`return true`, "", ""},
	} {
		v := check(t, body(test.body), true).Judge(true)
		if v.Why != test.why || v.Assuming != test.assuming {
			t.Errorf("%s: got %q, assuming %q, want %q, %q", test.body, v.Why, v.Assuming, test.why, test.assuming)
		}
	}
}

// What is written elsewhere is said to be.
func TestAssuming(t *testing.T) {
	e, f := load(t, `var suffix = flag.String("cors-suffix", "trusted.com", "")
func check(o string) bool { return strings.HasSuffix(o, *suffix) }`, true)
	e = New(e.view.ByDefault(), e.info)
	v := e.Func(f.Decls[len(f.Decls)-1].(*ast.FuncDecl).Name).Judge(false)
	if v.Witness != "https://eviltrusted.com" || v.Assuming != `-cors-suffix is "trusted.com" by default` {
		t.Errorf("got %+v", v)
	}
}
