// Package cors holds CORS middleware that runs where preflight requests arrive,
// and some that does not.
package cors

import (
	"net/http"

	gincors "github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	chicors "github.com/go-chi/cors"
	"github.com/gofiber/fiber/v2"
	fibercors "github.com/gofiber/fiber/v2/middleware/cors"
	fiberrecover "github.com/gofiber/fiber/v2/middleware/recover"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"
	echomw "github.com/labstack/echo/v4/middleware"
	"github.com/rs/cors"
)

func list(http.ResponseWriter, *http.Request) {}

func save(c *gin.Context) { c.Status(http.StatusOK) }

// allow is a service's own CORS middleware.
func allow(origin string) gin.HandlerFunc {
	return func(c *gin.Context) {
		c.Header("Access-Control-Allow-Origin", origin)
		c.Header("Access-Control-Allow-Methods", "GET, POST")
		if c.Request.Method == http.MethodOptions {
			c.AbortWithStatus(http.StatusNoContent)
			return
		}
		c.Next()
	}
}

// public lets pages read what it is for; it is no answer to a preflight.
func public(c *gin.Context) { c.Header("Access-Control-Allow-Origin", "*") }

func ginGroup(origin string) error {
	r := gin.Default()
	api := r.Group("/api")
	api.Use(allow(origin)) // want `^allow\(…\) runs on matching routes only, and gin has none for OPTIONS there, so the browser's preflight of POST "/users" \(line \d+\) gets no CORS headers; register it by r\.Use$`
	api.GET("/users", save)
	api.POST("/users", save)
	return r.Run()
}

func ginGroupAtOnce(config gincors.Config) error {
	r := gin.Default()
	api := r.Group("/api", gincors.New(config)) // want `^gincors\.New\(…\) runs on matching routes only`
	v1 := api.Group("/v1")
	v1.PUT("/users/:id", save)
	return r.Run()
}

func ginOneRoute(origin string) error {
	r := gin.Default()
	r.POST("/users", allow(origin), save) // want `preflight of POST "/users"`
	return r.Run()
}

func ginLate(origin string) error {
	r := gin.Default()
	r.GET("/users", save)
	r.POST("/users", save)
	r.Use(allow(origin)) // want `^allow\(…\) is registered after GET "/users" \(line \d+\) and 1 more route, so gin does not run it there and the responses of their handlers have no CORS headers; register it first$`
	return r.Run()
}

func chiGroup() error {
	r := chi.NewRouter()
	r.Use(middleware.Recoverer)
	r.Group(func(r chi.Router) {
		r.Use(chicors.AllowAll().Handler) // want `^chicors\.AllowAll\(\)\.Handler runs on matching routes only, and chi has none`
		r.Get("/users", list)
		r.Post("/users", list)
	})
	return http.ListenAndServe(":8080", r)
}

func chiWith(c *cors.Cors) error {
	r := chi.NewRouter()
	r.Use(middleware.Recoverer)
	r.With(c.Handler).Delete("/users/{id}", list) // want `^c\.Handler runs on matching routes only`
	return http.ListenAndServe(":8080", r)
}

func echoRoute() error {
	e := echo.New()
	e.Use(echomw.Recover())
	e.POST("/users", func(c echo.Context) error { return c.NoContent(http.StatusCreated) }, echomw.CORS()) // want `and echo has none for OPTIONS there, so the browser's preflight of POST "/users" \(line \d+\) gets no CORS headers; register it by e\.Use$`
	return e.Start(":8080")
}

func echoGroupLate() error {
	e := echo.New()
	e.Use(echomw.Recover())
	g := e.Group("/api")
	g.POST("/users", func(c echo.Context) error { return c.NoContent(http.StatusCreated) })
	g.Use(echomw.CORS()) // want `^echomw\.CORS\(\) is registered after POST "/users" \(line \d+\), so echo does not run it there and the responses of its handler have no CORS headers`
	return e.Start(":8080")
}

func fiberLate() error {
	app := fiber.New()
	app.Use(fiberrecover.New())
	app.Post("/users", func(c *fiber.Ctx) error { return c.SendStatus(201) })
	app.Use(fibercors.New()) // want `is registered after Post "/users"`
	return app.Listen(":8080")
}

func gorillaUse(c *cors.Cors) error {
	r := mux.NewRouter()
	r.Use(c.Handler) // want `and gorilla/mux has none for OPTIONS there, .*; wrap the router in it$`
	r.HandleFunc("/users", list).Methods(http.MethodPost)
	return http.ListenAndServe(":8080", r)
}

func serveMux(c *cors.Cors) error {
	mx := http.NewServeMux()
	mx.Handle("POST /users", c.Handler(http.HandlerFunc(list))) // want `and net/http has none for OPTIONS there, .*; wrap the router in it$`
	return http.ListenAndServe(":8080", mx)
}

func okGinEngine(origin string) error {
	r := gin.Default()
	r.Use(allow(origin))
	r.POST("/users", save)
	return r.Run()
}

func okGinEngineToo(origin string) error {
	r := gin.Default()
	r.Use(allow(origin))
	api := r.Group("/api", allow("https://app.example"))
	api.POST("/users", save)
	return r.Run()
}

func okGinOptionsRoute(origin string) error {
	r := gin.Default()
	api := r.Group("/api", allow(origin))
	api.POST("/users", save)
	api.OPTIONS("/*path", save)
	return r.Run()
}

func okGinAny(origin string) error {
	r := gin.Default()
	api := r.Group("/api", allow(origin))
	api.Any("/users", save)
	return r.Run()
}

func okGinNoRouteAnswers(origin string) error {
	r := gin.Default()
	r.NoRoute(allow(origin), save)
	api := r.Group("/api", allow(origin))
	api.POST("/users", save)
	return r.Run()
}

func okGinReadsForEverybody() error {
	r := gin.Default()
	r.GET("/feed", gincors.Default(), save)
	return r.Run()
}

func okGinNoPreflightMeant() error {
	r := gin.Default()
	api := r.Group("/api", public)
	api.POST("/vote", save)
	return r.Run()
}

func okGinEngineOfOthers(r *gin.Engine, origin string) {
	api := r.Group("/api", allow(origin))
	api.POST("/users", save)
}

func okGinOthersRegister(f func(*gin.Engine), origin string) error {
	r := gin.Default()
	f(r)
	api := r.Group("/api", allow(origin))
	api.POST("/users", save)
	return r.Run()
}

func okGinWrapped(c *cors.Cors, origin string) error {
	r := gin.Default()
	api := r.Group("/api", allow(origin))
	api.POST("/users", save)
	return http.ListenAndServe(":8080", c.Handler(r))
}

func okGinBetweenOnPurpose(origin string) error {
	r := gin.Default()
	r.GET("/panel", save)
	r.Use(allow(origin))
	r.POST("/v1/chat", save)
	return r.Run()
}

func okGinForNoRoute(origin string) error {
	r := gin.Default()
	r.GET("/panel", save)
	r.Use(allow(origin))
	r.NoRoute(save)
	return r.Run()
}

func okGinLateForStaticFiles(origin string) error {
	r := gin.Default()
	r.GET("/panel", save)
	r.Use(allow(origin))
	r.Static("/assets", "assets")
	return r.Run()
}

func okChiRoot() error {
	r := chi.NewRouter()
	r.Use(middleware.Recoverer, chicors.AllowAll().Handler)
	r.Group(func(r chi.Router) { r.Post("/users", list) })
	return http.ListenAndServe(":8080", r)
}

func okChiSubRouter() error {
	r := chi.NewRouter()
	r.Use(middleware.Recoverer)
	r.Route("/api", func(r chi.Router) {
		r.Use(chicors.AllowAll().Handler)
		r.Post("/users", list)
	})
	return http.ListenAndServe(":8080", r)
}

func okChiMounted() error {
	api := chi.NewRouter()
	api.Use(chicors.AllowAll().Handler)
	api.Post("/users", list)
	r := chi.NewRouter()
	r.Use(middleware.Recoverer)
	r.Mount("/api", api)
	return http.ListenAndServe(":8080", r)
}

func okChiGroupAroundMount() error {
	api := chi.NewRouter()
	api.Post("/users", list)
	r := chi.NewRouter()
	r.Use(middleware.Recoverer)
	r.With(chicors.AllowAll().Handler).Mount("/api", api)
	return http.ListenAndServe(":8080", r)
}

func okChiHandlesAllMethods() error {
	r := chi.NewRouter()
	r.Use(middleware.Recoverer)
	r.With(chicors.AllowAll().Handler).Handle("/users", http.HandlerFunc(list))
	return http.ListenAndServe(":8080", r)
}

func okChiOptionsRoute() error {
	r := chi.NewRouter()
	r.Use(middleware.Recoverer)
	r.Group(func(r chi.Router) {
		r.Use(chicors.AllowAll().Handler)
		r.Options("/users", list)
		r.Post("/users", list)
	})
	return http.ListenAndServe(":8080", r)
}

type service struct{ router *gin.Engine }

func okOptionsByAnotherMethod(origin string) *service {
	s := &service{router: gin.Default()}
	s.router.Group("/api", allow(origin)).POST("/users", save)
	return s
}

func (s *service) options() { s.router.OPTIONS("/api/*path", save) }

func okEchoGroup() error {
	e := echo.New()
	e.Use(echomw.Recover())
	g := e.Group("/api", echomw.CORS())
	g.POST("/users", func(c echo.Context) error { return c.NoContent(http.StatusCreated) })
	return e.Start(":8080")
}

func okFiberGroup() error {
	app := fiber.New()
	app.Use(fiberrecover.New())
	api := app.Group("/api", fibercors.New())
	api.Post("/users", func(c *fiber.Ctx) error { return c.SendStatus(201) })
	return app.Listen(":8080")
}

func okGorillaOptionsAmongMethods(c *cors.Cors) error {
	r := mux.NewRouter()
	r.Use(c.Handler)
	r.HandleFunc("/users", list).Methods(http.MethodPost, http.MethodOptions)
	return http.ListenAndServe(":8080", r)
}

func okGorillaAllMethods(c *cors.Cors) error {
	r := mux.NewRouter()
	r.Use(c.Handler)
	r.HandleFunc("/users", list)
	return http.ListenAndServe(":8080", r)
}

func okGorillaWrapped(c *cors.Cors) error {
	r := mux.NewRouter()
	r.HandleFunc("/users", list).Methods(http.MethodPost)
	return http.ListenAndServe(":8080", c.Handler(r))
}

func okServeMuxWrapped(c *cors.Cors) error {
	mx := http.NewServeMux()
	mx.HandleFunc("POST /users", list)
	return http.ListenAndServe(":8080", c.Handler(mx))
}

func okServeMuxAllMethods(c *cors.Cors) error {
	mx := http.NewServeMux()
	mx.Handle("/users", c.Handler(http.HandlerFunc(list)))
	return http.ListenAndServe(":8080", mx)
}

func okServeMuxCatchAll(c *cors.Cors) error {
	mx := http.NewServeMux()
	mx.Handle("POST /users", c.Handler(http.HandlerFunc(list)))
	mx.Handle("/", c.Handler(http.NotFoundHandler()))
	return http.ListenAndServe(":8080", mx)
}

func okCondition(dev bool, origin string) error {
	r := gin.Default()
	if dev {
		r.Use(allow("*"))
	}
	api := r.Group("/api", allow(origin))
	api.POST("/users", save)
	return r.Run()
}
