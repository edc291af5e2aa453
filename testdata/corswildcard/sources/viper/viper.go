// Package viper gets its origins from github.com/spf13/viper.
package viper

import (
	"net/http"

	"github.com/rs/cors"
	"github.com/spf13/pflag"
	"github.com/spf13/viper"
)

const keyOrigins = "http.cors_origins"

func init() {
	viper.SetDefault("cors.origins", []string{"*"})  // want `^cors.origins is "\*" by default and becomes AllowedOrigins, so any site can read`
	viper.SetDefault("CORS.Spaced", "* https://a.b") // want `^CORS.Spaced has "\*" by default`
	viper.SetDefault(keyOrigins, "*")                // want `^http.cors_origins is "\*" by default`
	viper.SetDefault("cors.allowed", "https://a.b")
	viper.SetDefault("nested", map[string]any{
		"cors": map[string]any{"origins": []string{"*"}}, // want `^nested.cors.origins is "\*" by default`
	})
	viper.SetDefault("unmarshalled.allowed_origins", []string{"*"}) // want `^unmarshalled.allowed_origins is "\*" by default`
	if isDev() {
		viper.SetDefault("cors.relaxed", []string{"*"})
	}
	viper.SetDefault("cors.credentials", true)
}

func isDev() bool { return viper.GetString("env") == "dev" }

func bad() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: viper.GetStringSlice("cors.origins")})
}

func badOfText() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: viper.GetStringSlice("cors.spaced")})
}

func badText(w http.ResponseWriter) {
	w.Header().Set("Access-Control-Allow-Origin", viper.GetString(keyOrigins))
}

func badNested() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: viper.GetStringSlice("nested.cors.origins")})
}

func badInstance() *cors.Cors {
	v := viper.New()
	v.SetDefault("instance.origins", []string{"*"}) // want `^instance.origins is "\*" by default and becomes AllowedOrigins`
	return cors.New(cors.Options{AllowedOrigins: v.GetStringSlice("instance.origins")})
}

func badBound(flags *pflag.FlagSet) *cors.Cors {
	flags.StringSlice("allow-origins", []string{"*"}, "who may read") // want `^--allow-origins is "\*" by default`
	_ = viper.BindPFlag("bound.origins", flags.Lookup("allow-origins"))
	return cors.New(cors.Options{AllowedOrigins: viper.GetStringSlice("bound.origins")})
}

type config struct {
	Server unmarshalled `mapstructure:"unmarshalled"`
}

type unmarshalled struct {
	Origins []string `mapstructure:"allowed_origins"`
	Other   []string `mapstructure:"other"`
}

func load() (*config, error) {
	var c config
	if err := viper.Unmarshal(&c); err != nil {
		return nil, err
	}
	return &c, nil
}

func badUnmarshalled() *cors.Cors {
	c, err := load()
	if err != nil {
		panic(err)
	}
	return cors.New(cors.Options{AllowedOrigins: c.Server.Origins})
}

func okUnmarshalled(c *config) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: c.Server.Other})
}

func okAllowlist() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: viper.GetStringSlice("cors.allowed")})
}

func okNoDefault() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: viper.GetStringSlice("cors.unknown")})
}

func okKeyUnknown(key string) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: viper.GetStringSlice(key)})
}

func okInDevelopment() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: viper.GetStringSlice("cors.relaxed")})
}

var _ = []any{okKeyUnknown}
