package origins

import "testing"

// body is a check with only a body.
func body(s string) string { return "func check(o string) bool {\n" + s + "\n}" }

var funcTests = []struct{ name, src, want string }{
	// Everyone.
	{"true", body(`return true`), "everyone https://evil.example"},
	{"not empty", body(`return o != ""`), "everyone https://evil.example"},
	{"length", body(`return len(o) > 0`), "everyone https://evil.example"},
	{"any https", body(`return strings.HasPrefix(o, "https://")`), "everyone https://evil.example"},
	{"any http", body(`return strings.HasPrefix(o, "http://")`), "everyone http://evil.example"},
	{"logs, then returns true", body(`log.Println("origin", o); return true`), "everyone https://evil.example"},
	{"parses only", body(`u, err := url.Parse(o); if err != nil { return false }; return u.Scheme == "https"`), "everyone https://evil.example"},
	{"named result", `func check(o string) (ok bool) { ok = true; return }`, "everyone https://evil.example"},
	{"all but one", body(`return o != "https://bad.com"`), "everyone https://evil.example"},
	{"true and nil", `func check(o string) (bool, error) { return true, nil }`, "everyone https://evil.example"},
	{"origin and true", `func check(_ int, o string) (string, bool, error) { return o, true, nil }`, "everyone https://evil.example"},
	{"true and headers", `func check(r *http.Request, o string) (bool, []string) { return true, nil }`, "everyone https://evil.example"},
	{"returns the origin", `func check(o string) string { return o }`, "everyone https://evil.example"},
	{"through a helper", `func all(string) bool { return true }
func check(o string) bool { return all(o) }`, "everyone https://evil.example"},
	{"any method", `type s struct{}
func (s) allow(o string) bool { return true }
var check = s{}.allow`, "everyone https://evil.example"},
	{"every regexp", `var check = regexp.MustCompile(".*").MatchString`, "everyone https://evil.example"},
	{"loop that adds nothing", body(`for _, a := range []string{"https://a.com"} { if a == o { return true } }; return true`), "everyone https://evil.example"},

	// Loose.
	{"suffix", body(`return strings.HasSuffix(o, "trusted.com")`), "loose https://eviltrusted.com"},
	{"prefix", body(`return strings.HasPrefix(o, "https://trusted.com")`), "loose https://trusted.com.evil.example"},
	{"contains", body(`return strings.Contains(o, "trusted.com")`), "loose https://eviltrusted.com"},
	{"contains with the dot", body(`return strings.Contains(o, ".trusted.com")`), "loose https://app.trusted.com.evil.example"},
	{"contains a name", body(`return strings.Contains(o, "trusted")`), "loose https://trusted.evil.example"},
	{"index", body(`return strings.Index(o, "trusted.com") >= 0`), "loose https://eviltrusted.com"},
	{"count", body(`return strings.Count(o, "trusted.com") == 1`), "loose https://eviltrusted.com"},
	{"suffix of the host", body(`u, err := url.Parse(o); if err != nil { return false }; return u.Scheme == "https" && strings.HasSuffix(u.Hostname(), "trusted.com")`), "loose https://eviltrusted.com"},
	{"prefix of localhost", body(`return strings.HasPrefix(o, "http://localhost")`), "loose http://localhost.evil.example"},
	{"prefix of an address", body(`return strings.HasPrefix(o, "http://192.168.")`), "loose http://192.168.evil.example"},
	{"unanchored", `var re = regexp.MustCompile("^https://trusted\\.com")
var check = re.MatchString`, "loose https://trusted.com.evil.example"},
	{"not anchored at all", `var re = regexp.MustCompile("trusted\\.com")
func check(o string) bool { return re.MatchString(o) }`, "loose https://eviltrusted.com"},
	{"bare dot", `var re = regexp.MustCompile("^https://trusted.com$")
func check(o string) bool { return re.MatchString(o) }`, "loose https://trustedxcom"},
	{"bare dot before the domain", `var re = regexp.MustCompile("^https://[a-z]+.trusted\\.com$")
func check(o string) bool { return re.MatchString(o) }`, "loose https://eviltrusted.com"},
	{"regexp in place", body(`ok, _ := regexp.MatchString("^https://app.trusted\\.com$", o); return ok`), "loose https://appxtrusted.com"},
	{"any subdomain of the domain's end", body(`return regexp.MustCompile("^https://.*trusted\\.com$").MatchString(o)`), "loose https://eviltrusted.com"},
	{"shared suffix", body(`return strings.HasPrefix(o, "https://") && strings.HasSuffix(o, ".vercel.app")`), "loose https://evil.vercel.app"},
	{"a top-level domain", body(`return strings.HasSuffix(o, ".com")`), "loose https://evil.com"},
	{"a country's companies", body(`return strings.HasSuffix(o, ".co.uk")`), "loose https://evil.co.uk"},
	{"previews", body(`return strings.HasPrefix(o, "https://myapp-") && strings.HasSuffix(o, ".vercel.app")`), "loose https://myapp-evil.vercel.app"},
	{"null", body(`return o == "null" || o == "https://trusted.com"`), "loose null"},
	{"loop with contains", body(`for _, a := range []string{"https://a.com", "https://b.com"} { if strings.Contains(o, a) { return true } }; return false`), "loose https://a.com.evil.example"},
	{"unknown list with contains", `func allow(list []string) func(string) bool {
	return func(o string) bool { for _, a := range list { if strings.Contains(o, a) { return true } }; return false } }
var check = allow(strings.Split(os.Getenv("ORIGINS"), ","))`, "loose https://trusted.example.evil.example"},
	{"unknown prefix", `var allowed = os.Getenv("ORIGIN")
func check(o string) bool { return strings.HasPrefix(o, allowed) }`, "loose https://trusted.example.evil.example"},
	{"switch on the host", body(`u, _ := url.Parse(o); switch { case u.Host == "a.com": return true; case strings.HasSuffix(u.Host, "trusted.com"): return true }; return false`), "loose https://eviltrusted.com"},
	{"path.Match", body(`ok, _ := path.Match("https://*trusted.com", o); return ok`), "loose https://eviltrusted.com"},
	{"enabled and loose", `type c struct{ enabled bool }
func (c *c) check(o string) bool { return c.enabled && strings.HasSuffix(o, "trusted.com") }
func get() *c
var check = get().check`, "loose https://eviltrusted.com"},
	{"slices.ContainsFunc", `var allowed = []string{"trusted.com", "other.org"}
func check(o string) bool { return slices.ContainsFunc(allowed, func(s string) bool { return strings.HasSuffix(o, s) }) }`, "loose https://eviltrusted.com"},
	{"helper", `func sub(host, domain string) bool { return host == domain || strings.HasSuffix(host, domain) }
func check(o string) bool { u, err := url.Parse(o); return err == nil && sub(u.Hostname(), "trusted.com") }`, "loose https://eviltrusted.com"},

	{"one of several regexps", `var patterns = []*regexp.Regexp{regexp.MustCompile("^https://a\\.com$"), regexp.MustCompile("^https://b\\.com")}
func check(o string) bool { for _, p := range patterns { if p.MatchString(o) { return true } }; return false }`, "loose https://b.com.evil.example"},
	{"regexp in a struct", `type c struct{ re *regexp.Regexp }
func newC() *c { return &c{re: regexp.MustCompile("^https://b\\.com")} }
func (c *c) check(o string) bool { return c.re.MatchString(o) }
var check = newC().check`, "loose https://b.com.evil.example"},
	{"regexp in a field", `type c struct{ re *regexp.Regexp }
func newC() *c { return &c{re: regexp.MustCompile("^https://b\\.com")} }
var x = struct{ c *c }{}
func (c *c) check(o string) bool { return c.re.MatchString(o) }
func f(c *c) { check = c.check }
var check = x.c.check`, "unknown"},
	{"list of structs", `var rules = []struct{ host string; sub bool }{{"a.com", false}, {"b.com", true}}
func check(o string) bool { u, _ := url.Parse(o); for _, r := range rules { if u.Host == r.host || r.sub && strings.HasSuffix(u.Host, r.host) { return true } }; return false }`, "loose https://evilb.com"},
	{"lower case first", body(`o = strings.ToLower(o); return strings.HasSuffix(o, "trusted.com")`), "loose https://eviltrusted.com"},
	{"wildcards of its own", `func check(o string) bool { for _, p := range []string{"https://a.com", "https://*.b.com"} {
	if before, after, ok := strings.Cut(p, "*."); ok { if strings.HasPrefix(o, before) && strings.HasSuffix(o, after) { return true } } else if p == o { return true } }; return false }`, "loose https://evilb.com"},
	{"switched by the configuration, loose both ways", body(`if os.Getenv("MODE") == "strict" { return strings.HasSuffix(o, "trusted.com") }; return strings.Contains(o, "trusted.com")`), "loose https://eviltrusted.com"},
	{"variable with two values", `var suffix = "trusted.com"
func init() { if len(os.Args) > 1 { suffix = "other.org" } }
func check(o string) bool { return strings.HasSuffix(o, suffix) }`, "loose https://eviltrusted.com"},

	// Tight.
	{"null with a list of words", body(`return regexp.MustCompile("^[a-z]+$").MatchString(o)`), "tight"},
	{"map made at the start", `var allowed = map[string]bool{}
func init() { for _, a := range strings.Split(os.Getenv("ORIGINS"), ",") { allowed[a] = true } }
func check(o string) bool { return allowed[o] }`, "tight"},
	{"variable with two values, one of them tight", `var suffix = "trusted.com"
func init() { if len(os.Args) > 1 { suffix = ".other.org" } }
func check(o string) bool { return strings.HasSuffix(o, suffix) }`, "tight"},
	{"equal", body(`return o == "https://trusted.com"`), "tight"},
	{"false", body(`return false`), "tight"},
	{"one of several", body(`return o == "https://a.com" || o == "https://b.com"`), "tight"},
	{"switch", body(`switch o { case "https://a.com", "https://b.com": return true; default: return false }`), "tight"},
	{"map", `var allowed = map[string]bool{"https://a.com": true, "https://b.com": true}
func check(o string) bool { return allowed[o] }`, "tight"},
	{"map with ok", `var allowed = map[string]struct{}{"https://a.com": {}}
func check(o string) bool { _, ok := allowed[o]; return ok }`, "tight"},
	{"map made in a loop", `func allow(list []string) func(string) bool {
	m := make(map[string]bool)
	for _, a := range list { m[a] = true }
	return func(o string) bool { return m[o] } }
var check = allow(strings.Split(os.Getenv("ORIGINS"), ","))`, "tight"},
	{"slices.Contains", `var allowed = strings.Split(os.Getenv("ORIGINS"), ",")
func check(o string) bool { return slices.Contains(allowed, o) }`, "tight"},
	{"environment", body(`return o == os.Getenv("ORIGIN")`), "tight"},
	{"trimmed list", `func check(o string) bool { for _, a := range strings.Split(os.Getenv("ORIGINS"), ",") { if strings.TrimSpace(a) == o { return true } }; return false }`, "tight"},
	{"list or star", `type c struct{ origins []string }
func (c *c) check(o string) bool { for _, a := range c.origins { if a == "*" || a == o { return true } }; return false }
var check = (&c{}).check`, "tight"},
	{"unknown suffix", `var allowed = os.Getenv("ORIGIN")
func check(o string) bool { return strings.HasSuffix(o, allowed) }`, "tight"},
	{"suffix with the dot", body(`return strings.HasSuffix(o, ".trusted.com")`), "tight"},
	{"host and subdomains", body(`u, err := url.Parse(o); if err != nil { return false }; h := u.Hostname(); return h == "trusted.com" || strings.HasSuffix(h, ".trusted.com")`), "tight"},
	{"host of the configuration", body(`u, err := url.Parse(o); if err != nil || u.Scheme != "https" { return false }; d := os.Getenv("DOMAIN"); return u.Host == d || strings.HasSuffix(u.Host, "."+d)`), "tight"},
	{"regexp anchored", body(`return regexp.MustCompile("^https://([a-z0-9-]+\\.)?trusted\\.com$").MatchString(o)`), "tight"},
	{"regexp with alternatives", body(`return regexp.MustCompile("^https?://(localhost|trusted\\.com)(:[0-9]+)?$").MatchString(o)`), "tight"},
	{"wildcard regexp in a domain", body(`return regexp.MustCompile("^https://.*\\.trusted\\.com$").MatchString(o)`), "tight"},
	{"EqualFold", body(`return strings.EqualFold(o, "https://trusted.com")`), "tight"},
	{"prefix and port", body(`return strings.HasPrefix(o, "http://localhost:")`), "tight"},
	{"localhost with a port", body(`return strings.HasPrefix(o, "http://localhost:") || strings.HasPrefix(o, "http://127.0.0.1:")`), "tight"},
	{"whole prefix and slash", body(`return strings.HasPrefix(o+"/", "https://trusted.com/")`), "tight"},
	{"logs what it refuses", body(`if o != "https://a.com" { log.Println("refused", o); return false }; return true`), "tight"},
	{"wildcard helper", `func match(p, h string) bool { if strings.HasPrefix(p, "*.") { return strings.HasSuffix(h, p[1:]) }; return p == h }
func check(o string) bool { u, err := url.Parse(o); if err != nil { return false }
	for _, p := range []string{"trusted.com", "*.trusted.com"} { if match(p, u.Host) { return true } }; return false }`, "tight"},
	{"cut prefix", body(`h, ok := strings.CutPrefix(o, "https://"); return ok && (h == "a.com" || strings.HasSuffix(h, ".a.com"))`), "tight"},
	{"sprintf", body(`return o == fmt.Sprintf("https://%s", os.Getenv("HOST"))`), "tight"},
	{"own vercel project", body(`return o == "https://myapp.vercel.app"`), "tight"},
	{"siblings are not strangers", body(`return strings.HasSuffix(o, "app.trusted.com")`), "tight"},
	{"labels", body(`p := strings.Split(strings.TrimPrefix(o, "https://"), "."); n := len(p); return n >= 2 && p[n-2] == "trusted" && p[n-1] == "com"`), "tight"},
	{"joined labels", body(`u, _ := url.Parse(o); p := strings.Split(u.Hostname(), "."); if len(p) < 2 { return false }; return strings.Join(p[len(p)-2:], ".") == "trusted.com"`), "tight"},
	{"host without port", body(`u, _ := url.Parse(o); h, _, err := net.SplitHostPort(u.Host); if err != nil { h = u.Host }; return h == "trusted.com"`), "tight"},
	{"loopback", body(`u, _ := url.Parse(o); ip := net.ParseIP(u.Hostname()); return ip != nil && ip.IsLoopback() || u.Hostname() == "localhost"`), "tight"},
	{"returns the allowed one", `func check(o string) string { for _, a := range []string{"https://a.com", "https://b.com"} { if a == o { return a } }; return "" }`, "tight"},
	{"returns another", `func check(o string) string { return "https://a.com" }`, "tight"},
	{"error for strangers", `func check(o string) (bool, error) { if o == "https://a.com" { return true, nil }; return false, fmt.Errorf("origin %s", o) }`, "tight"},
	{"allow all in development", body(`if os.Getenv("ENV") == "development" { return true }; return o == "https://a.com"`), "tight"},
	{"closure that counts", body(`n := 0; f := func() { n++ }; if o == "https://a.com" { f() }; return n == 1`), "tight"},
	{"quoted", body(`return regexp.MustCompile("^https://" + regexp.QuoteMeta(os.Getenv("DOMAIN")) + "$").MatchString(o)`), "tight"},
	{"labelled loop", body(`outer: for _, a := range []string{"x", "https://a.com"} { for range 2 { if a != o { continue outer }; return true } }; return false`), "tight"},
	{"fallthrough", body(`switch o { case "https://a.com": fallthrough; case "https://b.com": return true }; return false`), "tight"},
	{"any scheme of an app", body(`return o == "capacitor://localhost" || o == "ionic://localhost"`), "tight"},

	{"list that grows", `type c struct{ list []string }
func (c *c) add(s string) { c.list = append(c.list, s) }
func (c *c) check(o string) bool { for _, a := range c.list { if a == o { return true } }; return false }
func get() *c
var check = get().check`, "tight"},

	// Unknown: silent.
	{"assigned by who is called", `func each(f func(string))
func check(o string) bool { denied := false; each(func(s string) { if s == o { denied = true } }); return !denied }`, "unknown"},
	{"assigned by who is called, with a result", `func view(f func() error) error
func check(o string) bool { denied := false; err := view(func() error { denied = o != "x"; return nil }); return err == nil && !denied }`, "unknown"},
	{"assigned through a pointer", body(`ok := true; p := &ok; *p = o == "https://a.com"; return ok`), "unknown"},
	{"helper that panics", `func must(ok bool) { if !ok { panic("no") } }
func check(o string) bool { must(o == "https://a.com"); return true }`, "unknown"},
	{"logger that ends the program", body(`l := log.Default(); if o != "https://a.com" { l.Fatal("no") }; return true`), "unknown"},
	{"host parameter", `func check(host, o string) bool { return strings.HasSuffix(o, host) }`, "unknown"},
	{"same origin", `func check(r *http.Request, o string) bool { u, err := url.Parse(o); return err == nil && u.Host == r.Host }`, "unknown"},
	{"same origin, spelled out", `func check(r *http.Request, o string) bool { return o == "https://"+r.Host }`, "unknown"},
	{"suffix of the host asked for", `func check(r *http.Request, o string) bool { return strings.HasSuffix(o, r.Host) }`, "unknown"},
	{"prefix of the header", `func check(r *http.Request, o string) bool { return strings.HasPrefix(o, r.Header.Get("X-Allowed")) }`, "unknown"},
	{"interface", `type checker interface{ Allowed(string) bool }
var c checker
func check(o string) bool { return c.Allowed(o) }`, "unknown"},
	{"function variable of others", `var Allowed func(string) bool
func check(o string) bool { return Allowed(o) }`, "unknown"},
	{"regexps of the configuration", `func compile(list []string) (all []*regexp.Regexp) { for _, s := range list { all = append(all, regexp.MustCompile(s)) }; return all }
func allow(list []string) func(string) bool { all := compile(list); return func(o string) bool { for _, re := range all { if re.MatchString(o) { return true } }; return false } }
var check = allow(os.Args)`, "unknown"},
	{"regexp of a domain", body(`return regexp.MustCompile("^https://" + os.Getenv("DOMAIN") + "$").MatchString(o)`), "unknown"},
	{"all if switched on", `var all = os.Getenv("ALL") == "1"
func check(o string) bool { return all }`, "unknown"},
	{"all or a list, by a switch", `type c struct{ all bool; list []string }
func (c *c) check(o string) bool { return c.all || slices.Contains(c.list, o) }
func get() *c
var check = get().check`, "tight"},
	{"strict by a switch", `func check(o string) bool { if os.Getenv("MODE") == "strict" { return o == "https://a.com" }; return strings.HasSuffix(o, "a.com") }`, "tight"},
	{"database", `type db struct{}
func (*db) has(string) bool
type s struct{ db *db }
func (s *s) check(o string) bool { return s.db.has(o) }
var check = (&s{}).check`, "unknown"},
	{"channel", body(`c := make(chan bool, 1); c <- true; return <-c`), "unknown"},
	{"type switch", body(`var x any = o; switch x.(type) { case string: return true }; return false`), "unknown"},
	{"goto", body(`i := 0; again: i++; if i < 3 { goto again }; return o == "x"`), "unknown"},
	{"for ever", body(`for {}; return true`), "unknown"},
	{"recursion", body(`return check(o + "x")`), "unknown"},
	{"writes bytes", body(`var b strings.Builder; b.WriteString(o); return strings.HasSuffix(b.String(), "trusted.com")`), "unknown"},
	{"pointer given away", body(`var ok bool; fmt.Sscan(o, &ok); return ok`), "unknown"},
	{"bytes", body(`b := []byte(o); return len(b) > 3 && b[0] == 'h'`), "unknown"},
	{"validated elsewhere", `func validate(o string) error
func check(o string) bool { if err := validate(o); err != nil { return false }; return true }`, "unknown"},
	{"no text at all", `func check(r *http.Request) bool { return true }`, "unknown"},
	{"variadic", `func check(o ...string) bool { return true }`, "unknown"},
	{"defined nowhere", `func check(o string) bool`, "unknown"},
	{"panics", body(`panic("no")`), "unknown"},
	{"slice out of range", body(`return o[:1000] == "x"`), "unknown"},
}

func TestFunc(t *testing.T) {
	for _, test := range funcTests {
		t.Run(test.name, func(t *testing.T) {
			v := check(t, test.src, true).Judge(false)
			if got := describe(v); got != test.want {
				t.Errorf("got %s (%+v), want %s", got, v, test.want)
			}
			if v.Kind == Loose && (v.Why == "" || v.Gap == GapNone || v.Legit == "" && v.Gap != GapNull) {
				t.Errorf("verdict is not complete: %+v", v)
			}
		})
	}
}
