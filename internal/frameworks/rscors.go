package frameworks

// rsCORS is github.com/rs/cors, run at v1.11.1.
var rsCORS = &Framework{
	Name:     "github.com/rs/cors",
	Packages: []string{"github.com/rs/cors"},
	CORS:     &CORS{Config: Type{"github.com/rs/cors", "Options"}, Origins: "AllowedOrigins", Credentials: "AllowCredentials"},
}
