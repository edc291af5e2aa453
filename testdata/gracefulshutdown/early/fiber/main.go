package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/gofiber/fiber/v2"
)

func main() {
	app := fiber.New()
	go func() {
		quit := make(chan os.Signal, 1)
		signal.Notify(quit, syscall.SIGTERM)
		<-quit
		_ = app.ShutdownWithTimeout(time.Second)
	}()
	if err := app.Listen(":3000"); err != nil { // want `^app.Listen returns as soon as app.ShutdownWithTimeout begins \(line \d+\) and main goes on to its end`
		log.Fatal(err)
	}
}
