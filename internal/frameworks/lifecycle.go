package frameworks

import (
	"slices"
	"sync"
)

// Lifecycle is how the servers of a package are started and stopped, as read in
// the package's source.
type Lifecycle struct {
	// Starts are the functions that serve until the process ends or somebody
	// stops them.
	Starts []Starter
	// Stops are the functions that stop a server.
	Stops []Stopper
	// StopFields are fields by which a server is told when to stop.
	StopFields []Field
	// Graceful are functions that serve and shut down by themselves at SIGTERM, or
	// when a context that they are given ends.
	Graceful []Func
	// Stands: programs that import the package are stopped by it, or by who calls
	// them, and not by the servers that they start.
	Stands bool
}

// Starter is a function that serves until the process ends or somebody stops
// it.
type Starter struct {
	Func
	Addr     int // index of the argument with the address, None if there is none
	Listener int // index of the argument with the listener, None if there is none
	// Stop is the method of the function's receiver that shuts the server down; ""
	// if nothing can.
	Stop string
	// Instead is what to call instead, as a method of the receiver; "" if there is
	// nothing that shuts down by itself.
	Instead string
	// Returns: as soon as the server begins to shut down, and not when it is done.
	Returns bool
	// Closed: it returns net/http's ErrServerClosed then.
	Closed bool
}

// Stopper is a function that stops a server.
type Stopper struct {
	Func
	// Context is the index of the argument with the context that bounds how long it
	// waits for requests, None if there is none.
	Context int
	// Instead is the method that has a bound, if this one waits without.
	Instead string
}

// Field is a field of a struct.
type Field struct {
	Type
	Name string
}

// lifecycles is what all frameworks know, by function.
var lifecycles = sync.OnceValue(func() (x struct {
	starts   map[Func]*Starter
	stops    map[Func]*Stopper
	fields   map[Field]bool
	graceful map[Func]bool
	types    map[Type]bool
	stands   map[string]bool
	packages map[string]bool
}) {
	x.starts, x.stops, x.fields = make(map[Func]*Starter), make(map[Func]*Stopper), make(map[Field]bool)
	x.graceful, x.types, x.stands = make(map[Func]bool), make(map[Type]bool), make(map[string]bool)
	x.packages = make(map[string]bool)
	for _, f := range All() {
		l := f.Lifecycle
		if l == nil {
			continue
		}
		for i := range l.Starts {
			x.starts[l.Starts[i].Func] = &l.Starts[i]
		}
		for i, s := range l.Stops {
			x.stops[s.Func] = &l.Stops[i]
			x.types[Type{s.Pkg, s.Recv}] = true
		}
		for _, s := range l.StopFields {
			x.fields[s] = true
		}
		for _, g := range l.Graceful {
			x.graceful[g] = true
		}
		for _, p := range f.Packages {
			x.stands[p], x.packages[p] = l.Stands, true
		}
	}
	return x
})

// StarterOf returns the row of a function that starts a server, nil if it is
// none.
func StarterOf(f Func) *Starter { return lifecycles().starts[f] }

// StopperOf returns the row of a function that stops a server, nil if it is
// none.
func StopperOf(f Func) *Stopper { return lifecycles().stops[f] }

// StopsServer reports whether a field tells a server when to stop.
func StopsServer(f Field) bool { return lifecycles().fields[f] }

// IsGraceful reports whether f serves and shuts down by itself.
func IsGraceful(f Func) bool { return lifecycles().graceful[f] }

// IsServer reports whether t has a function that stops it.
func IsServer(t Type) bool { return lifecycles().types[t] }

// HasLifecycle reports whether pkg is a package of a framework of which it is
// known how its servers are started or stopped.
func HasLifecycle(pkg string) bool { return lifecycles().packages[pkg] }

// StandsIn reports whether programs that import pkg are not stopped by the
// servers that they start.
func StandsIn(pkg string) bool { return lifecycles().stands[pkg] }

// start is a row without a listener.
func start(pkg, recv, name string, addr int) Starter {
	return Starter{Func: Func{pkg, recv, name}, Addr: addr, Listener: None}
}

// httpLifecycle is net/http, read at Go 1.26. Shutdown closes the listeners
// first, at which Serve returns, and waits then; with a context that has ended
// it does not wait.
var httpLifecycle = &Lifecycle{
	Starts: slices.Concat(
		[]Starter{
			start(pathHTTP, "", "ListenAndServe", 0),
			start(pathHTTP, "", "ListenAndServeTLS", 0),
			{Func: Func{pathHTTP, "", "Serve"}, Addr: None, Listener: 0},
			{Func: Func{pathHTTP, "", "ServeTLS"}, Addr: None, Listener: 0},
		},
		starts(Starter{Func: Func{pathHTTP, "Server", ""}, Addr: None, Listener: None, Stop: "Shutdown", Returns: true, Closed: true}, "ListenAndServe", "ListenAndServeTLS"),
		starts(Starter{Func: Func{pathHTTP, "Server", ""}, Addr: None, Listener: 0, Stop: "Shutdown", Returns: true, Closed: true}, "Serve", "ServeTLS"),
	),
	Stops: []Stopper{
		{Func: Func{pathHTTP, "Server", "Shutdown"}, Context: 0},
		{Func: Func{pathHTTP, "Server", "Close"}, Context: None},
	},
}

// starts returns a row for each of the names.
func starts(row Starter, names ...string) (all []Starter) {
	for _, n := range names {
		row.Name = n
		all = append(all, row)
	}
	return all
}

// ginLifecycle is gin, read at v1.12.0: the http.Server that Run makes is its
// own.
var ginLifecycle = &Lifecycle{Starts: slices.Concat(
	starts(Starter{Func: Func{pathGin, "Engine", ""}, Addr: 0, Listener: None}, "Run", "RunTLS", "RunUnix", "RunQUIC"),
	starts(Starter{Func: Func{pathGin, "Engine", ""}, Addr: None, Listener: 0}, "RunListener"),
	starts(Starter{Func: Func{pathGin, "Engine", ""}, Addr: None, Listener: None}, "RunFd"),
)}

// echoLifecycle is echo v4, read at v4.16.0, and v3.
func echoLifecycle(pkg string) *Lifecycle {
	return &Lifecycle{
		Starts: slices.Concat(
			starts(Starter{Func: Func{pkg, "Echo", ""}, Addr: 0, Listener: None, Stop: "Shutdown", Returns: true, Closed: true},
				"Start", "StartTLS", "StartAutoTLS", "StartH2CServer"),
			starts(Starter{Func: Func{pkg, "Echo", ""}, Addr: None, Listener: None, Stop: "Shutdown", Returns: true, Closed: true}, "StartServer"),
		),
		Stops: []Stopper{
			{Func: Func{pkg, "Echo", "Shutdown"}, Context: 0},
			{Func: Func{pkg, "Echo", "Close"}, Context: None},
		},
	}
}

// echo5Lifecycle is echo v5, read at v5.3.1: Start shuts down at SIGTERM and
// waits ten seconds at most, StartConfig when the context that it is given ends.
var echo5Lifecycle = &Lifecycle{Graceful: []Func{
	{pathEcho5, "Echo", "Start"}, {pathEcho5, "StartConfig", "Start"}, {pathEcho5, "StartConfig", "StartTLS"},
}}

// fiber2Lifecycle is fiber v2, read at v2.52.15. Shutdown waits as long as a
// connection is open.
var fiber2Lifecycle = &Lifecycle{
	Starts: slices.Concat(
		starts(Starter{Func: Func{pathFiber2, "App", ""}, Addr: 0, Listener: None, Stop: "ShutdownWithTimeout", Returns: true},
			"Listen", "ListenTLS", "ListenTLSWithCertificate", "ListenMutualTLS", "ListenMutualTLSWithCertificate"),
		starts(Starter{Func: Func{pathFiber2, "App", ""}, Addr: None, Listener: 0, Stop: "ShutdownWithTimeout", Returns: true}, "Listener"),
	),
	Stops: fiberStops(pathFiber2),
}

// fiber3Lifecycle is fiber v3, read at v3.1.0.
var fiber3Lifecycle = &Lifecycle{
	Starts: slices.Concat(
		starts(Starter{Func: Func{pathFiber3, "App", ""}, Addr: 0, Listener: None, Stop: "ShutdownWithTimeout", Returns: true}, "Listen"),
		starts(Starter{Func: Func{pathFiber3, "App", ""}, Addr: None, Listener: 0, Stop: "ShutdownWithTimeout", Returns: true}, "Listener"),
	),
	Stops:      fiberStops(pathFiber3),
	StopFields: []Field{{Type{pathFiber3, "ListenConfig"}, "GracefulContext"}},
}

func fiberStops(pkg string) []Stopper {
	return []Stopper{
		{Func: Func{pkg, "App", "Shutdown"}, Context: None, Instead: "ShutdownWithTimeout"},
		{Func: Func{pkg, "App", "ShutdownWithTimeout"}, Context: None},
		{Func: Func{pkg, "App", "ShutdownWithContext"}, Context: 0},
	}
}

// fasthttpLifecycle is fasthttp, read at v1.69.0. Shutdown waits as long as a
// connection is open.
var fasthttpLifecycle = &Lifecycle{
	Starts: slices.Concat(
		starts(Starter{Func: Func{pathFasthttp, "", ""}, Addr: 0, Listener: None}, "ListenAndServe", "ListenAndServeTLS", "ListenAndServeTLSEmbed", "ListenAndServeUNIX"),
		starts(Starter{Func: Func{pathFasthttp, "", ""}, Addr: None, Listener: 0}, "Serve", "ServeTLS", "ServeTLSEmbed"),
		starts(Starter{Func: Func{pathFasthttp, "Server", ""}, Addr: 0, Listener: None, Stop: "ShutdownWithContext", Returns: true}, "ListenAndServe", "ListenAndServeTLS", "ListenAndServeTLSEmbed", "ListenAndServeUNIX"),
		starts(Starter{Func: Func{pathFasthttp, "Server", ""}, Addr: None, Listener: 0, Stop: "ShutdownWithContext", Returns: true}, "Serve", "ServeTLS", "ServeTLSEmbed"),
	),
	Stops: []Stopper{
		{Func: Func{pathFasthttp, "Server", "Shutdown"}, Context: None, Instead: "ShutdownWithContext"},
		{Func: Func{pathFasthttp, "Server", "ShutdownWithContext"}, Context: 0},
	},
}

// hertzLifecycle is hertz, read at v0.10.4: Spin shuts down at SIGTERM, SIGINT
// and SIGHUP and waits as long as WithExitWaitTime says, whatever the context
// of Shutdown.
var hertzLifecycle = &Lifecycle{
	Starts: starts(Starter{Func: Func{pathHertzRoute, "Engine", ""}, Addr: None, Listener: None, Stop: "Shutdown", Instead: "Spin"}, "Run"),
	Stops: []Stopper{
		{Func: Func{pathHertzRoute, "Engine", "Shutdown"}, Context: None},
		{Func: Func{pathHertzRoute, "Engine", "Close"}, Context: None},
	},
	Graceful: []Func{{pathHertzServer, "Hertz", "Spin"}},
}

// irisLifecycle is iris, read at v12.2.11: Run shuts down at SIGTERM unless it
// is told not to.
var irisLifecycle = &Lifecycle{
	Stops:    []Stopper{{Func: Func{pathIris, "Application", "Shutdown"}, Context: 0}},
	Graceful: []Func{{pathIris, "Application", "Run"}, {pathIris, "Application", "Listen"}},
}

// goframeLifecycle is goframe, read at v2.10.2: Run and Wait shut down at
// SIGTERM and wait five seconds, or as long as is configured.
var goframeLifecycle = &Lifecycle{
	Stops:    []Stopper{{Func: Func{pathGhttp, "Server", "Shutdown"}, Context: None}},
	Graceful: []Func{{pathGhttp, "Server", "Run"}, {pathGhttp, "", "Wait"}},
}

// goZeroLifecycle is go-zero, read at v1.10.3: its servers are shut down by
// listeners of its package proc, which is told of SIGTERM.
var goZeroLifecycle = &Lifecycle{Graceful: []Func{{pathGoZeroRest, "Server", "Start"}, {pathGoZeroRest, "Server", "StartWithOpts"}}}

// beegoLifecycle is beego, read at v2.3.10: whether Run is graceful is said by
// its configuration file.
var beegoLifecycle = &Lifecycle{Graceful: []Func{{pathBeego, "", "Run"}, {pathBeego, "", "RunWithMiddleWares"}, {pathBeego, "HttpServer", "Run"}}}

// kratosLifecycle is kratos, read at v2.8.3: App.Run stops its servers at
// SIGTERM and waits as long as StopTimeout says.
var kratosLifecycle = &Lifecycle{
	Stops:    []Stopper{{Func: Func{pathKratosHTTP, "Server", "Stop"}, Context: 0}},
	Graceful: []Func{{"github.com/go-kratos/kratos/v2", "App", "Run"}},
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

// standIns are libraries that listen, handle signals and shut servers down
// themselves, and those by which a platform calls a program that is no server
// there.
var standIns = &Framework{
	Name: "graceful servers",
	Packages: []string{
		"github.com/cloudflare/tableflip", "github.com/fvbock/endless", "github.com/facebookgo/grace/gracehttp",
		"github.com/facebookarchive/grace/gracehttp", "github.com/braintree/manners", "github.com/tylerb/graceful",
		"gopkg.in/tylerb/graceful.v1", "github.com/ory/graceful", "github.com/jpillora/overseer", "github.com/gin-contrib/graceful",
		"github.com/TV4/graceful", "github.com/judwhite/go-svc", "github.com/pseidemann/finish",
		"github.com/aws/aws-lambda-go/lambda", "github.com/GoogleCloudPlatform/functions-framework-go/funcframework",
		"google.golang.org/appengine", "google.golang.org/appengine/v2", "net/http/cgi", "net/http/fcgi",
	},
	Lifecycle: &Lifecycle{Stands: true},
}
