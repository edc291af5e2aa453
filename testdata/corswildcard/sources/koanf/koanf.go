// Package koanf gets its origins from github.com/knadh/koanf.
package koanf

import (
	"github.com/knadh/koanf/providers/confmap"
	"github.com/knadh/koanf/providers/structs"
	"github.com/knadh/koanf/v2"
	"github.com/rs/cors"
)

var k = koanf.New(".")

var defaults = map[string]any{
	"allow.origins": []string{"*"}, // want `^allow.origins is "\*" by default`
}

func load() error {
	if err := k.Load(confmap.Provider(map[string]any{
		"cors.origins": []string{"*"}, // want `^cors.origins is "\*" by default and becomes AllowedOrigins`
		"cors.listed":  []string{"https://app.example"},
		"cors.text":    "*", // want `^cors.text is "\*" by default`
		"server": map[string]any{
			"origins": []string{"*"}, // want `^server.origins is "\*" by default`
		},
	}, "."), nil); err != nil {
		return err
	}
	if err := k.Load(confmap.Provider(defaults, "."), nil); err != nil {
		return err
	}
	return k.Load(structs.Provider(config{
		Origins: []string{"*"}, // want `^struct_origins is "\*" by default`
	}, "koanf"), nil)
}

type config struct {
	Origins []string `koanf:"struct_origins"`
}

func bad() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: k.Strings("cors.origins")})
}

func badNested() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: k.Strings("server.origins")})
}

func badVariable() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: k.Strings("allow.origins")})
}

func badStruct() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: k.Strings("struct_origins")})
}

func badBuilt() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: []string{k.String("cors.text")}})
}

func okAllowlist() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: k.Strings("cors.listed")})
}

func okNoDefault() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: k.Strings("cors.unknown")})
}

// A text is no list to koanf, and what it makes of one is not for this rule.
func okText() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: k.Strings("cors.text")})
}

// Keys are compared with their case.
func okCase() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: k.Strings("CORS.Origins")})
}
