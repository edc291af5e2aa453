// Package silent holds what looks like an open policy and is none.
package silent

import (
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/gorilla/handlers"
	"github.com/labstack/echo/v4"
	echomw "github.com/labstack/echo/v4/middleware"
	"github.com/rs/cors"
)

func okProxyStripsOrigin(target *url.URL) http.Handler {
	return &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.SetURL(target)
		r.Out.Header.Del("Origin")
	}}
}

func okProxyStripsTheAnswer(target *url.URL) http.Handler {
	p := httputil.NewSingleHostReverseProxy(target)
	p.ModifyResponse = func(resp *http.Response) error {
		resp.Header.Del("Access-Control-Allow-Origin")
		return nil
	}
	return p
}

func okProxySetsItsOwn(target *url.URL) http.Handler {
	p := httputil.NewSingleHostReverseProxy(target)
	p.Director = func(r *http.Request) { r.Header.Set("Origin", "https://app.example.com") }
	return p
}

func okRequestHeader(r *http.Request) { r.Header.Set("Access-Control-Allow-Origin", "*") }

func okAllowlist() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: []string{"https://app.example.com"}, AllowCredentials: true})
}

func okAllowlistOfEnvironment() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: strings.Split(os.Getenv("ALLOWED_ORIGINS"), ","), AllowCredentials: true})
}

func okAllowlistOfHandlers() func(http.Handler) http.Handler {
	return handlers.CORS(handlers.AllowedOrigins([]string{"https://app.example.com"}), handlers.AllowCredentials())
}

func okAllowlistOfEcho(e *echo.Echo) {
	e.Use(echomw.CORSWithConfig(echomw.CORSConfig{AllowOrigins: []string{"https://app.example.com"}, AllowCredentials: true}))
}

var allowed = map[string]bool{"https://app.example.com": true}

func okMap() *cors.Cors {
	return cors.New(cors.Options{AllowOriginFunc: func(origin string) bool { return allowed[origin] }, AllowCredentials: true})
}

func okHost() *cors.Cors {
	return cors.New(cors.Options{
		AllowOriginFunc: func(origin string) bool {
			u, err := url.Parse(origin)
			if err != nil || u.Scheme != "https" {
				return false
			}
			return u.Hostname() == "example.com" || strings.HasSuffix(u.Hostname(), ".example.com")
		},
		AllowCredentials: true,
	})
}

func okOwnHost() *cors.Cors {
	return cors.New(cors.Options{
		AllowOriginRequestFunc: func(r *http.Request, origin string) bool { return origin == "https://"+r.Host },
		AllowCredentials:       true,
	})
}

type tenants interface {
	Allows(origin string) (bool, error)
}

func okDatabase(t tenants) *cors.Cors {
	return cors.New(cors.Options{
		AllowOriginFunc: func(origin string) bool {
			ok, err := t.Allows(origin)
			return err == nil && ok
		},
		AllowCredentials: true,
	})
}

type registry struct {
	mu      sync.RWMutex
	origins []string
}

func (r *registry) allows(origin string) bool {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return slices.Contains(r.origins, origin)
}

func okMethod(r *registry) *cors.Cors {
	return cors.New(cors.Options{AllowOriginFunc: r.allows, AllowCredentials: true})
}

func okHeaderOfList(r *registry, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		origin := req.Header.Get("Origin")
		if r.allows(origin) {
			w.Header().Set("Access-Control-Allow-Origin", origin)
			w.Header().Set("Access-Control-Allow-Credentials", "true")
		}
		next.ServeHTTP(w, req)
	})
}

func okFirstMatch(list []string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		for _, o := range list {
			if strings.EqualFold(o, req.Header.Get("Origin")) {
				w.Header().Set("Access-Control-Allow-Origin", o)
				break
			}
		}
		next.ServeHTTP(w, req)
	})
}

func okRejected(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		origin := req.Header.Get("Origin")
		if !allowed[origin] {
			http.Error(w, "forbidden", http.StatusForbidden)
			return
		}
		w.Header().Set("Access-Control-Allow-Origin", origin)
		next.ServeHTTP(w, req)
	})
}

func okExposes(w http.ResponseWriter) { w.Header().Set("Access-Control-Expose-Headers", "*") }

type builder struct{ origins []string }

func (b *builder) add(origin string) { b.origins = append(b.origins, origin) }

func (b *builder) addAll(origins []string) {
	for _, o := range origins {
		b.origins = append(b.origins[:0:0], append(b.origins, o)...)
	}
}

func (b *builder) okAppendedToItself() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: append(b.origins, "https://app.example.com")})
}
