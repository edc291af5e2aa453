package main

import (
	"log"

	"github.com/valyala/fasthttp"
)

func main() {
	log.Fatal(fasthttp.ListenAndServe(":8080", func(ctx *fasthttp.RequestCtx) {})) // want `^fasthttp.ListenAndServe serves and nothing .*; use a server that is shut down on SIGTERM$`
}
