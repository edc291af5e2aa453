package frameworks

import "slices"

const (
	pathNATS      = "github.com/nats-io/nats.go"
	pathJetStream = "github.com/nats-io/nats.go/jetstream"
)

// nats is github.com/nats-io/nats.go, run at v1.55.0: its callbacks run on
// goroutines of the connection.
var nats = &Framework{
	Name:     "nats.go",
	Packages: []string{pathNATS, pathJetStream},
	Runners: slices.Concat(
		methods(pathNATS, "Conn", 1, false, "Subscribe"),
		methods(pathNATS, "Conn", 2, false, "QueueSubscribe"),
		methods(pathNATS, "Conn", 0, false, "SetClosedHandler"),
		methods(pathJetStream, "Consumer", 0, false, "Consume"),
		methods(pathJetStream, "PushConsumer", 0, false, "Consume"),
	),
}
