package main

import "github.com/labstack/echo/v4"

func main() {
	e := echo.New()
	e.Logger.Fatal(e.Start(":1323")) // want `^e.Start serves and nothing .*; call e.Shutdown on SIGTERM$`
}
