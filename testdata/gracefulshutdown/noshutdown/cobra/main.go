package main

import (
	"net/http"

	"github.com/spf13/cobra"
)

var serve = &cobra.Command{
	Use:  "serve",
	RunE: func(*cobra.Command, []string) error { return http.ListenAndServe(":8080", nil) }, // want `^http.ListenAndServe serves and nothing`
}

func main() { _ = serve.Execute() }
