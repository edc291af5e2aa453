// Package grpc holds gRPC servers, on which a handler's panic ends the process
// unless an interceptor recovers it.
package grpc

import (
	"context"
	"log"
	"net"

	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/recovery"
	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/selector"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/reflection"
	"google.golang.org/grpc/status"
)

// registerShop stands for what is generated of a service.
func registerShop(s grpc.ServiceRegistrar, srv any) { s.RegisterService(&shopServiceDesc, srv) }

var shopServiceDesc = grpc.ServiceDesc{ServiceName: "shop.Shop"}

func logs(ctx context.Context, req any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	log.Print(info.FullMethod)
	return next(ctx, req)
}

func recovers(ctx context.Context, req any, _ *grpc.UnaryServerInfo, next grpc.UnaryHandler) (res any, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = status.Error(codes.Internal, "internal error")
		}
	}()
	return next(ctx, req)
}

func bare(ln net.Listener) error {
	s := grpc.NewServer() // want `^s is a gRPC server without recovery, so a panic in the handler of shop\.Shop ends the process; give grpc\.NewServer grpc\.ChainUnaryInterceptor\(recovery\.UnaryServerInterceptor\(\)\)$`
	registerShop(s, nil)
	return s.Serve(ln)
}

func onlyLogs(ln net.Listener) error {
	opts := []grpc.ServerOption{grpc.Creds(insecure.NewCredentials())}
	opts = append(opts, grpc.ChainUnaryInterceptor(logs))
	s := grpc.NewServer(opts...) // want `^s is a gRPC server without recovery`
	reflection.Register(s)
	grpc_health_v1.RegisterHealthServer(s, health.NewServer())
	registerShop(s, nil)
	return s.Serve(ln)
}

func okRecovers(ln net.Listener) error {
	s := grpc.NewServer(grpc.ChainUnaryInterceptor(logs, recovery.UnaryServerInterceptor()))
	registerShop(s, nil)
	return s.Serve(ln)
}

func okOwn(ln net.Listener) error {
	s := grpc.NewServer(grpc.UnaryInterceptor(recovers))
	registerShop(s, nil)
	return s.Serve(ln)
}

func okInList(ln net.Listener, tls bool) error {
	interceptors := []grpc.UnaryServerInterceptor{logs}
	interceptors = append(interceptors, recovers)
	var opts []grpc.ServerOption
	if tls {
		opts = append(opts, grpc.Creds(insecure.NewCredentials()))
	}
	opts = append(opts, grpc.ChainUnaryInterceptor(interceptors...))
	s := grpc.NewServer(opts...)
	registerShop(s, nil)
	return s.Serve(ln)
}

func okUnknownOptions(ln net.Listener, opts ...grpc.ServerOption) error {
	s := grpc.NewServer(opts...)
	registerShop(s, nil)
	return s.Serve(ln)
}

func okUnknownOption(ln net.Listener, option func() grpc.ServerOption) error {
	s := grpc.NewServer(option())
	registerShop(s, nil)
	return s.Serve(ln)
}

func okSelected(ln net.Listener, m selector.Matcher) error {
	s := grpc.NewServer(grpc.UnaryInterceptor(selector.UnaryServerInterceptor(recovery.UnaryServerInterceptor(), m)))
	registerShop(s, nil)
	return s.Serve(ln)
}

// Nothing of the service's own is registered.
func okProbesOnly(ln net.Listener) error {
	s := grpc.NewServer()
	grpc_health_v1.RegisterHealthServer(s, health.NewServer())
	return s.Serve(ln)
}

// okFactory makes servers for callers, who register on them.
func okFactory() *grpc.Server {
	s := grpc.NewServer()
	registerShop(s, nil)
	return s
}

type app struct {
	name   string
	server *grpc.Server
}

func newApp() *app {
	s := grpc.NewServer() // want `^s is a gRPC server without recovery`
	registerShop(s, nil)
	return &app{"shop", s}
}

func (a *app) run(ln net.Listener) error { return a.server.Serve(ln) }
