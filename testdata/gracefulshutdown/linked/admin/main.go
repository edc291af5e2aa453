package main

import "example.com/fixtures/gracefulshutdown/linked/cmd"

func main() { cmd.Execute() }
