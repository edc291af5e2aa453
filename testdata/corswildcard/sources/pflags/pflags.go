// Package pflags gets its origins from github.com/spf13/pflag and cobra.
package pflags

import (
	"github.com/rs/cors"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

var origins []string

type options struct {
	allowed []string
	listed  []string
	open    bool
}

func init() {
	pflag.StringSliceVarP(&origins, "cors-origins", "o", []string{"*"}, "who may read") // want `^--cors-origins is "\*" by default`
}

func bad() *cors.Cors { return cors.New(cors.Options{AllowedOrigins: origins}) }

func command() *cobra.Command {
	var o options
	cmd := &cobra.Command{RunE: func(cmd *cobra.Command, args []string) error {
		list, err := cmd.Flags().GetStringSlice("origins")
		if err != nil {
			return err
		}
		_ = cors.New(cors.Options{AllowedOrigins: list})
		_ = cors.New(cors.Options{AllowedOrigins: o.allowed})
		_ = cors.New(cors.Options{AllowedOrigins: o.listed})
		serve(&o)
		return nil
	}}
	cmd.Flags().StringSlice("origins", []string{"*"}, "who may read")              // want `^--origins is "\*" by default`
	cmd.PersistentFlags().StringArrayVar(&o.allowed, "allowed", []string{"*"}, "") // want `^--allowed is "\*" by default`
	cmd.Flags().StringSliceVarP(&o.listed, "listed", "l", []string{"https://a.b"}, "")
	cmd.Flags().BoolVar(&o.open, "open", false, "")
	return cmd
}

func serve(o *options) *cors.Cors {
	if o.open {
		return cors.AllowAll()
	}
	return cors.New(cors.Options{AllowedOrigins: o.listed})
}

func okNoFlag(cmd *cobra.Command) *cors.Cors {
	list, _ := cmd.Flags().GetStringSlice("elsewhere")
	return cors.New(cors.Options{AllowedOrigins: list})
}
