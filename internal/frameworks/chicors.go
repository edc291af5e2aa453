package frameworks

// chiCORS is github.com/go-chi/cors, run at v1.2.2.
var chiCORS = &Framework{
	Name:     "github.com/go-chi/cors",
	Packages: []string{"github.com/go-chi/cors"},
	CORS:     &CORS{Config: Type{"github.com/go-chi/cors", "Options"}, Origins: "AllowedOrigins", Credentials: "AllowCredentials"},
}
