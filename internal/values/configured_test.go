package values

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/internal/settings"
)

func inEnvironment() *settings.Environment {
	text := func(path string, line int, items ...string) settings.Value {
		return settings.Value{Items: items, List: len(items) > 1, Path: path, Line: line}
	}
	list := settings.Value{Items: []string{"*"}, List: true, Path: "config/production.yaml", Line: 12}
	return settings.New("production", map[string]settings.Value{
		"CORS_ORIGINS":   text(".env.production", 3, "*"),
		"CORS_LISTED":    text(".env.production", 4, "https://a.b,https://c.d"),
		"APP_ORIGIN":     text(".env.production", 5, "https://a.b"),
		"OPEN":           text(".env.production", 6, "true"),
		"PREFIX_ORIGINS": text(".env.production", 7, "https://a.b, *"),
		"SECRET":         {Path: ".env.production", Line: 8},
	}, map[string]settings.Value{
		"cors.allowed_origins": list,
		"cors.text":            text("config/production.yaml", 13, "*"),
		"http.cors.promoted":   list,
		"listed":               text("config/production.yaml", 14, "https://a.b"),
	})
}

// What the files of an environment say counts instead of what is so by default.
func TestConfigured(t *testing.T) {
	v, f := load(t, `package p
import ("os"; "strings"; "strconv")
func mark(...any) {}
func env(key, fallback string) string { if v, ok := os.LookupEnv(key); ok && v != "" { return v }; return fallback }
func list(key string, fallback []string) []string {
	v := os.Getenv(key)
	if v == "" { return fallback }
	var out []string
	for _, o := range strings.Split(v, ",") { if o = strings.TrimSpace(o); o != "" { out = append(out, o) } }
	return out
}
func is(key string, fallback bool) bool { b, err := strconv.ParseBool(os.Getenv(key)); if err != nil { return fallback }; return b }
type conf struct {
	CORS cors `+"`yaml:\"cors\" envPrefix:\"PREFIX_\"`"+`
	HTTP struct { CORS struct { inner } `+"`yaml:\"cors\"`"+` } `+"`yaml:\"http\"`"+`
	Listed []string `+"`yaml:\"listed\" default:\"*\"`"+`
	Default []string `+"`yaml:\"nowhere\" default:\"*\"`"+`
	Nothing []string `+"`yaml:\"nothing\"`"+`
}
type inner struct { Promoted []string `+"`yaml:\"promoted\"`"+` }
type cors struct {
	AllowedOrigins []string `+"`yaml:\"allowed_origins\"`"+`
	Text []string `+"`yaml:\"text\"`"+`
	Origins []string `+"`env:\"ORIGINS\" envDefault:\"https://a.b\"`"+`
}
func f(c *conf, part cors) {
	mark(os.Getenv("CORS_ORIGINS"), os.Getenv("UNSET"), os.Getenv("SECRET"))
	mark(env("CORS_ORIGINS", "https://x.y"), env("APP_ORIGIN", "*"), env("UNSET", "*"), env("SECRET", "*"))
	mark(list("CORS_ORIGINS", nil), list("CORS_LISTED", []string{"*"}), list("UNSET", []string{"*"}))
	mark(is("OPEN", false), is("UNSET", false))
	mark(c.CORS.AllowedOrigins, c.CORS.Text, c.CORS.Origins, c.HTTP.CORS.Promoted, c.Listed, c.Default, c.Nothing)
	mark(part.AllowedOrigins, part.Text)
}`)
	v = v.Configured(inEnvironment())
	var got []string
	for _, call := range marks(f) {
		for _, arg := range call.Args {
			got = append(got, types.ExprString(arg)+": "+describe(v, arg))
		}
	}
	want := []string{
		`os.Getenv("CORS_ORIGINS"): CORS_ORIGINS is "*" in .env.production:3`,
		`os.Getenv("UNSET"): zero`,
		`os.Getenv("SECRET"): unknown`,
		`env("CORS_ORIGINS", "https://x.y"): CORS_ORIGINS is "*" in .env.production:3`,
		`env("APP_ORIGIN", "*"): APP_ORIGIN is "https://a.b" in .env.production:5`,
		`env("UNSET", "*"): "*"`,
		`env("SECRET", "*"): unknown "*"`,
		`list("CORS_ORIGINS", nil): [CORS_ORIGINS is "*" in .env.production:3]`,
		`list("CORS_LISTED", []string{…}): [CORS_LISTED is "https://a.b" in .env.production:4, CORS_LISTED is "https://c.d" in .env.production:4]`,
		`list("UNSET", []string{…}): [*]`,
		`is("OPEN", false): true`,
		`is("UNSET", false): false`,
		`c.CORS.AllowedOrigins: [cors.allowed_origins is "*" in config/production.yaml:12]`,
		`c.CORS.Text: [cors.text is "*" in config/production.yaml:13]`,
		`c.CORS.Origins: [PREFIX_ORIGINS is "https://a.b" in .env.production:7, PREFIX_ORIGINS is "*" in .env.production:7]`,
		`c.HTTP.CORS.Promoted: [http.cors.promoted is "*" in config/production.yaml:12]`,
		`c.Listed: [listed is "https://a.b" in config/production.yaml:14]`,
		`c.Default: [nowhere is "*" by default]`,
		`c.Nothing: unknown`,
		`part.AllowedOrigins: [cors.allowed_origins is "*" in config/production.yaml:12]`,
		`part.Text: [cors.text is "*" in config/production.yaml:13]`,
	}
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Errorf("missing: %s", want[i])
		case i >= len(want) || got[i] != want[i]:
			t.Errorf("got  %s\nwant %s", got[i], append(want, "nothing")[min(i, len(want))])
		}
	}
}

// describe says what the values of e are.
func describe(v *View, e ast.Expr) string {
	var texts []string
	for _, val := range v.Sources(e) {
		c := v.ConstantOf(val, v.info.TypeOf(e))
		l := v.List(val)
		switch {
		case val.Zero():
			texts = append(texts, "zero")
		case c != nil && val.Known != nil:
			texts = append(texts, fmt.Sprintf("%s is %s %s", val.Known.Key, c.ExactString(), val.Known.Place))
		case c != nil:
			texts = append(texts, c.ExactString())
		case l.Complete && !val.Whole:
			var items []string
			for _, item := range l.Items {
				text := item.Text
				if k := item.Known; k != nil {
					text = fmt.Sprintf("%s is %q %s", k.Key, item.Text, k.Place)
				}
				items = append(items, text)
			}
			texts = append(texts, "["+strings.Join(items, ", ")+"]")
		default:
			texts = append(texts, "unknown")
		}
	}
	return strings.Join(texts, " ")
}
