// okGracefulContext: Listen shuts down when the context ends.
package main

import (
	"context"
	"log"
	"os/signal"
	"syscall"

	"github.com/gofiber/fiber/v3"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	app := fiber.New()
	if err := app.Listen(":3000", fiber.ListenConfig{GracefulContext: ctx}); err != nil {
		log.Fatal(err)
	}
}
