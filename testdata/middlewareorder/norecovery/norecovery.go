package norecovery

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/middlewareorder/norecovery/setup"
)

func list(c *gin.Context) { c.Status(http.StatusOK) }

func bare() {
	r := gin.New() // want `^r is a gin router without recovery, so a panic in the handler of GET "/x" drops the connection without a response; write r\.Use\(gin\.Recovery\(\)\) before its routes$`
	r.Use(gin.Logger())
	r.GET("/x", list)
	_ = r.Run()
}

func bareServer() *http.Server {
	engine := gin.New() // want `^engine is a gin router without recovery`
	api := engine.Group("/api")
	api.GET("/x", list)
	return &http.Server{Addr: ":8080", Handler: engine, ReadHeaderTimeout: time.Second}
}

func bareThroughHelpers() error {
	r, err := initEngine()
	if err != nil {
		return err
	}
	setup.Routes(r)
	srv := newServer(r)
	go func() { _ = srv.ListenAndServe() }()
	return srv.Shutdown(context.Background())
}

func initEngine() (*gin.Engine, error) {
	r := gin.New() // want `^r is a gin router without recovery, so a panic in the handler of GET "/users" drops`
	if err := r.SetTrustedProxies(nil); err != nil {
		return nil, errors.New("trusted proxies")
	}
	return r, nil
}

func newServer(r *gin.Engine) *http.Server {
	return &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		req.URL.Path = "/v1" + req.URL.Path
		r.ServeHTTP(w, req)
	})}
}

func bareElsewhere() {
	r := setup.Engine() // want `^setup\.Engine\(\) is a gin router without recovery, so a panic in the handler of GET "/x" drops the connection without a response; write r\.Use\(gin\.Recovery\(\)\) before its routes$`
	r.GET("/x", list)
	_ = http.ListenAndServe(":8080", r)
}

func groupsMayHaveTheirOwn(f func(*gin.RouterGroup)) {
	r := gin.New() // want `handler of GET "/x"`
	r.GET("/x", list)
	f(r.Group("/plugins"))
	_ = r.Run()
}

func otherEngine() {
	admin := gin.New() // want `^admin is a gin router`
	admin.GET("/x", list)
	r := gin.Default()
	r.GET("/x", list)
	go func() { _ = admin.Run(":8081") }()
	_ = r.Run()
}

func okDefault() {
	r := gin.Default()
	r.GET("/x", list)
	_ = r.Run()
}

func okElsewhere() {
	r := setup.Safe()
	r.GET("/x", list)
	_ = r.Run()

	s := gin.New()
	setup.Middleware(s)
	s.GET("/x", list)
	_ = s.Run()
}

func okSometimes(debug bool) {
	r := gin.New()
	if !debug {
		r.Use(gin.Recovery())
	}
	r.GET("/x", list)
	_ = r.Run()
}

func okLate() { // another kind's
	r := gin.New()
	r.GET("/healthz", list)
	r.Use(gin.Recovery())
	r.GET("/x", list)
	_ = r.Run()
}

func okOnGroups() {
	r := gin.New()
	api := r.Group("/api", gin.Recovery())
	api.GET("/x", list)
	_ = r.Run()
}

func okPerRoute() {
	r := gin.New()
	r.GET("/x", guard(list))
	r.GET("/y", wrapE(func(*gin.Context) error { return nil }))
	_ = r.Run()
}

func guard(next gin.HandlerFunc) gin.HandlerFunc {
	return func(c *gin.Context) {
		defer func() {
			if v := recover(); v != nil {
				c.AbortWithStatus(http.StatusInternalServerError)
			}
		}()
		next(c)
	}
}

func wrapE(next func(*gin.Context) error) gin.HandlerFunc {
	return func(c *gin.Context) {
		defer func() {
			v := recover()
			if err, ok := v.(error); ok && errors.Is(err, http.ErrAbortHandler) {
				panic(v)
			}
			if v != nil {
				_ = c.Error(errors.New("panic"))
			}
		}()
		_ = next(c)
	}
}

func recoverHTTP(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				log.Print(v)
				http.Error(w, "internal", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func okWrapped() {
	r := gin.New()
	r.GET("/x", list)
	_ = http.ListenAndServe(":8080", recoverHTTP(r))
}

func okWrappedLater() {
	r := gin.New()
	r.GET("/x", list)
	var h http.Handler = r
	h = recoverHTTP(h)
	srv := http.Server{}
	srv.Handler = h
	_ = srv.ListenAndServe()
}

func okWrappedLiteral() {
	r := gin.New()
	r.GET("/x", list)
	srv := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				http.Error(w, "internal", http.StatusInternalServerError)
			}
		}()
		r.ServeHTTP(w, req)
	})}
	_ = srv.ListenAndServe()
}

func recoverWith(*log.Logger) func(http.Handler) http.Handler { return recoverHTTP }

type guarded struct{ next http.Handler }

func (g guarded) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if v := recover(); v != nil {
			http.Error(w, "internal", http.StatusInternalServerError)
		}
	}()
	g.next.ServeHTTP(w, r)
}

func okWrappedByFactory() {
	r := gin.New()
	r.GET("/x", list)
	_ = http.ListenAndServe(":8080", recoverWith(nil)(r))
}

func okWrappedByType() {
	r := gin.New()
	r.GET("/x", list)
	_ = http.ListenAndServe(":8080", guarded{next: r})
}

func okWrappedByMethodExpression() {
	r := gin.New()
	(*gin.RouterGroup).Use(&r.RouterGroup, gin.Recovery())
	r.GET("/x", list)
	_ = r.Run()
}

func nopeGivenInASlice(fs ...func(*gin.Engine)) {
	r := gin.New()
	for _, f := range fs {
		f(r)
	}
	r.GET("/x", list)
	_ = r.Run()
}

func nopeHooks() {
	r := gin.New()
	register := r.Use // called later
	register(gin.Recovery())
	r.GET("/x", list)
	_ = r.Run()
}

func nopeWrappedByUnknown(wrap func(http.Handler) http.Handler) {
	r := gin.New()
	r.GET("/x", list)
	_ = http.ListenAndServe(":8080", wrap(r))
}

func nopeUnknownMiddleware(mw gin.HandlerFunc) {
	r := gin.New()
	r.Use(mw)
	r.GET("/x", list)
	_ = r.Run()
}

func nopeGivenToUnknown(f func(*gin.Engine)) {
	r := gin.New()
	f(r)
	r.GET("/x", list)
	_ = r.Run()
}

// NopeReturned returns the engine to a caller who may add recovery.
func NopeReturned() *gin.Engine {
	r := gin.New()
	r.GET("/x", list)
	return r
}

type server struct{ engine *gin.Engine }

func stored() *server {
	r := gin.New() // want `^r is a gin router without recovery`
	r.GET("/x", list)
	return &server{engine: r}
}

func okOnlyMetrics() {
	r := gin.New()
	r.GET("/metrics", list)
	r.GET("/healthz", list)
	_ = r.Run(":9090")
}

func okMountedOnOther() {
	r := gin.New()
	r.GET("/x", list)
	mux := http.NewServeMux()
	mux.Handle("/", r)
	_ = http.ListenAndServe(":8080", recoverHTTP(mux))
}

func okOneOfTwo(debug bool) {
	r := gin.New()
	if debug {
		r = gin.Default()
	}
	r.GET("/x", list)
	_ = r.Run()
}
