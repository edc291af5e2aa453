// Package huma holds routers of huma/v2 v2.37.2, each with what came of asking them. The rows of
// middleware_order.csv become this file: go test ./analyzers/middlewareorder -run TableFixtures -update.
package huma

import (
	"net/http"

	"example.com/fixtures/middlewareorder/table/probe"
	huma "github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humachi"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
	chi "github.com/go-chi/chi/v5"
)

// Row01: UseMiddleware before Register; 404 and 405 are the router's (outside huma's middlewares). Observed:
// GET /x => 200 ran:[a] "{\"v\":\"x\"}"; GET /none => 404 ran:[] "404 page not found"; POST /x => 405 ran:[]
// "Method Not Allowed"
func Row01() error {
	mx := http.NewServeMux()
	api := humago.New(mx, huma.DefaultConfig("t", "1"))
	api.UseMiddleware(hum("a"))
	huma.Get(api, "/x", humaOK)
	return probe.HTTP(mx)
}

// Row02: UseMiddleware AFTER Register: silently not on it. Observed: GET /x => 200 ran:[] "{\"v\":\"x\"}"
func Row02() error {
	mx := http.NewServeMux()
	api := humago.New(mx, huma.DefaultConfig("t", "1"))
	huma.Get(api, "/x", humaOK)
	api.UseMiddleware(hum("late"))
	return probe.HTTP(mx)
}

// Row03: Group: group UseMiddleware after the group's operation; api UseMiddleware after NewGroup. Observed:
// GET /g/x => 200 ran:[] "{\"v\":\"x\"}"; GET /g/y => 200 ran:[api,group] "{\"v\":\"x\"}"
func Row03() error {
	mx := http.NewServeMux()
	api := humago.New(mx, huma.DefaultConfig("t", "1"))
	gr := huma.NewGroup(api, "/g")
	huma.Get(gr, "/x", humaOK)
	gr.UseMiddleware(hum("group"))
	api.UseMiddleware(hum("api"))
	huma.Get(gr, "/y", humaOK)
	return probe.HTTP(mx)
}

// Row04: chi Use after humachi.New: New itself registered the docs routes. Observed: REGISTRATION PANICS:
// chi: all middlewares must be defined before routes on a mux
func Row04() error {
	r := chi.NewRouter()
	api := humachi.New(r, huma.DefaultConfig("t", "1"))
	r.Use(m("auth"))
	huma.Get(api, "/x", humaOK)
	return probe.HTTP(r)
}

// Row05: routes nobody wrote: /openapi.json, /docs, /schemas (no huma middleware runs on them). Observed: GET
// /openapi.json => 200 ran:[] "{\"components\":{\"schemas\":{\"ErrorDetail\":{\"additionalProperti..."; GET
// /docs => 200 ran:[] "<!doctype html> <html lang=\"en\"> <head> <meta charset=\"utf-8..."
func Row05() error {
	mx := http.NewServeMux()
	api := humago.New(mx, huma.DefaultConfig("t", "1"))
	api.UseMiddleware(hum("auth"))
	huma.Get(api, "/x", humaOK)
	return probe.HTTP(mx)
}
