package grpc

import (
	"context"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/status"
)

type trace struct{}

var tr trace

func (trace) unary(string) grpc.UnaryServerInterceptor {
	return func(ctx context.Context, req any, _ *grpc.UnaryServerInfo, next grpc.UnaryHandler) (res any, err error) {
		defer func() {
			if recover() != nil {
				err = status.Error(codes.Internal, "internal")
			}
		}()
		return next(ctx, req)
	}
}

func (trace) stream(string) grpc.StreamServerInterceptor {
	return func(srv any, ss grpc.ServerStream, _ *grpc.StreamServerInfo, next grpc.StreamHandler) (err error) {
		defer func() {
			if recover() != nil {
				err = status.Error(codes.Internal, "internal")
			}
		}()
		return next(srv, ss)
	}
}

func serve(s *grpc.Server) error {
	grpc_health_v1.RegisterHealthServer(s, health.NewServer())
	ln, err := net.Listen("tcp", ":8080")
	if err != nil {
		return err
	}
	return s.Serve(ln)
}
