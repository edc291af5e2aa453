// Package incode holds policies for development that are there in production.
package incode

import (
	"net/http"
	"os"

	"github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
)

type config struct{ Env string }

func badIf(r *gin.Engine, cfg config) {
	if cfg.Env == "development" {
		r.Use(cors.New(cors.Config{
			AllowOriginFunc:  func(origin string) bool { return true }, // want `^AllowOriginFunc lets every site in and AllowCredentials is true, so any site can send requests with the user's cookies and read the responses, if only in development; a build tag keeps it out of production$`
			AllowCredentials: true,
		}))
	}
}

func badSetInDevelopment(r *gin.Engine, cfg config) {
	c := cors.Config{AllowOrigins: []string{"https://app.example"}, AllowCredentials: true}
	if cfg.Env != "production" {
		c.AllowOrigins = nil
		c.AllowOriginFunc = func(origin string) bool { return true } // want `if only in development`
	}
	r.Use(cors.New(c))
}

func badHeaders(w http.ResponseWriter, r *http.Request) {
	if os.Getenv("APP_ENV") == "dev" {
		w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin")) // want `repeats the request's Origin unchecked and Access-Control-Allow-Credentials is "true", .* if only in development`
		w.Header().Set("Access-Control-Allow-Credentials", "true")
	}
}

func okStar(r *gin.Engine, cfg config) {
	if cfg.Env == "development" {
		r.Use(cors.Default())
		r.Use(cors.New(cors.Config{AllowAllOrigins: true, AllowCredentials: true}))
	}
}

func okOneOrigin(r *gin.Engine, cfg config) {
	if cfg.Env == "development" {
		r.Use(cors.New(cors.Config{AllowOrigins: []string{"http://localhost:3000"}, AllowCredentials: true}))
	}
}

func okReflectsWithoutCredentials(w http.ResponseWriter, r *http.Request, cfg config) {
	if cfg.Env == "dev" {
		w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
	}
}

func okSwitchInDevelopment(r *gin.Engine, cfg config, allowAllOrigins bool) {
	if cfg.Env == "development" && allowAllOrigins {
		r.Use(cors.New(cors.Config{AllowOriginFunc: func(string) bool { return true }, AllowCredentials: true}))
	}
}
