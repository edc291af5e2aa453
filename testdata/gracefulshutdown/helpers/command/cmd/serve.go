package cmd

import (
	"github.com/gin-gonic/gin"
	"github.com/spf13/cobra"
)

var serve = &cobra.Command{Use: "serve", RunE: run}

func run(*cobra.Command, []string) error {
	r := gin.New()
	return r.Run()
}

// Execute runs the command.
func Execute() { _ = serve.Execute() }
