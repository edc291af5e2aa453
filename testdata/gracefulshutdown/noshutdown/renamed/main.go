package main

import (
	stdlog "log"
	web "net/http"
)

type Server = web.Server

func main() {
	var s Server
	stdlog.Fatal(s.ListenAndServe()) // want `^s.ListenAndServe serves`
}
