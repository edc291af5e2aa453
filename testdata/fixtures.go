// Package fixtures pins the real frameworks that the fixtures compile against.
package fixtures

import (
	_ "github.com/gin-contrib/cors"
	_ "github.com/gin-gonic/gin"
	_ "github.com/go-chi/chi/v5"
	_ "github.com/go-chi/cors"
	_ "github.com/go-chi/render"
	_ "github.com/rs/cors"
	_ "golang.org/x/sync/errgroup"

	_ "example.com/thirdparty/respond"
	_ "example.com/thirdparty/safe"
)
