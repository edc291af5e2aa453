// Package nethttp holds what writes responses with net/http go1.26.8, each with what the client saw. The rows
// of error_writers.csv become this file: go test ./analyzers/errenvelope -run Fixtures -update.
package nethttp

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html/template"
	"io"
	"log"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing/fstest"
	"time"
)

func o(m string) obj { return obj{M: m} }

type obj struct {
	XMLName xml.Name `json:"-" yaml:"-" toml:"-" bson:"-" xml:"obj"`
	M       string   `json:"m" yaml:"m" toml:"m" bson:"m" xml:"m"`
}

var tp = template.Must(template.New("").Parse("<p>{{.}}</p>"))

var fsys = fstest.MapFS{}

var discard = log.New(io.Discard, "", 0)

// Row01: Error sends 418 with "one" as text/plain; charset=utf-8.
func Row01(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "one", 418)
}

// Row02: NotFound sends 404 with "404 page not found" as text/plain; charset=utf-8.
func Row02(w http.ResponseWriter, r *http.Request) {
	http.NotFound(w, r)
}

// Row03: NotFoundHandler sends 404 with "404 page not found" as text/plain; charset=utf-8.
func Row03(w http.ResponseWriter, r *http.Request) {
	http.NotFoundHandler().ServeHTTP(w, r)
}

// Row04: WriteHeader sends 418 without a body.
func Row04(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(418)
}

// Row05: Write sends 200 with "one" as text/plain; charset=utf-8.
func Row05(w http.ResponseWriter, r *http.Request) {
	_, _ = w.Write([]byte("one"))
}

// Row05After: Write sends 418 with "one" as text/plain; charset=utf-8.
func Row05After(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(418)
	_, _ = w.Write([]byte("one"))
}

// Row06: WriteHeader+Write sends 418 with "one" as text/plain; charset=utf-8.
func Row06(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(418)
	_, _ = w.Write([]byte("one"))
}

// Row07: WriteString sends 200 with "one" as text/plain; charset=utf-8.
func Row07(w http.ResponseWriter, r *http.Request) {
	_, _ = io.WriteString(w, "one")
}

// Row07After: WriteString sends 418 with "one" as text/plain; charset=utf-8.
func Row07After(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(418)
	_, _ = io.WriteString(w, "one")
}

// Row08: Copy sends 200 with "one" as text/plain; charset=utf-8.
func Row08(w http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(w, strings.NewReader("one"))
}

// Row08After: Copy sends 418 with "one" as text/plain; charset=utf-8.
func Row08After(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(418)
	_, _ = io.Copy(w, strings.NewReader("one"))
}

// Row09: Fprint sends 200 with "one" as text/plain; charset=utf-8.
func Row09(w http.ResponseWriter, r *http.Request) {
	_, _ = fmt.Fprint(w, "one")
}

// Row09After: Fprint sends 418 with "one" as text/plain; charset=utf-8.
func Row09After(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(418)
	_, _ = fmt.Fprint(w, "one")
}

// Row10: Fprintf sends 200 with "one" as text/plain; charset=utf-8.
func Row10(w http.ResponseWriter, r *http.Request) {
	_, _ = fmt.Fprintf(w, "%s", "one")
}

// Row10After: Fprintf sends 418 with "one" as text/plain; charset=utf-8.
func Row10After(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(418)
	_, _ = fmt.Fprintf(w, "%s", "one")
}

// Row11: Fprintln sends 200 with "one" as text/plain; charset=utf-8.
func Row11(w http.ResponseWriter, r *http.Request) {
	_, _ = fmt.Fprintln(w, "one")
}

// Row11After: Fprintln sends 418 with "one" as text/plain; charset=utf-8.
func Row11After(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(418)
	_, _ = fmt.Fprintln(w, "one")
}

// Row12: Encode sends 418 with "{\"m\":\"one\"}" as text/plain; charset=utf-8.
func Row12(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(418)
	_ = json.NewEncoder(w).Encode(o("one"))
}

// Row13: Encode sends 418 with "<obj><m>one</m></obj>" as text/plain; charset=utf-8.
func Row13(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(418)
	_ = xml.NewEncoder(w).Encode(o("one"))
}

// Row14: Execute sends 418 with "<p>one</p>" as text/html; charset=utf-8.
func Row14(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(418)
	_ = tp.Execute(w, "one")
}

// Row15: Flush sends 200 without a body.
func Row15(w http.ResponseWriter, r *http.Request) {
	_ = http.NewResponseController(w).Flush()
	w.WriteHeader(418)
}

// Row16: Redirect sends 418 with "<a href=\"/y\">I'm a teapot</a>." as text/html; charset=utf-8.
func Row16(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "/y", 418)
}

// Row17: ServeFile sends 404 with "404 page not found" as text/plain; charset=utf-8.
func Row17(w http.ResponseWriter, r *http.Request) {
	http.ServeFile(w, r, "/nonexistent")
}

// Row18: ServeFileFS sends 404 with "404 page not found" as text/plain; charset=utf-8.
func Row18(w http.ResponseWriter, r *http.Request) {
	http.ServeFileFS(w, r, fsys, "none")
}

// Row19: FileServer sends 404 with "404 page not found" as text/plain; charset=utf-8.
func Row19(w http.ResponseWriter, r *http.Request) {
	http.FileServer(http.FS(fsys)).ServeHTTP(w, r)
}

// Row20: FileServerFS sends 404 with "404 page not found" as text/plain; charset=utf-8.
func Row20(w http.ResponseWriter, r *http.Request) {
	http.FileServerFS(fsys).ServeHTTP(w, r)
}

// Row21: ServeContent sends 416 with "invalid range: failed to overlap" as text/plain; charset=utf-8.
func Row21(w http.ResponseWriter, r *http.Request) {
	r.Header.Set("Range", "bytes=99-")
	http.ServeContent(w, r, "a", time.Time{}, strings.NewReader("one"))
}

// Row22: StripPrefix sends 404 with "404 page not found" as text/plain; charset=utf-8.
func Row22(w http.ResponseWriter, r *http.Request) {
	http.StripPrefix("/p", http.NotFoundHandler()).ServeHTTP(w, r)
}

// Row23: TimeoutHandler sends 503 with "one" as text/plain; charset=utf-8.
func Row23(w http.ResponseWriter, r *http.Request) {
	http.TimeoutHandler(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }), time.Millisecond, "one").ServeHTTP(w, r)
}

// Row24: Handler sends 403 with "cross-origin request detected from Sec-Fetch-Site header" as text/plain;
// charset=utf-8.
func Row24(w http.ResponseWriter, r *http.Request) {
	r.Method = "POST"
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	http.NewCrossOriginProtection().Handler(http.NotFoundHandler()).ServeHTTP(w, r)
}

// Row25: ServeHTTP sends 502 without a body.
func Row25(w http.ResponseWriter, r *http.Request) {
	u, _ := url.Parse("http://127.0.0.1:1")
	p := httputil.NewSingleHostReverseProxy(u)
	p.ErrorLog = discard
	p.ServeHTTP(w, r)
}
