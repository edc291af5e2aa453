// Package byhand holds policies that handlers write themselves.
package byhand

import (
	"net/http"
	"os"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"
)

const allowOrigin = "access-control-allow-origin"

func badStar(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", "*") // want `^Access-Control-Allow-Origin is "\*", so any site can read the responses; answer only the origins that need access$`
}

func badSpelling(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Add(allowOrigin, "*") // want `Access-Control-Allow-Origin is "\*"`
}

func badIndexed(w http.ResponseWriter, r *http.Request) {
	w.Header()["Access-Control-Allow-Origin"] = []string{"*"} // want `Access-Control-Allow-Origin is "\*"`
}

func badRefused(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*") // want `^Access-Control-Allow-Origin is "\*" and Access-Control-Allow-Credentials is "true", so browsers refuse the responses to requests with credentials, and any site can read the others`
		w.Header().Set("Access-Control-Allow-Credentials", "true")
		next.ServeHTTP(w, r)
	})
}

func badReflected(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin")) // want `^Access-Control-Allow-Origin repeats the request's Origin unchecked and Access-Control-Allow-Credentials is "true", so any site can send requests with the user's cookies and read the responses; answer only the origins that need access$`
		w.Header().Set("Access-Control-Allow-Credentials", "true")
		if r.Method == http.MethodOptions {
			return
		}
		next.ServeHTTP(w, r)
	})
}

func badReflectedLater(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("origin")
	if origin != "" {
		w.Header().Set("Access-Control-Allow-Origin", origin) // want `repeats the request's Origin unchecked, so any site can read the responses`
		w.Header().Set("Vary", "Origin")
	}
}

func badOneOrTheOther(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	if origin == "" {
		origin = "*"
	}
	w.Header().Set("Access-Control-Allow-Origin", origin) // want `repeats the request's Origin unchecked and Access-Control-Allow-Credentials is "true"`
	if r.Method == http.MethodOptions {
		w.Header().Set("Access-Control-Allow-Credentials", "true")
	}
}

func badGin() gin.HandlerFunc {
	return func(c *gin.Context) {
		c.Header("Access-Control-Allow-Origin", "*") // want `is "\*", so any site`
		c.Next()
	}
}

func badGinWriter(c *gin.Context) {
	c.Writer.Header().Set("Access-Control-Allow-Origin", c.GetHeader("Origin")) // want `repeats the request's Origin`
	c.Writer.Header().Set("Access-Control-Allow-Credentials", "true")
}

func badGinRequest(c *gin.Context) {
	origin := c.Request.Header.Get("Origin")
	c.Header("Access-Control-Allow-Origin", origin) // want `repeats the request's Origin unchecked and`
	c.Header("Access-Control-Allow-Credentials", "true")
	if c.Request.Method == "OPTIONS" {
		c.AbortWithStatus(204)
	}
}

func badForSomePaths(c *gin.Context) {
	if !isCORSPath(c.FullPath()) {
		c.Next()
		return
	}
	c.Writer.Header().Set("Access-Control-Allow-Origin", "*") // want `is "\*"`
}

func isCORSPath(path string) bool { return strings.HasPrefix(path, "/oidc/") }

func badByHelper(w http.ResponseWriter) {
	open(w.Header())
}

func open(h http.Header) {
	h.Set("Access-Control-Allow-Origin", "*") // want `is "\*"`
}

func badProxied(res *http.Response) error {
	res.Header.Set("Access-Control-Allow-Origin", "*") // want `is "\*"`
	return nil
}

func badCheckWithoutConsequence(w http.ResponseWriter, r *http.Request) {
	if !allowed(r.Header.Get("Origin")) {
		w.WriteHeader(http.StatusForbidden)
	}
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin")) // want `repeats the request's Origin`
}

type settings struct {
	origin string
	listed string
	tagged string `yaml:"origin"`
	dir    string
}

func newSettings() *settings {
	return &settings{
		origin: "*", // want `^s.conf.origin is "\*" unless another package sets it, and is sent as Access-Control-Allow-Origin, so any site can read the responses`
		listed: "*",
		tagged: "*", // want `^by default s.conf.tagged is "\*" unless another package sets it`
		dir:    "",
	}
}

type server struct{ conf *settings }

func (s *server) badField(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", s.conf.origin)
}

func (s *server) badFieldToo(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", s.conf.origin)
}

// Whoever serves files sets dir, so that the header is sent.
func (s *server) badFieldOfFiles(w http.ResponseWriter, r *http.Request) {
	if s.conf.dir == "" {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Access-Control-Allow-Origin", "*") // want `is "\*"`
}

func (s *server) okFieldThatIsSet(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", s.conf.listed)
}

func (s *server) okFieldOfAFile(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", s.conf.tagged)
}

func configure(s *settings) { s.listed = os.Getenv("ORIGIN") }

func allowed(origin string) bool { return origin == "https://app.example" }

func okListed(w http.ResponseWriter, r *http.Request) {
	if origin := r.Header.Get("Origin"); allowed(origin) {
		w.Header().Set("Access-Control-Allow-Origin", origin)
		w.Header().Set("Access-Control-Allow-Credentials", "true")
	}
}

func okEarlyReturn(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	if origin == "" || !slices.Contains([]string{"https://app.example"}, origin) {
		return
	}
	w.Header().Set("Access-Control-Allow-Origin", origin)
}

func okLookedUp(origins map[string]bool) gin.HandlerFunc {
	return func(c *gin.Context) {
		origin := c.GetHeader("Origin")
		if _, ok := origins[origin]; ok {
			c.Header("Access-Control-Allow-Origin", origin)
		}
	}
}

func okLoop(origins []string) gin.HandlerFunc {
	return func(c *gin.Context) {
		known := false
		for _, o := range origins {
			if o == c.GetHeader("Origin") {
				known = true
			}
		}
		if known {
			c.Header("Access-Control-Allow-Origin", c.GetHeader("Origin"))
		}
	}
}

func okSwitch(w http.ResponseWriter, r *http.Request) {
	switch origin := r.Header.Get("Origin"); origin {
	case "https://a.example", "https://b.example":
		w.Header().Set("Access-Control-Allow-Origin", origin)
	}
}

func okSwitchWithoutTag(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	switch {
	case strings.HasSuffix(origin, ".app.example"):
		w.Header().Set("Access-Control-Allow-Origin", origin)
	default:
	}
}

func okCheckedElsewhere(w http.ResponseWriter, r *http.Request) {
	if !sameSite(r) {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
}

func sameSite(r *http.Request) bool { return r.Header.Get("Sec-Fetch-Site") == "same-site" }

func okReplacedOrigin(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	if !allowed(origin) {
		origin = "https://app.example"
	}
	w.Header().Set("Access-Control-Allow-Origin", origin)
}

func okCaller(w http.ResponseWriter, r *http.Request) {
	if allowed(r.Header.Get("Origin")) {
		answer(w, r)
	}
}

func answer(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
}

func okConfigured(origin string, anyOrigin bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if anyOrigin {
			w.Header().Set("Access-Control-Allow-Origin", "*")
		} else {
			w.Header().Set("Access-Control-Allow-Origin", origin)
		}
	}
}

func okReplacedHeader(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", "*")
	w.Header().Set("Access-Control-Allow-Origin", "https://app.example")
}

func okRequestOfAClient(req *http.Request) {
	req.Header.Set("Access-Control-Allow-Origin", "*")
	h := http.Header{}
	h.Set("Access-Control-Allow-Origin", "*")
	req.Header = h
}

func okOtherHeaders(w http.ResponseWriter) {
	w.Header().Set("Access-Control-Allow-Headers", "*")
	w.Header().Set("Access-Control-Expose-Headers", "*")
	w.Header().Set("Access-Control-Allow-Origin", "null")
}

func badCredentialsForSomeOnly(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", "*") // want `is "\*", so any site can read`
	if allowed(r.Header.Get("Origin")) {
		w.Header().Set("Access-Control-Allow-Credentials", "true")
	}
}

type limiter struct{}

func (limiter) SubscriptionAllowed() bool { return true }

func badAfterALimit(l limiter, w http.ResponseWriter) {
	if !l.SubscriptionAllowed() {
		return
	}
	w.Header().Set("Access-Control-Allow-Origin", "*") // want `is "\*"`
}

func okTurnedOn(w http.ResponseWriter) {
	if os.Getenv("ENABLE_CORS") == "true" {
		w.Header().Set("Access-Control-Allow-Origin", "*")
	}
}

// Without an origin no browser asks: what is answered then does not count.
func badElse(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	if origin != "" {
		w.Header().Set("Access-Control-Allow-Origin", origin) // want `repeats the request's Origin unchecked and`
	} else {
		w.Header().Set("Access-Control-Allow-Origin", "*")
	}
	w.Header().Set("Access-Control-Allow-Credentials", "true")
}

func okConfiguredStar(origins []string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for _, o := range origins {
			if o == "*" {
				w.Header().Set("Access-Control-Allow-Origin", "*")
				return
			}
			if o == r.Header.Get("Origin") {
				w.Header().Set("Access-Control-Allow-Origin", o)
			}
		}
		if slices.Contains(origins, "*") {
			w.Header().Set("Access-Control-Allow-Origin", "*")
		}
	}
}

var mode struct{ cors string }

// BadExported is used here in one mode only, but others may use it.
func BadExported(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin")) // want `repeats the request's Origin unchecked, so`
}

func usesExported(w http.ResponseWriter, r *http.Request) {
	if mode.cors == "everybody" {
		BadExported(w, r)
	}
}

var options struct{ credentials bool }

func badCredentialsBySetting(w http.ResponseWriter) {
	w.Header().Set("Access-Control-Allow-Origin", "*") // want `is "\*", so any site can read`
	if options.credentials {
		w.Header().Set("Access-Control-Allow-Credentials", "true")
	}
}

type policy struct{ origin, credentials string }

func newPolicy() *policy {
	return &policy{
		origin:      "*", // want `^p.origin is "\*" unless another package sets it, and is sent as Access-Control-Allow-Origin and Access-Control-Allow-Credentials is "true", so browsers refuse`
		credentials: "true",
	}
}

func (p *policy) badByDefault(w http.ResponseWriter) {
	w.Header().Set("Access-Control-Allow-Origin", p.origin)
	w.Header().Set("Access-Control-Allow-Credentials", p.credentials)
}

func okPicked(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", pick(r.Header.Get("Origin")))
}

func pick(origin string) string {
	for _, o := range []string{"https://app.example"} {
		if o == origin {
			return origin
		}
	}
	return "https://app.example"
}

func badPicked(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", orStar(r.Header.Get("Origin"))) // want `repeats the request's Origin unchecked, so`
}

func orStar(origin string) string {
	if origin == "" {
		return "*"
	}
	return origin
}
