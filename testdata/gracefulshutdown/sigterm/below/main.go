package main

import "example.com/fixtures/gracefulshutdown/sigterm/below/server"

func main() {
	server.Run() // want:-3 `^package "example.com/fixtures/gracefulshutdown/sigterm/below/server" leads to a shutdown on an interrupt \(signal.Notify in server/server.go:\d+\) and nothing in the program waits for SIGTERM`
}
