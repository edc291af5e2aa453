package runners

import (
	"context"
	"io"
	"log"
	"net/http"
	"time"

	"example.com/fixtures/goroutinerecover/table/probe"
	grpcrec "github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/recovery"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/status"
)

// Row114: unary handler, no interceptor; the process ends.
func Row114(http.ResponseWriter, *http.Request) {
	grpcCall(false)
}

// Row115: stream handler, no interceptor; the process ends.
func Row115(http.ResponseWriter, *http.Request) {
	grpcCall(true)
}

// Row116: unary handler, recovery.UnaryServerInterceptor; the process goes on.
func Row116(http.ResponseWriter, *http.Request) {
	grpcCall(false, grpc.ChainUnaryInterceptor(grpcrec.UnaryServerInterceptor()))
}

// Row117: stream handler, only the UNARY recovery interceptor; the process ends.
func Row117(http.ResponseWriter, *http.Request) {
	grpcCall(true, grpc.ChainUnaryInterceptor(grpcrec.UnaryServerInterceptor()))
}

// Row118: stream handler, recovery.StreamServerInterceptor; the process goes on.
func Row118(http.ResponseWriter, *http.Request) {
	grpcCall(true, grpc.ChainStreamInterceptor(grpcrec.StreamServerInterceptor()))
}

// Row119: panicking interceptor listed BEFORE recovery; the process ends.
func Row119(http.ResponseWriter, *http.Request) {
	grpcCall(false, grpc.ChainUnaryInterceptor(func(context.Context, any, *grpc.UnaryServerInfo, grpc.UnaryHandler) (any, error) { panic(errBoom) }, grpcrec.UnaryServerInterceptor()))
}

// Row120: panicking interceptor listed AFTER recovery; the process goes on.
func Row120(http.ResponseWriter, *http.Request) {
	grpcCall(false, grpc.ChainUnaryInterceptor(grpcrec.UnaryServerInterceptor(), func(context.Context, any, *grpc.UnaryServerInfo, grpc.UnaryHandler) (any, error) { panic(errBoom) }))
}

// Row121: UnaryInterceptor(recovery) with ChainUnaryInterceptor(panicking): UnaryInterceptor is outermost;
// the process goes on.
func Row121(http.ResponseWriter, *http.Request) {
	grpcCall(false, grpc.ChainUnaryInterceptor(func(context.Context, any, *grpc.UnaryServerInfo, grpc.UnaryHandler) (any, error) { panic(errBoom) }), grpc.UnaryInterceptor(grpcrec.UnaryServerInterceptor()))
}

// Row122: unary handler served through (*Server).ServeHTTP of a net/http server; the process ends.
func Row122(http.ResponseWriter, *http.Request) {
	gs := grpc.NewServer()
	healthpb.RegisterHealthServer(gs, gsrv{})
	hs := &http.Server{Handler: gs, Protocols: new(http.Protocols), ErrorLog: log.New(io.Discard, "", 0)}
	hs.Protocols.SetUnencryptedHTTP2(true)
	ln := probe.Listen()
	go func() { _ = hs.Serve(ln) }()
	cc, err := grpc.NewClient(ln.Addr().String(), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		panic(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	_, err = healthpb.NewHealthClient(cc).Check(ctx, &healthpb.HealthCheckRequest{})
	probe.Event("client: %s", status.Code(err))
}
