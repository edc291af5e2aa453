package middlewareorder_test

import (
	"testing"

	"github.com/prodvet/prodvet/analyzers/middlewareorder"
	"github.com/prodvet/prodvet/internal/fixture"
)

func Test(t *testing.T) {
	fixture.Run(t, "middlewareorder", nil,
		"./middlewareorder/unprotected/...",
		"./middlewareorder/shadowed/...",
		"./middlewareorder/outermost/...",
		"./middlewareorder/norecovery/...",
		"./middlewareorder/echo",
		"./middlewareorder/fiber",
		"./middlewareorder/gorilla",
		"./middlewareorder/hertz",
		"./middlewareorder/httprouter",
		"./middlewareorder/iris",
		"./middlewareorder/defaulterror/api", "./middlewareorder/defaulterror/chi", "./middlewareorder/defaulterror/echo", "./middlewareorder/defaulterror/fiber",
		"./middlewareorder/defaulterror/gin", "./middlewareorder/defaulterror/gorilla", "./middlewareorder/defaulterror/nethttp", "./middlewareorder/defaulterror/plain",
		"./middlewareorder/fix/...",
		"./middlewareorder/chi",
		"./middlewareorder/inside",
		"./middlewareorder/wrapped/...",
		"./middlewareorder/ends/...",
		"./middlewareorder/central/...",
		"./middlewareorder/replaced",
		"./middlewareorder/negroni",
		"./middlewareorder/cors",
		"./middlewareorder/grpc",
		"./middlewareorder/huma",
		"./middlewareorder/kratos",
	)
}

func TestRecovery(t *testing.T) {
	const pkg = "example.com/fixtures/middlewareorder/configured"
	fixture.Run(t, "middlewareorder", []string{"-middlewareorder.recovery=" + pkg + ".Guard," + pkg + ".guards.Gin"}, "./middlewareorder/configured")
}

func TestNetHTTP(t *testing.T) {
	fixture.Run(t, "middlewareorder", []string{"-middlewareorder.net-http"}, "./middlewareorder/strict")
}

func TestValidate(t *testing.T) {
	for name, want := range map[string]string{
		"example.com/mw.Recover":       "",
		"example.com/mw.Guard.Recover": "",
		"mw.Recover":                   "",
		"Recover":                      `recovery: "Recover" names no function; write pkg/path.Name or pkg/path.Type.Name`,
		"example.com/mw":               `recovery: "example.com/mw" names no function; write pkg/path.Name or pkg/path.Type.Name`,
		"example.com/mw.":              `recovery: "example.com/mw." names no function; write pkg/path.Name or pkg/path.Type.Name`,
		"(*example.com/mw.Guard).Do":   `recovery: "(*example.com/mw.Guard).Do" names no function; write pkg/path.Name or pkg/path.Type.Name`,
	} {
		got := ""
		if err := (middlewareorder.Config{Recovery: []string{name}}).Validate(); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestLinked(t *testing.T) {
	fixture.RunLinked(t, "middlewareorder", nil, "./middlewareorder/defaulterror/linked/...")
	fixture.RunLinked(t, "middlewareorder", nil, "./middlewareorder/defaulterror/linkedelsewhere/...")
}
