// Package clis gets its origins from github.com/urfave/cli/v2.
package clis

import (
	"github.com/rs/cors"
	"github.com/urfave/cli/v2"
)

type config struct{ origin, strict string }

func app() *cli.App {
	var c config
	return &cli.App{
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "allow", Value: "*", EnvVars: []string{"ALLOW"}, Destination: &c.origin}, // want `^--allow is "\*" by default`
			&cli.StringFlag{Name: "strict", Value: "https://app.example", Destination: &c.strict},
			&cli.StringSliceFlag{Name: "origins", Value: cli.NewStringSlice("*")}, // want `^--origins is "\*" by default`
			&cli.StringSliceFlag{Name: "listed", Value: cli.NewStringSlice("https://app.example")},
			&cli.StringFlag{Name: "origin", Value: "*"}, // want `^--origin is "\*" by default`
			&cli.StringSliceFlag{Name: "none"},
		},
		Action: func(ctx *cli.Context) error {
			_ = cors.New(cors.Options{AllowedOrigins: ctx.StringSlice("origins")})
			_ = cors.New(cors.Options{AllowedOrigins: []string{c.origin}})
			serve(ctx.String("origin"))
			okDefaults(ctx, c)
			return nil
		},
	}
}

func serve(origin string) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: []string{origin}})
}

func okDefaults(ctx *cli.Context, c config) {
	_ = cors.New(cors.Options{AllowedOrigins: ctx.StringSlice("listed")})
	_ = cors.New(cors.Options{AllowedOrigins: ctx.StringSlice("none")})
	_ = cors.New(cors.Options{AllowedOrigins: ctx.StringSlice("elsewhere")})
	_ = cors.New(cors.Options{AllowedOrigins: []string{c.strict}})
}
