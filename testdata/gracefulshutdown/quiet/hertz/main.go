// okSpin: hertz shuts down at SIGTERM by itself.
package main

import "github.com/cloudwego/hertz/pkg/app/server"

func main() {
	h := server.Default()
	h.Spin()
}
