// Package rpc has a service as protoc-gen-go-grpc generates it, and a server.
package rpc

import (
	"context"
	"strconv"

	"google.golang.org/grpc"
)

type GreeterServer interface {
	Greet(ctx context.Context, name *string) (*string, error)
}

func RegisterGreeterServer(s grpc.ServiceRegistrar, srv GreeterServer) {
	s.RegisterService(&grpc.ServiceDesc{ServiceName: "Greeter", HandlerType: (*GreeterServer)(nil)}, srv)
}

type server struct{}

func (s *server) Greet(ctx context.Context, name *string) (*string, error) {
	go s.count(*name) // want `goroutine runs s.count and nothing recovers it, so a panic in it ends the process; defer a recover in it$`
	s.log(*name)
	return name, nil
}

func (s *server) log(name string) {
	go s.count(name) // want `goroutine runs s.count and nothing recovers it.* \(reached from \(\*server\).Greet\)`
}

func (s *server) count(name string) {
	n, _ := strconv.Atoi(name)
	_ = []int{1}[n]
}

// Start is no method of the service.
func (s *server) Start() {
	go s.count("start")
}

func Serve() {
	g := grpc.NewServer()
	s := &server{}
	s.Start()
	RegisterGreeterServer(g, s)
}
