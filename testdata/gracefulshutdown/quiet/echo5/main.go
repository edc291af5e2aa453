// okGraceful: echo v5 shuts down at SIGTERM by itself.
package main

import (
	"log"

	"github.com/labstack/echo/v5"
)

func main() {
	e := echo.New()
	if err := e.Start(":1323"); err != nil {
		log.Fatal(err)
	}
}
