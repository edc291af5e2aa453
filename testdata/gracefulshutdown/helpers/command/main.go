// What leads to the server is a command that another package keeps.
package main

import "example.com/fixtures/gracefulshutdown/helpers/command/cmd" // want `^package "example.com/fixtures/gracefulshutdown/helpers/command/cmd" leads to a server \(r.Run in cmd/serve.go:\d+\) and nothing`

func main() { cmd.Execute() }
