// Package fix holds registrations in the wrong place, with the code around them
// that a fix has to mind.
package fix

import (
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	fiberrecover "github.com/gofiber/fiber/v2/middleware/recover"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

func list(c *gin.Context) { c.Status(http.StatusOK) }

func recoverWith(out *os.File) gin.HandlerFunc { return gin.RecoveryWithWriter(out) }

func moved() error {
	r := gin.New()

	// The users.
	r.GET("/users", list)
	r.POST("/users", list)
	r.Use(gin.Recovery()) // want `registered after GET "/users"`
	r.GET("/items", list)
	return r.Run()
}

func movedWithItsComments() error {
	r := gin.New()
	r.GET("/users", list)

	// A panic must not end a client's connection:
	// the app retries those.
	r.Use(gin.Recovery()) // want `registered after GET "/users"`
	return r.Run()
}

func movedBeforeTheGroup() error {
	r := gin.New()
	r.Use(gin.Logger())
	api := r.Group("/api")
	r.Use(gin.Recovery()) // want `registered after api was made`
	api.GET("/users", list)
	return r.Run()
}

func movedBeforeFirstOfMany(app *fiber.App) error {
	users := app.Group("/users")
	users.Get("/", func(c *fiber.Ctx) error { return c.SendString("x") })
	app.Get("/items", func(c *fiber.Ctx) error { return c.SendString("x") })
	return app.Listen(":8080")
}

func movedInFiber() error {
	app := fiber.New()
	users := app.Group("/users")
	users.Get("/", func(c *fiber.Ctx) error { return c.SendString("x") })
	app.Use(fiberrecover.New()) // want `registered after Get "/"`
	return app.Listen(":8080")
}

func stayNeedsAVariable() error {
	r := gin.New()
	r.GET("/users", list)
	out := os.Stderr
	r.Use(recoverWith(out)) // want `registered after GET "/users"`
	return r.Run()
}

func stayVariableIsSet(out *os.File) error {
	r := gin.New()
	r.GET("/users", list)
	if out == nil {
		out = os.Stderr
	}
	r.Use(recoverWith(out)) // want `registered after GET "/users"`
	return r.Run()
}

func stayRegistersMore(auth gin.HandlerFunc) error {
	r := gin.New()
	r.GET("/users", list)
	r.Use(gin.Recovery(), gin.Logger()) // want `registered after GET "/users"`
	return r.Run()
}

func stayRoutesElsewhere() error {
	r := gin.New()
	routes(r)
	r.Use(gin.Recovery()) // want `registered after GET "/users"`
	return r.Run()
}

func routes(r *gin.Engine) { r.GET("/users", list) }

func stayConditional(debug bool) error {
	r := gin.New()
	r.GET("/users", list)
	if debug {
		r.Use(gin.Recovery()) // want `registered after GET "/users"`
	}
	return r.Run()
}

func added() error {
	r := gin.New() // want `without recovery`
	r.Use(gin.Logger())
	r.GET("/users", list)
	return r.Run()
}

func addedByItsName() error {
	e := echo.New() // want `without recovery`
	e.GET("/users", func(c echo.Context) error { return c.String(200, "x") })
	e.Use(middleware.Logger())
	return e.Start(":8080")
}

func addedByAnotherName() error {
	app := fiber.New(fiber.Config{ // want `without recovery`
		AppName: "x",
	})
	app.Get("/users", func(c *fiber.Ctx) error { return c.SendString("x") })
	return app.Listen(":8080")
}

func stayNameMeansSomethingElse() error {
	middleware := "x"
	e := echo.New() // want `without recovery`
	e.GET("/users", func(c echo.Context) error { return c.String(200, middleware) })
	return e.Start(":8080")
}

type server struct{ engine *gin.Engine }

func addedToAField() error {
	var s server
	s.engine = gin.New() // want `without recovery`
	s.engine.GET("/users", list)
	return s.engine.Run()
}

func stayInALiteral() error {
	s := server{engine: gin.New()} // want `without recovery`
	s.engine.GET("/users", list)
	return s.engine.Run()
}
