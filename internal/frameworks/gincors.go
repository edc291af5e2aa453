package frameworks

// ginCORS is github.com/gin-contrib/cors, run at v1.7.7.
var ginCORS = &Framework{
	Name:     "github.com/gin-contrib/cors",
	Packages: []string{"github.com/gin-contrib/cors"},
	CORS:     &CORS{Config: Type{"github.com/gin-contrib/cors", "Config"}, Origins: "AllowOrigins", Credentials: "AllowCredentials"},
}
