// Package ginmw has middleware and handlers of gin.
package ginmw

import (
	"errors"
	"log"
	"net/http"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/missingreturn/respond"
)

type user struct{ name string }

func lookup(token string) (*user, error) {
	if token == "" {
		return nil, errors.New("no token")
	}
	return &user{token}, nil
}

func noAbort(c *gin.Context) {
	u, err := lookup(c.GetHeader("Token"))
	if err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "who are you?"}) // want `c.JSON answers, but noAbort returns at line 27 without an abort, so the handlers behind it run too; call c.Abort before it returns`
		return
	}
	c.Set("user", u)
	c.Next()
}

func noAbortWithOK() gin.HandlerFunc {
	return func(c *gin.Context) {
		u, err := lookup(c.GetHeader("Token"))
		if err != nil {
			respond.Failed(c, "who are you?") // want `respond.Failed answers, but the function in noAbortWithOK returns at line 38 without an abort`
			return
		}
		c.Set("user", u)
		c.Next()
	}
}

func registered(c *gin.Context) {
	if c.GetHeader("Token") == "" {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "who are you?"}) // want `c.JSON answers, but registered returns at line 49 without an abort`
	}
}

func registeredByCall(role string) gin.HandlerFunc {
	return func(c *gin.Context) {
		if c.GetHeader("Role") != role {
			c.Status(http.StatusForbidden) // want `c.Status sets the status, but the function in registeredByCall returns at line 55 without an abort`
			return
		}
	}
}

func beforeRoute(c *gin.Context) {
	if c.GetHeader("Token") == "" {
		c.String(http.StatusUnauthorized, "who are you?") // want `c.String answers, but beforeRoute returns at line 63 without an abort`
		return
	}
}

func goesOn(c *gin.Context) {
	if c.GetHeader("Token") == "" {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "who are you?"}) // want `c.JSON answers, but goesOn goes on to c.Next at line 71, so the next handler runs too; return after it`
	}
	c.Next()
}

func second(c *gin.Context) {
	u, err := lookup(c.Query("token"))
	if err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"error": "who are you?"}) // want `c.JSON answers, but second goes on to c.JSON at line 79; return after it`
	}
	c.JSON(http.StatusOK, u)
}

func secondAfterAbort(c *gin.Context) {
	u, err := lookup(c.Query("token"))
	if err != nil {
		c.AbortWithStatus(http.StatusBadRequest) // want `c.AbortWithStatus answers, but secondAfterAbort goes on to c.JSON at line 87`
	}
	c.JSON(http.StatusOK, u)
}

func secondOfProject(c *gin.Context) {
	u, err := lookup(c.Query("token"))
	if err != nil {
		respond.Failed(c, err.Error()) // want `respond.Failed answers, but secondOfProject goes on to respond.OK at line 95`
	}
	respond.OK(c, u)
}

func secondWithoutError(c *gin.Context) {
	token := c.Query("token")
	if token == "" {
		respond.Failed(c, "no token") // want `respond.Failed answers, but secondWithoutError goes on to respond.OK at line 103`
	}
	respond.OK(c, token)
}

func bindIgnored(c *gin.Context) {
	var u struct{ Name string }
	_ = c.BindJSON(&u) // want `c.BindJSON answers if it fails, but bindIgnored ignores the error and goes on to c.JSON at line 109; return if it is not nil`
	c.JSON(http.StatusOK, u)
}

func okAborts(c *gin.Context) {
	if c.GetHeader("Token") == "" {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "who are you?"})
		c.Abort()
		return
	}
	c.Next()
}

func okAbortsBefore(c *gin.Context) {
	if c.GetHeader("Token") == "" {
		c.Abort()
		c.JSON(http.StatusUnauthorized, gin.H{"error": "who are you?"})
		return
	}
	c.Next()
}

func okAbortsThenNext(c *gin.Context) {
	if c.GetHeader("Token") == "" {
		c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "who are you?"})
	}
	c.Next() // runs nothing
}

func okHelperAborts(c *gin.Context) {
	if c.GetHeader("Token") == "" {
		respond.Abort(c, http.StatusUnauthorized, "who are you?")
		return
	}
	c.Next()
}

func stop(c *gin.Context) { c.Abort() }

func okStops(c *gin.Context) {
	if c.GetHeader("Token") == "" {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "who are you?"})
		stop(c)
		return
	}
	c.Next()
}

func okAsksForAbort(c *gin.Context) {
	if c.GetHeader("Token") == "" {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
	if c.IsAborted() {
		return
	}
	c.JSON(http.StatusOK, gin.H{})
}

// okAfterNext turns the errors of the handlers behind it into a response.
func okAfterNext(c *gin.Context) {
	c.Next()
	if len(c.Errors) > 0 && !c.Writer.Written() {
		c.JSON(http.StatusInternalServerError, gin.H{"error": "internal error"})
	}
}

// okHandler is the last of its chain.
func okHandler(c *gin.Context) {
	if c.Query("id") == "" {
		c.JSON(http.StatusBadRequest, gin.H{"error": "no id"})
		return
	}
	c.JSON(http.StatusOK, gin.H{})
}

// okMixed is the last of its chain, too.
func okMixed(c *gin.Context) {
	if c.Query("id") == "" {
		c.AbortWithStatusJSON(http.StatusBadRequest, gin.H{"error": "no id"})
		return
	}
	if c.Query("id") == "0" {
		c.JSON(http.StatusNotFound, gin.H{"error": "no such id"})
		return
	}
	c.JSON(http.StatusOK, gin.H{})
}

// okCollects leaves the answer to a middleware.
func okCollects(c *gin.Context) {
	if c.Query("id") == "" {
		_ = c.Error(errors.New("no id"))
		return
	}
	c.JSON(http.StatusOK, gin.H{})
}

func okBindChecked(c *gin.Context) {
	var u struct{ Name string }
	if err := c.BindJSON(&u); err != nil {
		return
	}
	c.JSON(http.StatusOK, u)
}

func okShouldBind(c *gin.Context) {
	var u struct{ Name string }
	_ = c.ShouldBindJSON(&u) // optional
	c.JSON(http.StatusOK, u)
}

func okStatusFirst(c *gin.Context) {
	c.Status(http.StatusNotFound)
	_, _ = c.Writer.WriteString("nothing here")
}

func okEvents(c *gin.Context, events <-chan string) {
	for e := range events {
		if e == "" {
			c.SSEvent("error", "empty")
			continue
		}
		c.SSEvent("message", e)
	}
}

func okOnlyLogs(c *gin.Context) {
	if err := c.Request.ParseForm(); err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"error": "bad form"})
		log.Print(err)
	} else {
		c.JSON(http.StatusOK, gin.H{})
	}
	log.Print("done")
}

func Routes() *gin.Engine {
	r := gin.New()
	r.Use(noAbort, noAbortWithOK(), registered, goesOn, okAborts, okAfterNext)
	admin := r.Group("/admin", registeredByCall("admin"))
	admin.GET("/", beforeRoute, okHandler)
	r.GET("/second", second)
	return r
}

// okEachError answers once for all errors but one.
func okEachError(c *gin.Context) {
	c.Next()
	for _, e := range c.Errors {
		switch e.Type {
		case gin.ErrorTypeBind:
			c.JSON(http.StatusBadRequest, gin.H{"error": "bad request"})
		default:
			c.JSON(http.StatusInternalServerError, gin.H{"error": "internal error"})
		}
	}
}
