package unprotected

import (
	"fmt"
	"log"
	"net/http"
	"net/http/pprof"
	"os"

	g "github.com/gin-gonic/gin"

	"example.com/fixtures/middlewareorder/unprotected/setup"
)

func list(c *g.Context) { c.String(http.StatusOK, "ok") }

func auth(c *g.Context) { c.Next() }

func lateOnEngine() {
	r := g.New()
	r.GET("/users", list)
	r.Use(g.Recovery()) // want `^g\.Recovery\(\) is registered after GET "/users" \(line 21\), so gin does not run it there and a panic in its handler is not recovered; register it first$`
	_ = r.Run()
}

func lateAmongOthers() {
	r := g.New()
	r.Use(g.Logger())
	r.GET("/users", list)
	r.POST("/users", list)
	r.Handle(http.MethodPut, "/users", list)
	r.Use(auth, g.CustomRecovery(func(c *g.Context, _ any) { c.AbortWithStatus(500) })) // want `^g\.CustomRecovery\(…\) is registered after GET "/users" \(line \d+\) and 2 more routes, so gin does not run it there and a panic in their handlers is not recovered; register it first$`
	r.GET("/later", list)
	_ = http.ListenAndServe(":8080", r)
}

func parentUseAfterGroup() {
	r := g.New()
	api := r.Group("/api")
	r.Use(g.Recovery()) // want `^g\.Recovery\(\) is registered after api was made by Group "/api" \(line \d+\), so gin does not run it there and a panic in the handler of GET "/x" is not recovered; register it first$`
	api.GET("/x", list)
	r.GET("/y", list)
	_ = r.Run()
}

func subGroup() {
	r := g.New()
	api := r.Group("/api")
	v1 := api.Group("/v1")
	api.Use(g.Recovery()) // want `v1 was made by Group "/v1" \(line \d+\)`
	v1.GET("/x", list)
	_ = r.Run()
}

func groupUseAfterItsRoute() {
	r := g.New()
	api := r.Group("/api")
	{
		api.GET("/x", list)
		api.Use(setup.Recover()) // want `setup\.Recover\(\) is registered after GET "/x"`
		api.GET("/y", list)
	}
	_ = r.Run()
}

func notAProbe() {
	r := g.New()
	r.GET("/orders/:id/status", list)
	r.Use(g.Recovery()) // want `after GET "/orders/:id/status"`
	_ = r.Run()
}

func inline() {
	r := g.New()
	r.GET("/x", list).Use(g.Recovery()).GET("/y", list) // want `after GET "/x"`
	_ = r.Run()
	s := g.New()
	s.Group("/z").GET("/z", list).Use(g.Recovery()) // want `after GET "/z"`
	_ = s.Run()
}

func routes(r g.IRouter) {
	r.GET("/x", list)
}

func middleware(e *g.Engine) {
	e.Use(g.Recovery()) // want `after GET "/x" \(line \d+\)`
}

func byHelpers() {
	r := g.New()
	routes(r)
	middleware(r)
	_ = r.Run()
}

func byHelpersElsewhere() {
	r := g.New()
	setup.Users(r)
	r.Use(g.Recovery()) // want `after GET "/users" of setup\.Users\(…\) \(line \d+\) and 1 more route, so`
	_ = r.Run()
}

func useElsewhere() {
	r := g.New()
	r.GET("/x", list)
	setup.Middleware(r) // want `^Recover\(\) of setup\.Middleware\(…\) is registered after GET "/x" \(line \d+\), so`
	_ = r.Run()
}

func allElsewhere() {
	r := g.New()
	setup.All(r) // want `^Recover\(\) of setup\.All\(…\) is registered after GET "/users" of setup\.All`
	_ = r.Run()
}

func byMethodElsewhere() {
	r := g.New()
	api := r.Group("/api")
	new(setup.Admin).Routes(api)
	api.Use(g.Recovery()) // want `after DELETE "/users/:id"`
	_ = r.Run()
}

func closures() {
	r := g.New()
	add := func(e *g.Engine) { e.GET("/x", list) }
	func() { add(r) }()
	r.Use(g.Recovery()) // want `after GET "/x" \(line \d+\)`
	_ = r.Run()
}

func conditionalRoute(admin bool) {
	r := g.New()
	if admin {
		r.GET("/admin", list)
	}
	for _, name := range []string{"a", "b"} {
		r.GET("/"+name, list)
	}
	r.Use(g.Recovery()) // want `after GET "/admin" \(line \d+\) and 1 more route, so`
	_ = r.Run()
}

func conditionalUse() {
	r := g.New()
	r.GET("/x", list)
	if os.Getenv("RECOVER") != "" {
		r.Use(g.Recovery()) // want `after GET "/x"`
	}
	_ = r.Run()
}

type server struct {
	engine *g.Engine
	*g.RouterGroup
}

func (s *server) routes() {
	s.engine.GET("/x", list)
}

func newServer() *server {
	s := &server{engine: g.New()}
	s.routes()
	s.engine.Use(g.Recovery()) // want `after GET "/x" \(line \d+\)`
	return s
}

func embedded() {
	s := server{RouterGroup: g.New().Group("/")}
	s.GET("/x", list)
	s.Use(g.Recovery()) // want `after GET "/x"`
}

func newEngine() *g.Engine {
	r := g.New()
	r.GET("/x", list)
	return r
}

func fromConstructor() {
	r := newEngine()
	r.Use(g.Recovery()) // want `after GET "/x" \(line \d+\)`
	_ = r.Run()
}

func register[T any](r *g.Engine, _ T) { r.GET("/generic", list) }

func generic() {
	r := g.New()
	register(r, 1)
	r.Use(g.Recovery()) // want `after GET "/generic"`
	_ = r.Run()
}

type engine = g.Engine

func alias(late bool) {
	var r *engine = g.New()
	r.RouterGroup.GET("/x", list)
	var rec g.HandlerFunc = g.Recovery()
	r.RouterGroup.Use(rec) // want `rec is registered after GET "/x"`
	_ = r.Run()
}

func literalRecovery() {
	r := g.New()
	r.GET("/x", list)
	r.Use(func(c *g.Context) { // want `^this middleware is registered after GET "/x"`
		defer func() {
			if v := recover(); v != nil {
				log.Print(v)
				c.AbortWithStatus(500)
			}
		}()
		c.Next()
	})
	_ = r.Run()
}

func okRecoveryFirst() {
	r := g.New()
	r.Use(g.Logger(), g.Recovery())
	r.GET("/x", list)
	api := r.Group("/api")
	api.GET("/x", list)
	_ = r.Run()
}

func okDefaultThenItsOwn() {
	r := g.Default()
	r.GET("/x", list)
	r.Use(setup.Recover()) // a second one
	_ = r.Run()
}

func okSecondOnAGroup() {
	r := g.New()
	r.Use(g.Recovery())
	api := r.Group("/api")
	api.GET("/x", list)
	api.Use(setup.Recover())
	_ = r.Run()
}

func okHealthBefore() {
	r := g.New()
	r.GET("/healthz", list)
	r.GET("/api/v1/health", list)
	r.GET("/metrics", list)
	r.GET("/api/docs/*any", list)
	r.GET("/debug/pprof/profile", g.WrapF(pprof.Profile))
	r.GET("/p", g.WrapF(pprof.Profile))
	r.Static("/files", ".")
	r.StaticFile("/logo.svg", "logo.svg")
	r.GET("/dl/*path", g.WrapH(http.FileServer(http.Dir("."))))
	setup.Health(r)
	r.Use(g.Recovery())
	r.GET("/x", list)
	_ = r.Run()
}

func okBasePath(base string) {
	r := g.New()
	r.GET(base+"/healthz", list)
	r.Use(g.Recovery())
	_ = r.Run()
}

func okRouteRecoversItself() {
	r := g.New()
	r.GET("/x", g.Recovery(), list)
	r.GET("/y", setup.Recover(), list)
	r.Use(g.Recovery())
	_ = r.Run()
}

func okAuthLate() {
	r := g.New()
	r.Use(g.Recovery())
	r.POST("/login", list)
	r.Use(auth)
	r.GET("/x", list)
	_ = r.Run()
}

func nopeUnknownMiddlewareBefore(mw g.HandlerFunc, more ...g.HandlerFunc) {
	r := g.New()
	r.Use(mw)
	r.GET("/x", list)
	r.Use(g.Recovery())

	s := g.New()
	s.Use(more...)
	s.GET("/x", list)
	s.Use(g.Recovery())
	_ = r.Run()
	_ = s.Run()
}

func nopeCallerMayHaveRecovery(r *g.Engine) {
	r.GET("/x", list)
	r.Use(g.Recovery())
}

func okConditionallyBefore(early bool) {
	r := g.New()
	if early {
		r.Use(g.Recovery())
	}
	r.GET("/x", list)
	if !early {
		r.Use(g.Recovery())
	}
	_ = r.Run()
}

func okEitherOr(install bool) {
	r := g.New()
	if install {
		r.GET("/install", list)
	} else {
		r.Use(g.Recovery())
		r.GET("/x", list)
	}
	_ = r.Run()
}

func okLeavesBefore(install bool) {
	r := g.New()
	if install {
		r.GET("/install", list)
		_ = r.Run()
		return
	}
	r.Use(g.Recovery())
	r.GET("/x", list)
	_ = r.Run()
}

func okNestedLeave(a, b bool) error {
	r := g.New()
	if a {
		switch {
		case b:
			r.GET("/install", list)
			return r.Run()
		default:
			fmt.Println("b")
		}
	}
	r.Use(g.Recovery())
	return r.Run()
}

func nopeConditionsMayExclude(a, b bool) {
	r := g.New()
	if a {
		r.GET("/x", list)
	}
	if b {
		r.Use(g.Recovery())
	}
	_ = r.Run()
}

func okTwoEngines() {
	admin, r := g.New(), g.New() // want `^admin is a gin router without recovery`
	admin.GET("/x", list)
	r.Use(g.Recovery())
	r.GET("/x", list)
	admin.Use(auth)
	_ = r.Run()
	go func() { _ = admin.Run() }()
}

func nopeOneOfTwoEngines(dev bool) {
	var r *g.Engine
	if dev {
		r = g.Default()
	} else {
		r = g.New()
	}
	r.GET("/x", list)
	r.Use(g.Recovery())
	_ = r.Run()
}

type agent interface{ Register(*g.Engine) }

func nopeUnknownCodeBefore(a agent) {
	r := g.New()
	a.Register(r) // may register recovery
	r.GET("/x", list)
	r.Use(g.Recovery())
	_ = r.Run()
}

func okOnlyTheGroupIsMeant() {
	r := g.New()
	r.GET("/x", list)
	api := r.Group("/api", g.Recovery())
	api.GET("/x", list)
	_ = r.Run()
}

func okIgnored() {
	r := g.New()
	r.GET("/x", list)
	//lint:ignore middlewareorder the handler cannot panic
	r.Use(g.Recovery())
	_ = r.Run()
}
