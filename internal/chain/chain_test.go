package chain_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/internal/chain"
	"github.com/prodvet/prodvet/internal/link"
)

var update = flag.Bool("update", false, "write the golden files")

// shop is a server as its package and the one that serves it see it.
func shop() []*link.Package {
	routes := []link.Route{
		{Method: "GET", Path: "/healthz", Handler: "ok", Posn: "api/api.go:12:2"},
		{Method: "GET", Path: "/orders", Handler: "orders.list", Posn: "api/api.go:13:2", Chain: []int{0, 1, 4}},
		{Method: "GET", Path: "/orders/{id}", Handler: `orders.get<T>`, Posn: "api/api.go:14:2", Chain: []int{0, 1, 3, 4}},
		{Method: "POST", Path: "/admin/refunds", Handler: "refunds.create", Posn: "api/api.go:16:2", Chain: []int{0, 1, 2, 3, 4}},
		{Method: "DELETE", Path: "/admin/refunds", Handler: "refunds.delete", Posn: "api/api.go:17:2", Chain: []int{0, 1, 2, 4}},
		{Path: "debug", Handler: "a handler", Posn: "api/api.go:18:2", Chain: []int{0, 1, 4}},
	}
	inner := link.Server{
		Maker: "example.com/shop/api/api.go:10", Framework: "chi", Name: "r", Func: "New", Posn: "api/api.go:10:7", Partial: true, Routes: routes[:1],
		Middleware: []link.Middleware{{Name: "requestID", Kinds: []string{"request ID"}}, {Name: "safe", Kinds: []string{"recovery"}}},
	}
	outer := inner
	outer.Func, outer.Posn, outer.Served, outer.Partial, outer.Routes = "main", "main.go:9:7", true, false, routes
	outer.NotFound = "r.NotFound(…)"
	outer.Middleware = append(slices.Clone(inner.Middleware), link.Middleware{Name: "auth(…)", Kinds: []string{"auth"}}, link.Middleware{Name: "gzip", Kinds: []string{"compression"}}, link.Middleware{Name: "devCORS", Kinds: []string{"CORS"}, Maybe: true})
	return []*link.Package{
		{Version: link.Version, Path: "example.com/shop", Servers: []link.Server{outer}},
		{Version: link.Version, Path: "example.com/shop/api", Servers: []link.Server{inner}},
	}
}

// TestServers: of two views of one router, that of the package which serves it
// counts, whatever their order.
func TestServers(t *testing.T) {
	packages := shop()
	for range 2 {
		servers := chain.Servers(packages)
		if len(servers) != 1 || servers[0].Func != "main" || servers[0].Package != "example.com/shop" {
			t.Errorf("got %+v", servers)
		}
		slices.Reverse(packages)
	}
}

func TestChecklist(t *testing.T) {
	got := make(map[string]chain.Coverage)
	for _, it := range chain.Servers(shop())[0].Checklist {
		got[it.Name] = it.Covered
	}
	for name, want := range map[string]chain.Coverage{
		"recovery": chain.All, "request ID": chain.All, "compression": chain.Some, "CORS": chain.Conditional, "timeout": chain.None, "404 handler": chain.All, "health check": chain.All,
	} {
		if got[name] != want {
			t.Errorf("%s: %q, want %q", name, got[name], want)
		}
	}
	if c, ok := got["error handler"]; ok {
		t.Errorf("chi has no central error handler, but the list says %q", c)
	}
}

// TestFormats holds the printed forms against golden files.
func TestFormats(t *testing.T) {
	for name, write := range map[string]func(*bytes.Buffer) error{
		"shop.txt":     func(b *bytes.Buffer) error { return chain.Text(b, chain.Servers(shop()), strings.ToUpper) },
		"shop.mermaid": func(b *bytes.Buffer) error { return chain.Mermaid(b, chain.Servers(shop()), strings.ToUpper) },
		"shop.svg":     func(b *bytes.Buffer) error { return chain.SVG(b, chain.Servers(shop()), strings.ToUpper) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(file, b.Bytes(), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if want, err := os.ReadFile(file); err != nil || !bytes.Equal(b.Bytes(), want) {
			t.Errorf("%s differs (error: %v); run go test ./internal/chain -update and look at it:\n%s", file, err, b.String())
		}
	}
}

// TestNothing: no servers make valid, empty forms.
func TestNothing(t *testing.T) {
	var text, svg bytes.Buffer
	if err := chain.Text(&text, nil, strings.ToUpper); err != nil || text.Len() > 0 {
		t.Errorf("text %q, error %v", text.String(), err)
	}
	if err := chain.SVG(&svg, nil, strings.ToUpper); err != nil || !strings.HasSuffix(svg.String(), "</svg>\n") {
		t.Errorf("SVG %q, error %v", svg.String(), err)
	}
}
