// Package grpc holds routers of grpc v1.85.0, each with what came of asking them. The rows of
// middleware_order.csv become this file: go test ./analyzers/middlewareorder -run TableFixtures -update.
package grpc

import (
	"google.golang.org/grpc"
)

// Row01: ChainUnaryInterceptor: first listed is outermost; streams and unknown methods run no unary
// interceptor. Observed: unary Check => OK ran:[first,second]; streaming Watch => OK ran:[]; unknown method
// => Unimplemented ran:[]
func Row01() error {
	return serve(grpc.NewServer([]grpc.ServerOption{grpc.ChainUnaryInterceptor(tr.unary("first"), tr.unary("second"))}...))
}

// Row02: UnaryInterceptor given twice. Observed: REGISTRATION PANICS: The unary server interceptor was
// already set and may not be reset.
func Row02() error {
	return serve(grpc.NewServer([]grpc.ServerOption{grpc.UnaryInterceptor(tr.unary("one")), grpc.UnaryInterceptor(tr.unary("two"))}...))
}

// Row03: ChainUnaryInterceptor before UnaryInterceptor in the list: UnaryInterceptor is still the outermost.
// Observed: unary Check => OK ran:[single,chain]; streaming Watch => OK ran:[]; unknown method =>
// Unimplemented ran:[]
func Row03() error {
	return serve(grpc.NewServer([]grpc.ServerOption{grpc.ChainUnaryInterceptor(tr.unary("chain")), grpc.UnaryInterceptor(tr.unary("single"))}...))
}

// Row04: ChainUnaryInterceptor given twice: appended. Observed: unary Check => OK ran:[one,two]; streaming
// Watch => OK ran:[]; unknown method => Unimplemented ran:[]
func Row04() error {
	return serve(grpc.NewServer([]grpc.ServerOption{grpc.ChainUnaryInterceptor(tr.unary("one")), grpc.ChainUnaryInterceptor(tr.unary("two"))}...))
}

// Row05: unary and stream interceptors; UnknownServiceHandler runs the stream ones. Observed: unary Check =>
// OK ran:[unary]; streaming Watch => OK ran:[stream]; unknown method => Internal ran:[stream]
func Row05() error {
	return serve(grpc.NewServer([]grpc.ServerOption{grpc.ChainUnaryInterceptor(tr.unary("unary")), grpc.ChainStreamInterceptor(tr.stream("stream")), grpc.UnknownServiceHandler(func(any, grpc.ServerStream) error { return nil })}...))
}
