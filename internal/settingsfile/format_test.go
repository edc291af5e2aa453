package settingsfile

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// show returns what a file says, a value a line.
func show(c *content) string {
	var b strings.Builder
	for _, m := range []struct {
		prefix string
		values map[string]raw
	}{{"$", c.variables}, {"", c.keys}} {
		for _, name := range slices.Sorted(maps.Keys(m.values)) {
			r := m.values[name]
			text := fmt.Sprintf("%q", r.items)
			if !r.list && len(r.items) == 1 {
				text = fmt.Sprintf("%q", r.items[0])
			}
			if r.unknown {
				text = "?"
			} else if r.literal {
				text += " literally"
			}
			fmt.Fprintf(&b, "%s%s:%d %s\n", m.prefix, name, r.line, text)
		}
	}
	return b.String()
}

// TestFormats shows what is read of each kind of file: names, lines, texts.
func TestFormats(t *testing.T) {
	for _, tt := range []struct{ name, path, text, want string }{
		{"dotenv", ".env", `# comment

A=1
export B = two words # comment
C="quoted # text" # comment
D='single $X'
E="line one
line two\n\$X"
F=
G=a#b
H: yaml style
I
  J	=	tabs
A=again
K="x"y
` + "L=`back`\r\nM=crlf\r\n", `$A:14 "again"
$B:4 "two words"
$C:5 "quoted # text"
$D:6 "single $X" literally
$E:7 "line one\nline two\n\\$X"
$F:9 ""
$G:10 "a#b"
$H:11 "yaml style"
$I:12 ?
$J:13 "tabs"
$K:15 ?
$L:16 "back" literally
$M:17 "crlf"
`},
		{"dotenv comment as value", ".env", "A=#c\nB= # c\nC=\n", "$A:1 \"\"\n$B:2 \"\"\n$C:3 \"\"\n"},
		{"yaml", "config.yaml", `
cors:
  allowed_origins:
    - "*"
    - https://x
  methods: [GET, POST]
  credentials: true
  max: 12
  nothing:
  empty: []
base: &base
  a: 1
  b: 2
derived:
  <<: *base
  b: 3
servers:
  - name: x
    port: 1
  - name: y
secret: !vault abc
text: |
  one
  two
`, `base.a:12 "1"
base.b:13 "2"
cors.allowed_origins:4 ["*" "https://x"]
cors.credentials:7 "true"
cors.empty:10 []
cors.max:8 "12"
cors.methods:6 ["GET" "POST"]
cors.nothing:9 ?
derived.a:12 "1"
derived.b:16 "3"
secret:21 ?
servers.0.name:18 "x"
servers.0.port:19 "1"
servers.1.name:20 "y"
text:22 "one\ntwo\n"
`},
		{"yaml documents", "config.yml", "a: 1\nb: 1\n---\nb: 2\n---\n", "a:1 \"1\"\nb:2 ?\n"},
		{"yaml that refers to itself", "config.yml", "a: &x\n  b: *x\n  c: 1\n", "a.b.b:2 ?\na.b.c:3 \"1\"\na.c:3 \"1\"\n"},
		{"json", "config.json", `{
  // comment
  "cors": {"allowedOrigins": [
    "*", /* two
    lines */
  ], "url": "https://x/*y*/"},
  "n": 1.50, "b": false, "z": null,
  "list": [{"a": 1}, 2,],
}
`, `b:7 "false"
cors.allowedOrigins:3 ["*"]
cors.url:6 "https://x/*y*/"
list.0.a:8 "1"
list.1:8 "2"
n:7 "1.50"
z:7 ?
`},
		{"toml", "config.toml", `title = "x" # comment
[cors]
allowed_origins = [
  "*", # all
]
"quoted key" = 'l'
inline = { a = 1, b.c = true }
dotted.key = 2

[[servers]]
name = "a"
[servers.tls]
on = true
[[servers]]
name = """
two
lines"""
[env]
CORS_ORIGINS = "*"
`, `$CORS_ORIGINS:19 "*"
cors.allowed_origins:3 ["*"]
cors.dotted.key:8 "2"
cors.inline.a:7 "1"
cors.inline.b.c:7 "true"
cors.quoted key:6 "l"
env.CORS_ORIGINS:19 "*"
servers.0.name:11 "a"
servers.0.tls.on:13 "true"
servers.1.name:15 "two\nlines"
title:1 "x"
`},
		{"ini", "app.conf", `# comment
appname = x
; comment
[cors]
origins = "*" ; all
path: a b
[cors.more]
long = a, \
  b
`, `appname:2 "x"
cors.more.long:8 "a, b"
cors.origins:5 "*"
cors.path:6 "a b"
`},
		{"properties", "application.properties", "! c\ncors.allowed-origins=*\nurl=http://x#y\n", "cors.allowed-origins:2 \"*\"\nurl:3 \"http://x#y\"\n"},
		{"compose", "docker-compose.prod.yml", `
services:
  api:
    image: api
    environment:
      CORS_ORIGINS: "*"
      PORT: 80
      GIVEN:
  worker:
    environment:
      - LEVEL=a=b
      - GIVEN
      - PORT=81
`, `$CORS_ORIGINS:6 "*"
$GIVEN:8 "${GIVEN}"
$LEVEL:11 "a=b"
$PORT:7 ?
`},
		{"kubernetes", "deploy/api.yaml", `
apiVersion: apps/v1
kind: Deployment
spec:
  template:
    spec:
      containers:
        - name: api
          env:
            - name: CORS_ORIGINS
              value: "*"
            - name: SECRET
              valueFrom: {secretKeyRef: {name: a, key: b}}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: x}
data:
  LEVEL: debug
  config.yaml: |
    cors:
      origins: "*"
  app.env: "A=1"
---
apiVersion: v1
kind: Secret
data: {TOKEN: YQ==}
stringData: {PASSWORD: x}
---
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
configMapGenerator: [{name: a, literals: [B=2]}]
`, `$A:23 "1"
$B:32 "2"
$CORS_ORIGINS:11 "*"
$LEVEL:19 "debug"
$PASSWORD:28 ?
$SECRET:12 ?
$TOKEN:27 ?
cors.origins:22 "*"
`},
		{"task definition", "deploy/task.json", `{"containerDefinitions": [{"environment": [
{"name": "CORS_ORIGINS", "value": "*"}]}]}`, `$CORS_ORIGINS:2 "*"
containerDefinitions.0.environment.0.name:2 "CORS_ORIGINS"
containerDefinitions.0.environment.0.value:2 "*"
`},
		{"app.json", "app.json", `{"env": {"CORS_ORIGINS": {"description": "x", "value": "*"}}}`, `$CORS_ORIGINS:1 "*"
env.CORS_ORIGINS.description:1 "x"
env.CORS_ORIGINS.value:1 "*"
`},
		{"Dockerfile", "Dockerfile", `FROM golang AS base
ENV A=1
FROM golang AS build
ENV B=2
FROM --platform=x base
# ENV C=3
ENV D="two words" E='$X' \
    # comment
    F=a\ b
env G old style
`, `$A:2 "1"
$D:7 "two words"
$E:7 "$X" literally
$F:7 "a b"
$G:10 "old style"
`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := &file{path: tt.path, kind: kindOf(tt.path), data: []byte(tt.text)}
			c, err := f.parse()
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, show(c)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// TestMalformed shows the messages for files that do not parse.
func TestMalformed(t *testing.T) {
	for _, tt := range []struct{ path, text, want string }{
		{".env", "A=1\n\n=x\n", `line 3: want NAME=text, not "=x"`},
		{".env", "A=1\nB C\n", `line 2: want NAME=text, not "B C"`},
		{".env", "A=1\nB=\"x\n", `line 2: the quote " is not closed`},
		{"a.yaml", "a:\n  - b\n c: d\n", `line 3: `},
		{"a.yaml", "a: {{ .Values.x }}\nb: [\n", `line `},
		{"a.json", "{\n\"a\": 1\n\"b\": 2\n}\n", `line 3: `},
		{"a.json", "{\n\"a\": 1", `line 2: unexpected EOF`},
		{"a.json", "{}\n{}\n", `line 2: text after the value`},
		{"a.json", "", `line 1: unexpected EOF`},
		{"a.toml", "a = 1\nb = \n", `line 2: `},
		{"a.ini", "[a]\nno sense\n", `line 2: want KEY = text, not "no sense"`},
		{"nginx.conf", "server {\n  listen 80;\n}\n", `line 1: want KEY = text, not "server {"`},
		{"a.txt", "", `prodvet does not know the format of this file`},
	} {
		f := &file{path: tt.path, kind: kindOf(tt.path), data: []byte(tt.text)}
		if _, err := f.parse(); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s %q: error %v, want %s", tt.path, tt.text, err, tt.want)
		} else {
			t.Log(err)
		}
	}
}

func TestExpand(t *testing.T) {
	vars := map[string]string{"A": "a", "EMPTY": "", "STAR": "*"}
	look := func(name string) (string, meaning) {
		if name == "UNCLEAR" {
			return "", unclear
		}
		if v, ok := vars[name]; ok {
			return v, known
		}
		return "", unset
	}
	const no = "?"
	for text, want := range map[string]string{
		"":                         "",
		"*":                        "*",
		"$A/${A}":                  "a/a",
		"${NONE}":                  no,
		"$NONE":                    no,
		"${NONE:-*}":               "*",
		"${NONE-*}":                "*",
		"${NONE:*}":                "*",
		"${NONE||*}":               "*",
		"${A:-*}":                  "a",
		"${EMPTY:-*}":              "*",
		"${EMPTY}":                 "",
		"${NONE:-}":                "",
		"${NONE:-${A}}":            "a",
		"${NONE:-${NONE:-{x}}}":    "{x}",
		"${NONE:?must be set}":     no,
		"${A:?must be set}":        "a",
		"${A:+x}":                  no,
		"${UNCLEAR:-*}":            no,
		"${A":                      no,
		"$(A)":                     no,
		"${}":                      no,
		"{{ .Values.x }}":          no,
		"%(x)s":                    no,
		"ENC[AES256_GCM,data:x]":   no,
		"<%= x %>":                 no,
		"$$A":                      "$A",
		`\$A`:                      "$A",
		`^https://x\.com$`:         `^https://x\.com$`,
		`^https://(a|b)\.com(:|$)`: `^https://(a|b)\.com(:|$)`,
		"100%":                     "100%",
	} {
		got, ok := expand(text, look)
		if !ok {
			got = no
		}
		if got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// FuzzFormats proves that no text makes a reader panic or give a line that the
// file does not have.
func FuzzFormats(f *testing.F) {
	names := []string{".env", "a.yaml", "a.json", "a.toml", "a.ini", "Dockerfile", "compose.yml"}
	for i := range names {
		for _, seed := range []string{"A=1\nB=\"x\ny\"\n", "a: &a [*a]\n", "{\"a\": [1, {}]}", "[a.b]\nc = {d = 1}\n[[e]]\n", "FROM a AS b\nENV A=\"b\" \\\n C=d\n",
			"apiVersion: v1\nkind: ConfigMap\ndata:\n  a.env: |\n    A=1\n", "env:\n- name: A\n  value: b\n"} {
			f.Add(i, seed)
		}
	}
	f.Fuzz(func(t *testing.T, i int, text string) {
		name := names[max(0, i%len(names))]
		file := &file{path: name, kind: kindOf(name), data: []byte(text)}
		c, err := file.parse()
		if err != nil {
			return
		}
		for _, m := range []map[string]raw{c.variables, c.keys} {
			for key, r := range m {
				// YAML has two more characters that end a line.
				if lines := strings.Count(text, "\n") + strings.Count(text, "\r") + 1; file.kind != yamlFile && (r.line < 1 || r.line > lines) {
					t.Errorf("%s %q: %q is in line %d of %d", name, text, key, r.line, lines)
				}
			}
		}
	})
}

// FuzzDotenv proves that every variable can be read again from the line that
// it is said to be in.
func FuzzDotenv(f *testing.F) {
	for _, seed := range []string{"A=1\nB=\"x\ny\"\n", "export A='b'#c", "A\n=b", "\ufeffA=b\r\n", "A=\"\\", "A=b # c\nA: d"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := dotenv([]byte(text))
		if err != nil {
			return
		}
		lines := strings.Split(normalizeText([]byte(text)), "\n")
		for name, r := range c.variables {
			if r.line < 1 || r.line > len(lines) || !strings.Contains(lines[r.line-1], name) {
				t.Errorf("%q: %s is not in line %d", text, name, r.line)
			}
			if len(r.items) > 1 || r.list || len(r.items) == 0 && !r.unknown {
				t.Errorf("%q: %s is %v", text, name, r)
			}
			_, _ = expand(strings.Join(r.items, ""), func(string) (string, meaning) { return "", unset })
		}
	})
}
