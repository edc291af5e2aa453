// Package clis3 gets its origins from github.com/urfave/cli/v3.
package clis3

import (
	"context"

	"github.com/rs/cors"
	"github.com/urfave/cli/v3"
)

var allowed []string

func command() *cli.Command {
	return &cli.Command{
		Flags: []cli.Flag{
			&cli.StringSliceFlag{Name: "origins", Value: []string{"*"}, Sources: cli.EnvVars("ORIGINS")}, // want `^--origins is "\*" by default`
			&cli.StringSliceFlag{Name: "listed", Value: []string{"https://app.example"}},
			&cli.StringSliceFlag{Name: "allowed", Value: []string{"*"}, Destination: &allowed}, // want `^--allowed is "\*" by default`
			&cli.StringFlag{Name: "none"},
		},
		Action: func(_ context.Context, cmd *cli.Command) error {
			_ = cors.New(cors.Options{AllowedOrigins: cmd.StringSlice("origins")})
			_ = cors.New(cors.Options{AllowedOrigins: allowed})
			_ = cors.New(cors.Options{AllowedOrigins: cmd.StringSlice("listed")})
			_ = cors.New(cors.Options{AllowedOrigins: []string{cmd.String("none")}})
			return nil
		},
	}
}
