// Package flags gets its origins from package flag.
package flags

import (
	"flag"
	"net/http"
	"strings"

	"github.com/rs/cors"
)

var origins string

var listed = flag.String("listed", "https://app.example", "who may read")

type config struct {
	origins string
	strict  string
}

func init() {
	flag.StringVar(&origins, "cors-origins", "*", "who may read") // want `^-cors-origins is "\*" by default`
}

func badVariable() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: strings.Split(origins, ",")})
}

func parse(args []string) (*config, error) {
	var c config
	fs := flag.NewFlagSet("serve", flag.ContinueOnError)
	fs.StringVar(&c.origins, "allow", "*", "who may read") // want `^-allow is "\*" by default`
	fs.StringVar(&c.strict, "strict", "https://app.example", "who may read")
	if err := fs.Parse(args); err != nil {
		return nil, err
	}
	return &c, nil
}

func badField(c *config) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: []string{c.origins}})
}

func badHere(w http.ResponseWriter) {
	c, _ := parse(nil)
	w.Header().Set("Access-Control-Allow-Origin", strings.TrimSpace(c.origins))
}

func okField(c *config) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: []string{c.strict}})
}

func okListed() *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: strings.Split(*listed, ",")})
}

func okName(name string) *cors.Cors {
	return cors.New(cors.Options{AllowedOrigins: []string{*flag.String(name, "*", "")}})
}

// A custom flag: its default is not known.
func okFunc() *cors.Cors {
	var list []string
	flag.Func("origin", "who may read", func(s string) error { list = append(list, s); return nil })
	return cors.New(cors.Options{AllowedOrigins: list})
}
