package frameworks

// rateLimiters are the libraries that net/http services limit clients with.
var rateLimiters = &Framework{
	Name:        "rate limiters",
	Packages:    []string{"github.com/go-chi/httprate"},
	Middlewares: middlewares("github.com/go-chi/httprate", MiddlewareRateLimit, "Limit", "LimitAll", "LimitBy", "LimitByIP", "LimitByRealIP"),
}
