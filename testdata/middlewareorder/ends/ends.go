// Package ends holds recovery that answers a panic, with and without an end to
// the chain.
package ends

import (
	"log"
	"net/http"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/middlewareorder/ends/answers"
)

func goesOn() gin.HandlerFunc {
	return func(c *gin.Context) {
		defer func() {
			if v := recover(); v != nil {
				log.Print(v)
				c.JSON(http.StatusInternalServerError, gin.H{"error": "internal error"}) // want `^c\.JSON\(…\) answers a panic and the chain goes on, so the handlers behind the one that panicked run, even if that was to refuse the request; write c\.AbortWithStatusJSON$`
			}
		}()
		c.Next()
	}
}

func goesOnDeclared(c *gin.Context) {
	defer func() {
		if recover() != nil {
			c.String(http.StatusInternalServerError, "internal error") // want `^c\.String\(…\) answers a panic and .*; call Abort on the context, too$`
		}
	}()
	c.Next()
}

func goesOnByHelper(c *gin.Context) {
	defer func() {
		if recover() != nil {
			answers.Internal(c) // want `^answers\.Internal\(…\) answers a panic`
		}
	}()
	c.Next()
}

func goesOnInTheLibrarys() gin.HandlerFunc {
	return gin.CustomRecovery(func(c *gin.Context, v any) {
		log.Print(v)
		c.JSON(http.StatusInternalServerError, gin.H{"error": "internal error"}) // want `^c\.JSON\(…\) answers a panic`
	})
}

func goesOnDeclaredInTheLibrarys() gin.HandlerFunc { return gin.CustomRecovery(onPanic) }

func onPanic(c *gin.Context, _ any) {
	c.JSON(http.StatusInternalServerError, gin.H{"error": "internal error"}) // want `^c\.JSON\(…\) answers a panic`
}

func okAborts() gin.HandlerFunc {
	return func(c *gin.Context) {
		defer func() {
			if v := recover(); v != nil {
				c.AbortWithStatusJSON(http.StatusInternalServerError, gin.H{"error": "internal error"})
			}
		}()
		c.Next()
	}
}

func okAbortsAfter() gin.HandlerFunc {
	return gin.CustomRecovery(func(c *gin.Context, v any) {
		c.JSON(http.StatusInternalServerError, gin.H{"error": "internal error"})
		c.Abort()
	})
}

func okAbortsByHelper(c *gin.Context) {
	defer func() {
		if recover() != nil {
			answers.Abort(c)
		}
	}()
	c.Next()
}

func okPanicsOn(c *gin.Context) {
	defer func() {
		if v := recover(); v != nil {
			c.JSON(http.StatusInternalServerError, gin.H{"error": "internal error"})
			panic(v)
		}
	}()
	c.Next()
}

func okGivenToOthers(answer func(*gin.Context)) gin.HandlerFunc {
	return func(c *gin.Context) {
		defer func() {
			if recover() != nil {
				answer(c)
			}
		}()
		c.Next()
	}
}

func okHandlerIsLast(c *gin.Context) {
	defer func() {
		if recover() != nil {
			c.JSON(http.StatusInternalServerError, gin.H{"error": "internal error"})
		}
	}()
	c.String(http.StatusOK, "x")
}

func okAnswersNothing(c *gin.Context) {
	defer func() {
		if v := recover(); v != nil {
			log.Print(v)
			c.Abort()
		}
	}()
	c.Next()
}

func okNetHTTP(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if recover() != nil {
				http.Error(w, "internal error", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}
