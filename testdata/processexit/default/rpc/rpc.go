// Package rpc has exits in methods that serve remote calls.
package rpc

import (
	"context"
	"log"
	"os"

	"connectrpc.com/connect"
	"google.golang.org/grpc"
	"google.golang.org/grpc/grpclog"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

type health struct {
	healthpb.UnimplementedHealthServer
	name string
}

func (h *health) Check(context.Context, *healthpb.HealthCheckRequest) (*healthpb.HealthCheckResponse, error) {
	if h.name == "" {
		log.Fatal("no name") // want `log.Fatal ends the process with every request in it; return an error instead`
	}
	h.look()
	return nil, nil
}

func (h *health) Watch(*healthpb.HealthCheckRequest, grpc.ServerStreamingServer[healthpb.HealthCheckResponse]) error {
	grpclog.Fatalln("x") // want `grpclog.Fatalln ends the process with every request in it; return an error instead`
	return nil
}

func (h *health) look() {
	if _, err := os.Stat(h.name); err != nil {
		log.Fatal(err) // want `log.Fatal ends the process with every request in it \(reached from \(\*health\).Check\); return an error instead`
	}
}

// OkOpen is no method of the service.
func (h *health) OkOpen() {
	log.Fatal("x")
}

func intercept(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	if info.FullMethod == "" {
		log.Fatal("x") // want `log.Fatal ends the process with every request in it; return an error instead`
	}
	return handler(ctx, req)
}

type greeter struct{}

func (greeter) Greet(_ context.Context, r *connect.Request[string]) (*connect.Response[string], error) {
	log.Fatal(r.Spec()) // want `log.Fatal ends the process with every request in it; return an error instead`
	return nil, nil
}

func okServe(s *grpc.Server, name string) {
	healthpb.RegisterHealthServer(s, &health{name: name})
	if name == "" {
		log.Fatal("no name")
	}
}
