// Package replaced holds handlers and middleware that are set more than once.
package replaced

import (
	"errors"
	"log"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/gofiber/fiber/v2"
	fiberlogger "github.com/gofiber/fiber/v2/middleware/logger"
	fiberrecover "github.com/gofiber/fiber/v2/middleware/recover"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"
	echomw "github.com/labstack/echo/v4/middleware"
)

func list(c *gin.Context) { c.Status(http.StatusOK) }

func missing(c *gin.Context) { c.JSON(http.StatusNotFound, gin.H{"error": "not found"}) }

func noRouteTwice() error {
	r := gin.Default()
	r.NoRoute(missing) // want `^r\.NoRoute\(…\) is replaced by r\.NoRoute\(…\) \(line \d+\), so its handler never runs; keep the one that is meant, and set it last$`
	r.GET("/users", list)
	r.NoRoute(func(c *gin.Context) { c.String(http.StatusNotFound, "no such page") })
	return r.Run()
}

func noRouteTwiceByHelper() error {
	r := gin.Default()
	r.NoRoute(missing) // want `^r\.NoRoute\(…\) is replaced by r\.NoRoute\(…\) \(line \d+\)`
	pages(r)
	return r.Run()
}

func pages(r *gin.Engine) { r.NoRoute(missing) }

func chiNotFoundTwice() error {
	r := chi.NewRouter()
	r.Use(middleware.Recoverer)
	r.NotFound(http.NotFound) // want `^r\.NotFound\(…\) is replaced by r\.NotFound\(…\)`
	r.NotFound(http.NotFound)
	return http.ListenAndServe(":8080", r)
}

func chiNotFoundOfTheGroup() error {
	r := chi.NewRouter()
	r.Use(middleware.Recoverer)
	r.NotFound(http.NotFound) // want `is replaced by r\.NotFound\(…\)`
	r.Group(func(r chi.Router) {
		r.Use(middleware.NoCache)
		r.NotFound(http.NotFound)
	})
	return http.ListenAndServe(":8080", r)
}

func gorillaTwice() error {
	r := mux.NewRouter()
	r.NotFoundHandler = http.NotFoundHandler() // want `is replaced by`
	r.NotFoundHandler = http.RedirectHandler("/", http.StatusFound)
	return http.ListenAndServe(":8080", r)
}

func okGorillaSubrouter() error {
	r := mux.NewRouter()
	r.NotFoundHandler = http.NotFoundHandler()
	r.PathPrefix("/api").Subrouter().NotFoundHandler = http.NotFoundHandler()
	return http.ListenAndServe(":8080", r)
}

func okChiSubRouterHasItsOwn() error {
	r := chi.NewRouter()
	r.Use(middleware.Recoverer)
	r.NotFound(http.NotFound)
	r.Route("/api", func(r chi.Router) { r.NotFound(http.NotFound) })
	return http.ListenAndServe(":8080", r)
}

func okMethodsToo() error {
	r := gin.Default()
	r.HandleMethodNotAllowed = true
	r.NoRoute(missing)
	r.NoMethod(missing)
	return r.Run()
}

func okOverriddenUnderACondition(debug bool) error {
	r := gin.Default()
	r.NoRoute(missing)
	if debug {
		r.NoRoute(list)
	}
	return r.Run()
}

func okOneOfTwo(debug bool) error {
	r := gin.Default()
	if debug {
		r.NoRoute(list)
	} else {
		r.NoRoute(missing)
	}
	return r.Run()
}

func answer(err error, c echo.Context) { _ = c.JSON(http.StatusInternalServerError, err.Error()) }

func unknown(c echo.Context) error { return c.JSON(http.StatusNotFound, "no such route") }

func auth(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Request().Header.Get("Authorization") == "" {
			return echo.ErrUnauthorized
		}
		return next(c)
	}
}

func useAfterRouteNotFound() error {
	e := echo.New()
	e.Use(echomw.Recover())
	g := e.Group("/api")
	g.RouteNotFound("/*", unknown) // want `^g\.RouteNotFound\(…\) is replaced by g\.Use\(…\) \(line \d+\), by which echo sets a handler of its own there, so its handler never runs`
	g.Use(auth)
	g.GET("/users", unknown)
	return e.Start(":8080")
}

func groupOfTheSamePath() error {
	e := echo.New()
	e.Use(echomw.Recover())
	e.RouteNotFound("/*", unknown) // want `^e\.RouteNotFound\(…\) is replaced by`
	g := e.Group("", auth)
	g.GET("/users", unknown)
	return e.Start(":8080")
}

func notBelowTheGroup() error {
	e := echo.New()
	e.Use(echomw.Recover())
	e.RouteNotFound("/*", unknown) // want `^e\.RouteNotFound\(…\) does not answer below "/api": g \(line \d+\) has middleware, for which echo sets a handler of its own there; call RouteNotFound on the group, too$`
	g := e.Group("/api", auth)
	g.GET("/users", unknown)
	return e.Start(":8080")
}

func okRouteNotFoundAfterUse() error {
	e := echo.New()
	e.Use(echomw.Recover())
	g := e.Group("/api")
	g.Use(auth)
	g.RouteNotFound("/*", unknown)
	g.GET("/users", unknown)
	return e.Start(":8080")
}

func okEachHasItsOwn() error {
	e := echo.New()
	e.Use(echomw.Recover())
	e.RouteNotFound("/*", unknown)
	g := e.Group("/api", auth)
	g.RouteNotFound("/*", unknown)
	g.GET("/users", unknown)
	return e.Start(":8080")
}

func okGroupWithoutMiddleware() error {
	e := echo.New()
	e.Use(echomw.Recover())
	e.RouteNotFound("/*", unknown)
	g := e.Group("/api")
	g.GET("/users", unknown)
	return e.Start(":8080")
}

func okPagesAreNotForTheAPI() error {
	e := echo.New()
	e.Use(echomw.Recover())
	e.RouteNotFound("/*", func(c echo.Context) error { return c.HTML(http.StatusNotFound, "<h1>No such page</h1>") })
	g := e.Group("/api", auth)
	g.GET("/users", unknown)
	return e.Start(":8080")
}

func okFromTheRoot() error {
	e := echo.New()
	e.Use(echomw.Recover())
	e.RouteNotFound("/*", unknown)
	e.RouteNotFound("/api/*", unknown)
	g := e.Group("/api", auth)
	g.GET("/users", unknown)
	return e.Start(":8080")
}

func fiberTooLate() error {
	config := fiber.Config{AppName: "x"}
	app := fiber.New(config)
	config.ErrorHandler = func(c *fiber.Ctx, err error) error { return c.SendString(err.Error()) } // want `^config\.ErrorHandler is set after fiber\.New\(…\) copied config \(line \d+\), so it never runs; set it before$`
	app.Use(fiberrecover.New())
	app.Get("/users", func(c *fiber.Ctx) error { return errors.New("x") })
	return app.Listen(":8080")
}

func fiberInACopy(app *fiber.App) {
	config := app.Config()
	config.ErrorHandler = func(c *fiber.Ctx, err error) error { return c.SendString(err.Error()) } // want `^config\.ErrorHandler is set in a copy of the configuration that app\.Config\(\) returned \(line \d+\), so it never runs; set it where the router is made$`
	app.Get("/users", func(c *fiber.Ctx) error { return errors.New("x") })
}

func okFiberBefore() error {
	config := fiber.Config{AppName: "x"}
	config.ErrorHandler = func(c *fiber.Ctx, err error) error { return c.SendString(err.Error()) }
	app := fiber.New(config)
	app.Use(fiberrecover.New())
	return app.Listen(":8080")
}

func okFiberForTheNextApp() error {
	config := fiber.Config{AppName: "x"}
	app := fiber.New(config)
	config.ErrorHandler = func(c *fiber.Ctx, err error) error { return c.SendString(err.Error()) }
	admin := fiber.New(config)
	app.Mount("/admin", admin)
	return app.Listen(":8080")
}

func requestLog(c *gin.Context) {
	start := time.Now()
	c.Next()
	log.Print(c.Request.Method, c.Request.URL, time.Since(start))
}

func authorize(scope string) gin.HandlerFunc {
	return func(c *gin.Context) {
		if c.GetHeader("Authorization") != scope {
			c.AbortWithStatus(http.StatusUnauthorized)
		}
	}
}

func loggedTwice() error {
	r := gin.Default()
	r.Use(gin.Logger()) // want `^gin\.Logger\(\) is in what gin\.Default\(\) makes already, so every request is logged twice; leave this out$`
	r.GET("/users", list)
	return r.Run()
}

func ownTwice() error {
	r := gin.New()
	r.Use(gin.Recovery(), requestLog)
	api := r.Group("/api", requestLog) // want `^requestLog is registered already around the same routes \(line \d+\), so every request is logged twice; leave this out$`
	api.Use(authorize("read"))
	api.GET("/users", authorize("read"), list) // want `^authorize\(…\) is registered already around the same routes \(line \d+\), so it runs twice for every request; leave this out$`
	return r.Run()
}

func fiberTwice() error {
	app := fiber.New()
	app.Use(fiberrecover.New(), fiberlogger.New())
	app.Use(fiberlogger.New()) // want `^fiberlogger\.New\(\) is registered already`
	app.Get("/users", func(c *fiber.Ctx) error { return errors.New("x") })
	return app.Listen(":8080")
}

func okRecoveryTwice() error {
	r := gin.Default()
	r.Use(gin.Recovery())
	r.GET("/users", list)
	return r.Run()
}

func okOtherArguments() error {
	r := gin.Default()
	r.Use(authorize("read"))
	r.POST("/users", authorize("write"), list)
	return r.Run()
}

func okOtherLogger() error {
	r := gin.Default()
	r.Use(requestLog)
	r.GET("/users", list)
	return r.Run()
}

func okSiblings() error {
	r := gin.Default()
	r.Group("/a", authorize("read")).GET("/users", list)
	r.Group("/b", authorize("read")).GET("/users", list)
	return r.Run()
}

func okEitherOr(debug bool) error {
	r := gin.New()
	r.Use(gin.Recovery())
	if debug {
		r.Use(requestLog)
	} else {
		r.Use(requestLog, authorize("read"))
	}
	r.GET("/users", list)
	return r.Run()
}
