package main

import (
	"github.com/go-kratos/kratos/v2"
	"github.com/go-kratos/kratos/v2/transport/http"
)

func main() {
	srv := http.NewServer(http.Address(":8000"))
	if err := kratos.New(kratos.Server(srv)).Run(); err != nil {
		panic(err)
	}
}
