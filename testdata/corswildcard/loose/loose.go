// Package loose holds checks of the origin that strangers pass.
package loose

import (
	"net/http"
	"regexp"
	"strings"

	gincors "github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
	chicors "github.com/go-chi/cors"
	"github.com/rs/cors"
)

func badSuffix() *cors.Cors {
	return cors.New(cors.Options{AllowOriginFunc: func(origin string) bool { // want `^AllowOriginFunc lets https?://\S+example.com in: `
		return strings.HasSuffix(origin, "example.com")
	}})
}

func badPrefix() *cors.Cors {
	return cors.New(cors.Options{
		AllowOriginFunc:  startsRight, // want `^AllowOriginFunc lets https://example.com\.\S+ in: `
		AllowCredentials: true,
	})
}

func startsRight(origin string) bool { return strings.HasPrefix(origin, "https://example.com") }

func badLocalPrefix() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOriginFunc: func(o string) bool { return strings.HasPrefix(o, "http://localhost") }}) // want `lets http://localhost\.\S+ in`
}

func badContains() func(http.Handler) http.Handler {
	return chicors.Handler(chicors.Options{
		AllowOriginFunc: func(r *http.Request, origin string) bool { return strings.Contains(origin, "example.com") }, // want `^AllowOriginFunc lets \S+ in: `
	})
}

var unanchored = regexp.MustCompile(`https://example\.com`)

func badUnanchored() *cors.Cors {
	return cors.New(cors.Options{AllowOriginFunc: unanchored.MatchString}) // want `lets https://example.com\.\S+ in`
}

func badDot() *cors.Cors {
	re := regexp.MustCompile("^https://app.example\\.com$")
	return cors.New(cors.Options{AllowOriginFunc: func(o string) bool { return re.MatchString(o) }}) // want `lets https://app\wexample.com in`
}

func badGinRegexp() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: []string{`/https://example\.com/`}}) // want `lets https://example.com\.\S+ in: `
}

func badPattern() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: []string{"https://*example.com"}}) // want `lets https://\S+example.com in`
}

func badTopLevel() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: []string{"https://*.com"}, AllowCredentials: true}) // want `lets https://\S+\.com in`
}

func badSharedHosting() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: []string{"https://*.vercel.app"}, AllowCredentials: true}) // want `^AllowedOrigins has "https://\*\.vercel\.app", which lets https://evil.vercel.app in: anyone can have a host under vercel.app; list the origins that need access$`
}

func badNull() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: []string{"https://app.example.com", "null"}, AllowCredentials: true}) // want `lets null in`
}

func badPlainHTTP() *cors.Cors {
	return cors.New(cors.Options{
		AllowOriginFunc:  func(origin string) bool { return strings.HasSuffix(origin, ".example.com") }, // want `lets http://\S+\.example.com in`
		AllowCredentials: true,
	})
}

func badByHand(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if origin := r.Header.Get("Origin"); strings.Contains(origin, "example.com") {
			w.Header().Set("Access-Control-Allow-Origin", origin) // want `^Access-Control-Allow-Origin lets \S+ in: `
		}
		h.ServeHTTP(w, r)
	})
}

func badConfigured(trusted []string) *cors.Cors {
	return cors.New(cors.Options{AllowOriginFunc: func(origin string) bool { // want `^AllowOriginFunc lets https://trusted.example.evil.example in if trusted is "https://trusted.example": strings.Contains finds trusted.example anywhere in a host; compare the whole origin$`
		for _, t := range trusted {
			if strings.Contains(origin, t) {
				return true
			}
		}
		return false
	}})
}

func okSubdomains() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: []string{"https://*.example.com"}, AllowCredentials: true})
}

func okSubdomainsByFunction() *cors.Cors {
	return cors.New(cors.Options{
		AllowOriginFunc: func(origin string) bool {
			return strings.HasPrefix(origin, "https://") && strings.HasSuffix(origin, ".example.com")
		},
		AllowCredentials: true,
	})
}

func okSuffixWithoutCredentials() *cors.Cors {
	return cors.New(cors.Options{AllowOriginFunc: func(origin string) bool { return strings.HasSuffix(origin, ".example.com") }})
}

var anchored = regexp.MustCompile(`^https://([a-z]+\.)?example\.com$`)

func okAnchored() *cors.Cors {
	return cors.New(cors.Options{AllowOriginFunc: anchored.MatchString, AllowCredentials: true})
}

func okEqual() *cors.Cors {
	return cors.New(cors.Options{
		AllowOriginFunc:  func(origin string) bool { return origin == "https://example.com" },
		AllowCredentials: true,
	})
}

func okTrustedSuffix(trusted string) *cors.Cors {
	return cors.New(cors.Options{AllowOriginFunc: func(origin string) bool { return strings.HasSuffix(origin, trusted) }})
}

func okLocalPort() *cors.Cors {
	return cors.New(cors.Options{
		AllowOriginFunc:  func(origin string) bool { return strings.HasPrefix(origin, "http://localhost:") },
		AllowCredentials: true,
	})
}

func okPlainHTTPMeant() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: []string{"http://app.example.com", "https://app.example.com"}, AllowCredentials: true})
}
