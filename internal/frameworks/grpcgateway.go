package frameworks

const pathGrpcGateway = "github.com/grpc-ecosystem/grpc-gateway/v2/runtime"

// grpcGateway is github.com/grpc-ecosystem/grpc-gateway/v2, run at v2.32.0.
var grpcGateway = &Framework{
	Name:     "grpc-gateway",
	Packages: []string{pathGrpcGateway},
	Handlers: [][]Type{{{"context", "Context"}, {pathGrpcGateway, "ServeMux"}, {pathGrpcGateway, "Marshaler"}, {pathHTTP, "ResponseWriter"}, {pathHTTP, "Request"}, {"", "error"}}},
	Writers: []Writer{
		{Func: Func{pathGrpcGateway, "", "HTTPError"}, Status: None, Body: None, Kind: BodyJSON, Errors: true, Default: true, Keys: []string{"code", "message", "details?"}},
		{Func: Func{pathGrpcGateway, "", "DefaultHTTPErrorHandler"}, Status: None, Body: None, Kind: BodyJSON, Errors: true, Keys: []string{"code", "message", "details?"}},
		{Func: Func{pathGrpcGateway, "", "DefaultRoutingErrorHandler"}, Status: 5, Body: None, Kind: BodyJSON, Errors: true, Default: true, Keys: []string{"code", "message", "details?"}},
	},
}
