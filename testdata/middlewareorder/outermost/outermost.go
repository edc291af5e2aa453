package outermost

import (
	"context"
	"html/template"
	"log"
	"net/http"
	"regexp"
	"sync"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"

	"example.com/fixtures/middlewareorder/outermost/mw"
)

func list(c *gin.Context) { c.Status(http.StatusOK) }

func hello(http.ResponseWriter, *http.Request) {}

func explicit(c *gin.Context) {
	if c.Query("key") == "" {
		panic("no key")
	}
	c.Next()
}

type ctxKey struct{}

func asserts(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user := r.Context().Value(ctxKey{}).(string)
		w.Header().Set("X-User", user)
		next.ServeHTTP(w, r)
	})
}

func compiles(c *gin.Context) {
	if regexp.MustCompile(c.Query("q")).MatchString(c.Request.URL.Path) {
		c.Next()
	}
}

func ginExplicit() {
	r := gin.New()
	r.Use(explicit, gin.Recovery()) // want `^explicit runs outside of gin\.Recovery\(\) \(line \d+\), so a panic in it \(panic\(…\)\) is not recovered; register gin\.Recovery\(\) first$`
	r.GET("/x", list)
	_ = r.Run()
}

func ginElsewhere() {
	r := gin.New()
	r.Use(gin.Logger(), mw.User()) // want `^mw\.User\(\) runs outside of gin\.Recovery\(\) \(line \d+\), so a panic in it \(c\.MustGet\(…\)\.\(string\)\)`
	r.Use(gin.Recovery())
	r.GET("/x", list)
	_ = r.Run()
}

func ginGroup() {
	r := gin.New()
	r.Use(compiles) // want `^compiles runs outside of gin\.Recovery\(\) .*regexp\.MustCompile\(…\)`
	api := r.Group("/api", gin.Recovery())
	api.GET("/x", list)
	_ = r.Run()
}

func chiOrder() http.Handler {
	r := chi.NewRouter()
	r.Use(middleware.Logger)
	r.Use(asserts) // want `^asserts runs outside of middleware\.Recoverer \(line \d+\), so a panic in it \(r\.Context\(\)\.Value\(…\)\.\(string\)\) is not recovered; register middleware\.Recoverer first$`
	r.Use(middleware.Recoverer)
	r.Get("/x", hello)
	return r
}

func ownType() http.Handler {
	r := chi.NewRouter()
	r.Use(mw.Account(), middleware.Recoverer) // want `^mw\.Account\(\) runs outside of middleware\.Recoverer`
	r.Get("/x", hello)
	return r
}

func wrapped() {
	mux := http.NewServeMux()
	mux.HandleFunc("/x", hello)
	_ = http.ListenAndServe(":8080", mw.Tenant(mw.Recover(mux))) // want `^mw\.Tenant runs outside of mw\.Recover \(line \d+\), so a panic in it \(panic\(…\)\)`
}

func wrappedInSteps() {
	mux := http.NewServeMux()
	mux.HandleFunc("/x", hello)
	h := mw.Recover(mux)
	h = mw.Tenant(h) // want `^mw\.Tenant runs outside of mw\.Recover \(line \d+\)`
	srv := &http.Server{Addr: ":8080", Handler: h}
	_ = srv.ListenAndServe()
}

func okRecoveryFirst() {
	r := gin.New()
	r.Use(gin.Recovery(), explicit)
	r.GET("/x", list)
	_ = r.Run()
}

func okDefault() {
	r := gin.Default()
	r.Use(explicit, gin.CustomRecovery(func(*gin.Context, any) {}))
	r.GET("/x", list)
	_ = r.Run()
}

func okChiLoggerFirst() http.Handler {
	r := chi.NewRouter()
	r.Use(middleware.RequestID, middleware.RealIP, middleware.Logger, middleware.Recoverer)
	r.Get("/x", hello)
	return r
}

// quiet has what only looks like a panic.
func quiet(tmpl *template.Template, pool *sync.Pool) gin.HandlerFunc {
	if tmpl == nil {
		panic("no template") // at start-up
	}
	re := regexp.MustCompile("^/a") // at start-up
	return func(c *gin.Context) {
		buf := pool.Get().(*[]byte) // a pool of one type
		defer pool.Put(buf)
		name, ok := c.MustGet("name").(string)
		go func() { panic("another goroutine's: another rule's") }()
		if c.Query("stop") != "" {
			panic(http.ErrAbortHandler)
		}
		_ = regexp.MustCompile(`^\d+$`)
		if ok && re.MatchString(name) {
			c.Next()
		}
	}
}

func protected(c *gin.Context) {
	defer func() {
		if v := recover(); v != nil {
			log.Print(v)
			panic(v)
		}
	}()
	if c.Query("key") == "" {
		panic("no key")
	}
	c.Next()
}

func okLooksLikeAPanic(pool *sync.Pool) {
	r := gin.New()
	r.Use(quiet(nil, pool))
	r.Use(gin.Recovery())
	r.GET("/x", list)
	_ = r.Run()
}

func okHasADeferOfItsOwn() {
	r := gin.New()
	r.Use(protected)
	r.Use(gin.Recovery())
	r.GET("/x", list)
	_ = r.Run()
}

func nopeCallerMayRecover(r *gin.Engine) {
	r.Use(explicit, gin.Recovery())
	r.GET("/x", list)
}

func okMountedBelowRecovery() {
	root := chi.NewRouter()
	root.Use(middleware.Recoverer)
	sub := chi.NewRouter()
	sub.Use(asserts, mw.Recover)
	sub.Get("/x", hello)
	root.Mount("/sub", sub)
	_ = http.ListenAndServe(":8080", root)
}

func okWrappedByRecovery() {
	r := chi.NewRouter()
	r.Use(asserts, middleware.Recoverer)
	r.Get("/x", hello)
	_ = http.ListenAndServe(":8080", mw.Recover(r))
}

func okTwice() {
	mux := http.NewServeMux()
	_ = http.ListenAndServe(":8080", mw.Recover(mw.Tenant(mw.Recover(mux))))
}

func okNoRecoveryAtAll() {
	r := chi.NewRouter() // want `without recovery`
	r.Use(asserts)
	r.Get("/x", hello)
	_ = http.ListenAndServe(":8080", r)
}

func okSets(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), ctxKey{}, "me")))
	})
}

func okDoesNotPanic() {
	r := chi.NewRouter()
	r.Use(okSets, middleware.Recoverer)
	r.Get("/x", hello)
}
