// Package grpc holds what writes responses with google.golang.org/grpc/status v1.85.0, each with what the
// client saw. The rows of error_writers.csv become this file: go test ./analyzers/errenvelope -run Fixtures
// -update.
package grpc

import (
	"context"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/emptypb"
)

// Row01: Error sends NotFound with "one" as application/grpc.
func Row01(ctx context.Context, in *emptypb.Empty) (*emptypb.Empty, error) {
	return nil, status.Error(codes.NotFound, "one")
}

// Row02: Errorf sends NotFound with "one" as application/grpc.
func Row02(ctx context.Context, in *emptypb.Empty) (*emptypb.Empty, error) {
	return nil, status.Errorf(codes.NotFound, "%s", "one")
}

// Row03: New(...).Err() sends NotFound with "one" as application/grpc.
func Row03(ctx context.Context, in *emptypb.Empty) (*emptypb.Empty, error) {
	return nil, status.New(codes.NotFound, "one").Err()
}
