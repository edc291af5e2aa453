package frameworks

// stdlib is what the rest of the standard library runs on goroutines of its
// own, as of Go 1.26: a panic there ends the process.
var stdlib = &Framework{
	Name:     "the standard library",
	Packages: []string{"time", "context", "sync", "runtime"},
	Runners: []Runner{
		{Func: Func{"time", "", "AfterFunc"}, Arg: 1},
		{Func: Func{"context", "", "AfterFunc"}, Arg: 1},
		{Func: Func{"sync", "WaitGroup", "Go"}, Arg: 0},
		{Func: Func{"runtime", "", "SetFinalizer"}, Arg: 1},
		{Func: Func{"runtime", "", "AddCleanup"}, Arg: 1},
		{Func: Func{"net/http", "Server", "RegisterOnShutdown"}, Arg: 0},
	},
	// Clocks, locks, loggers and text. They can be made to panic (a nil
	// context, a negative counter), but no recover is written for that.
	Harmless: []Func{
		{Pkg: "context"}, {Pkg: "errors"}, {Pkg: "fmt"}, {Pkg: "log"}, {Pkg: "log/slog"}, {Pkg: "math"},
		{Pkg: "os"}, {Pkg: "os/signal"}, {Pkg: "path"}, {Pkg: "path/filepath"}, {Pkg: "runtime"}, {Pkg: "runtime/debug"},
		{Pkg: "strconv"}, {Pkg: "strings"}, {Pkg: "sync"}, {Pkg: "sync/atomic"}, {Pkg: "time"},
		{Pkg: "net/http", Recv: "Server"}, {Pkg: "net/http", Recv: "Header"},
	},
}

// loggers are logging libraries.
var loggers = &Framework{
	Name: "loggers",
	Packages: []string{
		"go.uber.org/zap", "github.com/rs/zerolog", "github.com/rs/zerolog/log", "github.com/sirupsen/logrus", "k8s.io/klog/v2",
	},
	Harmless: []Func{
		{Pkg: "go.uber.org/zap"}, {Pkg: "github.com/rs/zerolog"}, {Pkg: "github.com/rs/zerolog/log"},
		{Pkg: "github.com/sirupsen/logrus"}, {Pkg: "k8s.io/klog/v2"},
	},
}
