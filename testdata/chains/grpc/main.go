// Command grpc serves a service with interceptors.
package main

import (
	"log"
	"net"

	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/auth"
	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/recovery"
	"google.golang.org/grpc"
	"google.golang.org/grpc/reflection"
)

type shop struct{}

func registerShopServer(s grpc.ServiceRegistrar, srv shop) {
	s.RegisterService(&shopServiceDesc, srv)
}

var shopServiceDesc = grpc.ServiceDesc{ServiceName: "shop.Shop"}

func main() {
	ln, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	s := grpc.NewServer(grpc.ChainUnaryInterceptor(recovery.UnaryServerInterceptor(), auth.UnaryServerInterceptor(nil)))
	reflection.Register(s)
	registerShopServer(s, shop{})
	log.Fatal(s.Serve(ln))
}
