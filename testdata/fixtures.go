// Package fixtures pins the real frameworks that the fixtures compile against.
package fixtures

import (
	_ "github.com/beego/beego/v2/server/web/filter/cors"
	_ "github.com/gin-contrib/cors"
	_ "github.com/gin-gonic/gin"
	_ "github.com/go-chi/chi/v5"
	_ "github.com/go-chi/cors"
	_ "github.com/go-chi/render"
	_ "github.com/go-kratos/kratos/v2/transport/http"
	_ "github.com/gofiber/fiber/v2/middleware/cors"
	_ "github.com/gofiber/fiber/v3/middleware/cors"
	_ "github.com/gogf/gf/v2/net/ghttp"
	_ "github.com/gorilla/handlers"
	_ "github.com/gorilla/mux"
	_ "github.com/hertz-contrib/cors"
	_ "github.com/jub0bs/cors"
	_ "github.com/kataras/iris/v12/middleware/cors"
	_ "github.com/labstack/echo/v4/middleware"
	_ "github.com/labstack/echo/v5/middleware"
	_ "github.com/rs/cors"
	_ "github.com/zeromicro/go-zero/rest"
	_ "golang.org/x/sync/errgroup"

	_ "example.com/thirdparty/respond"
	_ "example.com/thirdparty/safe"
)
