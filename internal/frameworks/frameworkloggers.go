package frameworks

// The loggers that come with frameworks. Their Fatal methods end the process,
// as their sources say: each ends with os.Exit(1).

const (
	pathFiber2Log  = pathFiber2 + "/log"
	pathFiber3Log  = pathFiber3 + "/log"
	pathHlog       = "github.com/cloudwego/hertz/pkg/common/hlog"
	pathKratosLog  = "github.com/go-kratos/kratos/v2/log"
	pathGoframeLog = "github.com/gogf/gf/v2/os/glog"
	pathGolog      = "github.com/kataras/golog"
	pathGommonLog  = "github.com/labstack/gommon/log"
	pathGrpclog    = "google.golang.org/grpc/grpclog"
)

// fiberLog is the package log of fiber, read at v2.52.15 and v3.1.0. A logger
// that the service sets may do otherwise; those that are known do not.
var fiberLog = &Framework{
	Name:     "fiber's log",
	Packages: []string{pathFiber2Log, pathFiber3Log},
	Exits: concat(
		exits(LogsFatal, pathFiber2Log, "", "Fatal", "Fatalf", "Fatalw"),
		exits(LogsFatal, pathFiber3Log, "", "Fatal", "Fatalf", "Fatalw"),
	),
}

// hlog is hertz' logger, read at v0.10.4.
var hlog = &Framework{
	Name:     "hlog",
	Packages: []string{pathHlog},
	Exits:    exits(LogsFatal, pathHlog, "", "Fatal", "Fatalf", "CtxFatalf"),
}

// kratosLog is kratos' logger, read at v2.8.3.
var kratosLog = &Framework{
	Name:     "kratos' log",
	Packages: []string{pathKratosLog},
	Exits: concat(
		exits(LogsFatal, pathKratosLog, "", "Fatal", "Fatalf", "Fatalw"),
		exits(LogsFatal, pathKratosLog, "Helper", "Fatal", "Fatalf", "Fatalw"),
	),
}

// goframeLog is goframe's logger, read at v2.10.2.
var goframeLog = &Framework{
	Name:     "goframe's glog",
	Packages: []string{pathGoframeLog},
	Exits: concat(
		exits(LogsFatal, pathGoframeLog, "", "Fatal", "Fatalf"),
		exits(LogsFatal, pathGoframeLog, "Logger", "Fatal", "Fatalf"),
	),
}

// golog is iris' logger, read at v0.1.11.
var golog = &Framework{
	Name:     "golog",
	Packages: []string{pathGolog},
	Exits: concat(
		exits(LogsFatal, pathGolog, "", "Fatal", "Fatalf"),
		exits(LogsFatal, pathGolog, "Logger", "Fatal", "Fatalf"),
	),
}

// gommonLog is echo's logger, read at v0.4.2, with the interface by which echo
// v3 and v4 hand it over.
var gommonLog = &Framework{
	Name:     "gommon's log",
	Packages: []string{pathGommonLog},
	Exits: concat(
		exits(LogsFatal, pathGommonLog, "", "Fatal", "Fatalf", "Fatalj"),
		exits(LogsFatal, pathGommonLog, "Logger", "Fatal", "Fatalf", "Fatalj"),
		exits(LogsFatal, pathEcho, "Logger", "Fatal", "Fatalf", "Fatalj"),
		exits(LogsFatal, pathEcho4, "Logger", "Fatal", "Fatalf", "Fatalj"),
	),
}

// grpclog is gRPC's logger, read at v1.83.1: it exits whatever the logger that
// is set does.
var grpclog = &Framework{
	Name:     "grpclog",
	Packages: []string{pathGrpclog},
	Exits:    exits(LogsFatal, pathGrpclog, "", "Fatal", "Fatalf", "Fatalln", "FatalDepth"),
}
