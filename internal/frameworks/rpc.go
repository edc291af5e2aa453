package frameworks

import "slices"

const (
	pathGRPC    = "google.golang.org/grpc"
	pathConnect = "connectrpc.com/connect"

	pathGRPCMiddleware = "github.com/grpc-ecosystem/go-grpc-middleware"
)

// grpcServer is google.golang.org/grpc, run at v1.85.0.
var grpcServer = &Framework{
	Name:      "gRPC",
	Packages:  []string{pathGRPC, pathGRPC + "/reflection", pathGRPC + "/health/grpc_health_v1"},
	Lifecycle: grpcLifecycle,
	Requests:  []Type{{pathGRPC, "UnaryServerInfo"}, {pathGRPC, "StreamServerInfo"}},
	Services:  []string{"mustEmbedUnimplemented", "testEmbeddedByValue"},
	Routers: []Router{
		{
			Type:           Type{pathGRPC, "Server"},
			LateUse:        LateUseApplies,
			Unrecovered:    UnrecoveredEnds,
			RecoveryOption: "grpc.ChainUnaryInterceptor(recovery.UnaryServerInterceptor())",
			Constructors:   []Constructor{{Func: Func{pathGRPC, "", "NewServer"}}},
			Methods:        slices.Concat(grpcServices, serves("Serve")),
			// Streams run their own; both are told of here.
			Options: options(pathGRPC,
				RouterMethod{Name: "UnaryInterceptor", Op: OpUse, Pattern: None, Handlers: 0, Callback: None, Outside: true},
				RouterMethod{Name: "StreamInterceptor", Op: OpUse, Pattern: None, Handlers: 0, Callback: None, Outside: true},
				RouterMethod{Name: "ChainUnaryInterceptor", Op: OpUse, Pattern: None, Handlers: 0, Callback: None},
				RouterMethod{Name: "ChainStreamInterceptor", Op: OpUse, Pattern: None, Handlers: 0, Callback: None},
			),
		},
		{Type: Type{pathGRPC, "ServiceRegistrar"}, LateUse: LateUseApplies, Methods: grpcServices},
	},
	RouteTypes: []RouteType{{Type: Type{pathGRPC, "ServiceDesc"}, Path: "ServiceName"}},
	RouterFuncs: slices.Concat(
		routerFuncs(pathGRPC+"/reflection", 0, "", same(None, "Register", "RegisterV1")),
		routerFuncs(pathGRPC+"/health/grpc_health_v1", 0, "", same(None, "RegisterHealthServer")),
		routerFuncs("github.com/grpc-ecosystem/go-grpc-prometheus", 0, "", same(None, "Register")),
	),
}

var grpcServices = []RouterMethod{{Name: "RegisterService", Op: OpHandle, Pattern: 0, Handlers: 1, Callback: None, Literals: true}}

// grpcMiddleware is github.com/grpc-ecosystem/go-grpc-middleware, run at v2.3.4.
var grpcMiddleware = &Framework{
	Name:     "go-grpc-middleware",
	Packages: []string{pathGRPCMiddleware + "/v2/interceptors/recovery", pathGRPCMiddleware + "/recovery"},
	Middlewares: slices.Concat(
		middlewares(pathGRPCMiddleware+"/v2/interceptors/recovery", MiddlewareRecovery, "UnaryServerInterceptor", "StreamServerInterceptor"),
		middlewares(pathGRPCMiddleware+"/recovery", MiddlewareRecovery, "UnaryServerInterceptor", "StreamServerInterceptor"),
		middlewares(pathGRPCMiddleware+"/v2/interceptors/auth", MiddlewareAuth, "UnaryServerInterceptor", "StreamServerInterceptor"),
		middlewares(pathGRPCMiddleware+"/auth", MiddlewareAuth, "UnaryServerInterceptor", "StreamServerInterceptor"),
		middlewares(pathGRPCMiddleware+"/v2/interceptors/logging", MiddlewareLogging, "UnaryServerInterceptor", "StreamServerInterceptor"),
		middlewares(pathGRPCMiddleware+"/logging/zap", MiddlewareLogging, "UnaryServerInterceptor", "StreamServerInterceptor"),
		middlewares(pathGRPCMiddleware+"/logging/logrus", MiddlewareLogging, "UnaryServerInterceptor", "StreamServerInterceptor"),
		middlewares(pathGRPCMiddleware+"/v2/interceptors/ratelimit", MiddlewareRateLimit, "UnaryServerInterceptor", "StreamServerInterceptor"),
		middlewares(pathGRPCMiddleware+"/ratelimit", MiddlewareRateLimit, "UnaryServerInterceptor", "StreamServerInterceptor"),
		middlewares(pathGRPCMiddleware+"/v2/interceptors/validator", MiddlewareOther, "UnaryServerInterceptor", "StreamServerInterceptor"),
		middlewares(pathGRPCMiddleware+"/v2/interceptors/realip", MiddlewareOther, "UnaryServerInterceptor", "StreamServerInterceptor"),
	),
}

// connect is connectrpc.com/connect, run at v1.21.1.
var connect = &Framework{
	Name:     "connect",
	Packages: []string{pathConnect},
	Writers: []Writer{
		{Func: Func{pathConnect, "ErrorWriter", "Write"}, Status: None, Body: None, Kind: BodyJSON, Errors: true, Keys: []string{"code", "message", "details?"}},
	},
	Errors: &Errors{
		Values:    []ErrorValue{{Func: Func{pathConnect, "", "NewError"}, Status: 0, RPC: true, Message: 1}},
		Handlers:  []Type{{pathConnect, "Request"}},
		Plain:     500,
		PlainText: true,
		Kind:      BodyJSON,
		Keys:      []string{"code:string", "message:string"},
		Protocol:  true,
	},
	Requests: []Type{
		{pathConnect, "Request"}, {pathConnect, "ClientStream"}, {pathConnect, "ServerStream"}, {pathConnect, "BidiStream"},
		{pathConnect, "StreamingHandlerConn"},
	},
}

// grpcLifecycle is google.golang.org/grpc, read at v1.85.0: Serve returns when
// GracefulStop is done. GracefulStop has no bound; that is its contract.
var grpcLifecycle = &Lifecycle{
	Starts: starts(Starter{Func: Func{pathGRPC, "Server", ""}, Addr: None, Listener: 0, Stop: "GracefulStop"}, "Serve"),
	Stops: []Stopper{
		{Func: Func{pathGRPC, "Server", "GracefulStop"}, Context: None},
		{Func: Func{pathGRPC, "Server", "Stop"}, Context: None},
	},
}
