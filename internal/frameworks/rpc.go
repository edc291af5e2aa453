package frameworks

const (
	pathGRPC    = "google.golang.org/grpc"
	pathConnect = "connectrpc.com/connect"
)

// grpcServer is google.golang.org/grpc, run at v1.85.0.
var grpcServer = &Framework{
	Name:      "gRPC",
	Packages:  []string{pathGRPC},
	Lifecycle: grpcLifecycle,
	Requests:  []Type{{pathGRPC, "UnaryServerInfo"}, {pathGRPC, "StreamServerInfo"}},
	Services:  []string{"mustEmbedUnimplemented", "testEmbeddedByValue"},
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
