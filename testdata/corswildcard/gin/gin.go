// Package gin holds policies made with github.com/gin-contrib/cors.
package gin

import (
	"os"
	"time"

	. "github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
)

func bad(r *gin.Engine) {
	r.Use(Default())                                                                                                    // want `^Default\(\) lets every origin in, so any site can read the responses; use New with the origins that need access$`
	r.Use(New(Config{AllowAllOrigins: true}))                                                                           // want `^AllowAllOrigins is true, so any site can read`
	r.Use(New(Config{AllowAllOrigins: true, AllowCredentials: true}))                                                   // want `^AllowAllOrigins is true and AllowCredentials is true, so browsers refuse`
	r.Use(New(Config{AllowOrigins: []string{"*"}}))                                                                     // want `^AllowOrigins has "\*", so any site can read`
	r.Use(New(Config{AllowOrigins: []string{"*"}, AllowCredentials: true, AllowWildcard: true}))                        // want `so browsers refuse`
	r.Use(New(Config{AllowOrigins: []string{"https://*"}, AllowCredentials: true, AllowWildcard: true}))                // want `^AllowOrigins has "https://\*", .* so any site can send`
	r.Use(New(Config{AllowOrigins: []string{"http*"}, AllowWildcard: true}))                                            // want `so any site can read`
	r.Use(New(Config{AllowOrigins: []string{`/https://.*/`}, AllowCredentials: true}))                                  // want `so any site can send`
	r.Use(New(Config{AllowOriginFunc: func(string) bool { return true }, AllowCredentials: true}))                      // want `^AllowOriginFunc lets every site in and AllowCredentials`
	r.Use(New(Config{AllowOriginWithContextFunc: func(*gin.Context, string) bool { return true }}))                     // want `^AllowOriginWithContextFunc lets every site in`
	r.Use(New(Config{AllowOrigins: []string{"https://a.example"}, AllowOriginFunc: func(string) bool { return true }})) // want `^AllowOriginFunc lets every site in`
}

func badStepwise() gin.HandlerFunc {
	c := DefaultConfig()
	c.AllowAllOrigins = true // want `^AllowAllOrigins is true and AllowCredentials is true, so browsers refuse`
	c.AllowCredentials = true
	c.AllowMethods = []string{"GET"}
	c.AddAllowHeaders("Authorization")
	return New(c)
}

func badStarBesideFunc() gin.HandlerFunc {
	return New(Config{
		AllowOrigins:    []string{"*"}, // want `has "\*"`
		AllowOriginFunc: func(string) bool { return false },
	})
}

// None of these lets anybody in, and most of them panic at once.
func okRefusedAtConstruction(r *gin.Engine) {
	r.Use(New(Config{}))
	r.Use(New(DefaultConfig()))
	r.Use(New(Config{AllowOrigins: []string{}}))
	r.Use(New(Config{AllowAllOrigins: true, AllowOrigins: []string{"https://a.example"}}))
}

func badRefusedAtConstruction(r *gin.Engine) {
	r.Use(New(Config{AllowOrigins: []string{"*://*"}, AllowWildcard: true})) // want `^AllowOrigins has "\*://\*", which the library refuses when the program starts; list the origins that need access$`
}

func ok(r *gin.Engine) {
	r.Use(New(Config{AllowOrigins: []string{"https://*"}, AllowCredentials: true})) // patterns are not understood
	r.Use(New(Config{AllowOrigins: []string{"https://a.example"}, AllowCredentials: true, MaxAge: time.Hour}))
	r.Use(New(Config{AllowOrigins: []string{`/^https://a\.example$/`}, AllowCredentials: true}))
	r.Use(New(Config{AllowOrigins: []string{"https://*.a.example"}, AllowCredentials: true, AllowWildcard: true}))
	r.Use(New(Config{AllowOriginFunc: func(o string) bool { return o == "https://a.example" }, AllowCredentials: true}))
	r.Use(New(Config{AllowAllOrigins: os.Getenv("OPEN") == "yes"}))
}

func okSwitchedOn(open bool, origins []string) gin.HandlerFunc {
	c := DefaultConfig()
	if open {
		c.AllowAllOrigins = true
	} else {
		c.AllowOrigins = origins
	}
	return New(c)
}

func okTakenBack() gin.HandlerFunc {
	c := DefaultConfig()
	c.AllowAllOrigins = true
	c.AllowAllOrigins = false
	c.AllowOrigins = []string{"https://a.example"}
	return New(c)
}
