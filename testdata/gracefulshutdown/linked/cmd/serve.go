package cmd

import (
	"github.com/gin-gonic/gin"
	"github.com/spf13/cobra"

	"example.com/fixtures/gracefulshutdown/linked/server"
)

var serve = &cobra.Command{Use: "serve", RunE: run}

func run(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return server.Run(args[0])
	}
	r := gin.New()
	return r.Run() // want `^r.Run serves and nothing in the program`
}

// Execute runs the command.
func Execute() { _ = serve.Execute() }
