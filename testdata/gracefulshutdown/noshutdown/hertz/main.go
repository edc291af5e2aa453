package main

import "github.com/cloudwego/hertz/pkg/app/server"

func main() {
	h := server.Default()
	if err := h.Run(); err != nil { // want `^h.Run serves and nothing .*; call h.Spin instead$`
		panic(err)
	}
}
