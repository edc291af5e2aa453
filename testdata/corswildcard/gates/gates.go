// Package gates holds policies that are there in development only, and some
// that only look like it.
package gates

import (
	"net/http"
	"os"
	"slices"
	"strings"

	gincors "github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
	"github.com/rs/cors"
)

type config struct {
	Env   string
	Debug bool
	CORS  struct{ Enabled bool }
	API   struct{ Enabled bool }
}

func (c config) IsProduction() bool { return c.Env == "production" }

const envDev = "dev"

func okEnv(cfg config, h http.Handler) http.Handler {
	if cfg.Env == "development" {
		return cors.AllowAll().Handler(h)
	}
	return h
}

func okConstantName(cfg config, h http.Handler) http.Handler {
	if cfg.Env == envDev {
		return cors.AllowAll().Handler(h)
	}
	return h
}

func okElse(cfg config, h http.Handler) http.Handler {
	if cfg.Env == "production" {
		return h
	} else {
		return cors.AllowAll().Handler(h)
	}
}

func okEarlyReturn(cfg config, h http.Handler) http.Handler {
	if cfg.IsProduction() {
		return h
	}
	return cors.AllowAll().Handler(h)
}

func okNegated(cfg config, h http.Handler) http.Handler {
	if !cfg.IsProduction() {
		h = cors.AllowAll().Handler(h)
	}
	return h
}

func okGetenv(h http.Handler) http.Handler {
	if os.Getenv("ENV") != "production" {
		h = cors.AllowAll().Handler(h)
	}
	if os.Getenv("DEBUG") == "1" {
		h = cors.AllowAll().Handler(h)
	}
	if env := os.Getenv("APP_ENV"); env == "" || env == "dev" && h != nil {
		h = cors.AllowAll().Handler(h) // want `AllowAll`
	}
	if env := os.Getenv("APP_ENV"); env == "local" || env == "dev" {
		h = cors.AllowAll().Handler(h)
	}
	return h
}

func okGinMode(r *gin.Engine) {
	if gin.Mode() == gin.DebugMode {
		r.Use(gincors.Default())
	}
	if gin.Mode() != gin.ReleaseMode {
		r.Use(gincors.Default())
	}
	if gin.IsDebugging() {
		r.Use(gincors.Default())
	}
	switch gin.Mode() {
	case gin.DebugMode, gin.TestMode:
		r.Use(gincors.Default())
	case gin.ReleaseMode:
		r.Use(gincors.Default()) // want `Default`
	}
}

func okSwitch(cfg config, h http.Handler) http.Handler {
	switch cfg.Env {
	case "prod":
		return h
	default:
		return cors.AllowAll().Handler(h)
	}
}

func okSwitchWithoutTag(cfg config, h http.Handler) http.Handler {
	switch {
	case cfg.IsProduction():
		return h
	case h != nil:
		return cors.AllowAll().Handler(h)
	}
	return h
}

func okPredicate(cfg config, h http.Handler) http.Handler {
	if strings.EqualFold(cfg.Env, "dev") || slices.Contains([]string{"test", "local"}, cfg.Env) {
		return cors.AllowAll().Handler(h)
	}
	return h
}

func okVariable(cfg config, h http.Handler) http.Handler {
	relaxed := cfg.Debug && h != nil
	if relaxed {
		return cors.AllowAll().Handler(h)
	}
	return h
}

func okDevelopmentServer(h http.Handler) http.Handler { return devHandler(h) }

func devHandler(h http.Handler) http.Handler { return cors.AllowAll().Handler(h) }

func okUsedInDevelopment(cfg config, h http.Handler) http.Handler {
	if cfg.Debug {
		h = relax(h)
	}
	return h
}

func relax(h http.Handler) http.Handler { return cors.AllowAll().Handler(h) }

func okOrigins(cfg config) gin.HandlerFunc {
	c := gincors.DefaultConfig()
	if cfg.Debug {
		c.AllowAllOrigins = true
	} else {
		c.AllowOrigins = []string{"https://app.example"}
	}
	return gincors.New(c)
}

func okOverwrittenInProduction(cfg config) *cors.Cors {
	origins := []string{"*"}
	if cfg.IsProduction() {
		origins = []string{"https://app.example"}
	}
	return cors.New(cors.Options{AllowedOrigins: origins})
}

func okOriginFunc(cfg config) *cors.Cors {
	return cors.New(cors.Options{AllowOriginFunc: func(o string) bool {
		if cfg.Debug {
			return true
		}
		return o == "https://app.example"
	}})
}

func okHeader(cfg config) gin.HandlerFunc {
	return func(c *gin.Context) {
		if cfg.Debug {
			c.Header("Access-Control-Allow-Origin", "*")
		}
	}
}

func okSwitchedOn(cfg config, h http.Handler) http.Handler {
	if cfg.CORS.Enabled {
		return cors.AllowAll().Handler(h)
	}
	return h
}

func badInProduction(cfg config, h http.Handler) http.Handler {
	if cfg.IsProduction() {
		return cors.AllowAll().Handler(h) // want `AllowAll`
	}
	return h
}

func badElseOfDebug(cfg config, h http.Handler) http.Handler {
	if cfg.Debug {
		return h
	} else {
		return cors.AllowAll().Handler(h) // want `AllowAll`
	}
}

func badOr(cfg config, h http.Handler) http.Handler {
	if cfg.Debug || h != nil {
		return cors.AllowAll().Handler(h) // want `AllowAll`
	}
	return h
}

func badNotBoth(cfg config, h http.Handler) http.Handler {
	if cfg.IsProduction() && h == nil {
		return h
	}
	return cors.AllowAll().Handler(h) // want `AllowAll`
}

// What the client sends does not tell where the service runs.
func badAsked(w http.ResponseWriter, r *http.Request) {
	if debug := r.URL.Query().Get("debug"); debug == "true" {
		w.Header().Set("Access-Control-Allow-Origin", "*") // want `is "\*"`
	}
}

func badOverwrittenWhenDebugging(cfg config) *cors.Cors {
	origins := []string{
		"*", // want `has "\*"`
	}
	if cfg.Debug {
		origins = []string{"http://localhost:3000"}
	}
	return cors.New(cors.Options{AllowedOrigins: origins})
}

func badOnlyInProduction(cfg config) gin.HandlerFunc {
	c := gincors.DefaultConfig()
	if cfg.Debug {
		c.AllowOrigins = []string{"http://localhost:3000"}
	} else {
		c.AllowAllOrigins = true // want `AllowAllOrigins is true`
	}
	return gincors.New(c)
}

func badFeature(cfg config, h http.Handler) http.Handler {
	if cfg.API.Enabled {
		return cors.AllowAll().Handler(h) // want `AllowAll`
	}
	return h
}

// A name with a word such as "latest" or "device" in it tells nothing.
func badWords(latest, device, attested bool, h http.Handler) http.Handler {
	if latest && device && attested {
		return cors.AllowAll().Handler(h) // want `AllowAll`
	}
	return h
}

const debug = true

func badConstant(h http.Handler) http.Handler {
	if debug {
		return cors.AllowAll().Handler(h) // want `AllowAll`
	}
	return h
}

func badHelper(cfg config, h http.Handler) http.Handler {
	if cfg.Debug {
		h = relaxSometimes(h)
	}
	return relaxSometimes(h)
}

func relaxSometimes(h http.Handler) http.Handler {
	return cors.AllowAll().Handler(h) // want `AllowAll`
}

func suppressed(h http.Handler) http.Handler {
	//lint:ignore corswildcard the API is public
	return cors.AllowAll().Handler(h)
}
