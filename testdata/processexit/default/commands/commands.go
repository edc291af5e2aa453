// Package commands has handlers that serve a command of a command line.
package commands

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/spf13/cobra"
	"github.com/urfave/cli/v2"
)

// okLogin waits for the browser to come back.
func okLogin() *cobra.Command {
	return &cobra.Command{RunE: func(cmd *cobra.Command, _ []string) error {
		http.HandleFunc("/callback", func(w http.ResponseWriter, _ *http.Request) {
			fmt.Fprintln(w, "you can close this window")
			os.Exit(0)
		})
		return http.ListenAndServe("localhost:8080", nil)
	}}
}

func okAction(c *cli.Context) error {
	http.HandleFunc("/done", func(http.ResponseWriter, *http.Request) { log.Fatal(c.Args()) })
	return http.ListenAndServe("localhost:8080", nil)
}

func okRun(*cobra.Command, []string) { log.Fatal("x") }

func handler(http.ResponseWriter, *http.Request) {
	os.Exit(1) // want `os.Exit ends the process`
}
