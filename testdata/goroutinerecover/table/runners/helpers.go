// Package runners has the functions that were given one that panics, each with
// what came of it. The files other than this one are generated:
// go test ./analyzers/goroutinerecover -run TableFixtures -update.
package runners

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/ThreeDotsLabs/watermill"
	"github.com/ThreeDotsLabs/watermill/message"
	"github.com/ThreeDotsLabs/watermill/pubsub/gochannel"
	"github.com/cloudwego/hertz/pkg/app"
	hserver "github.com/cloudwego/hertz/pkg/app/server"
	"github.com/fsnotify/fsnotify"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	fiber2 "github.com/gofiber/fiber/v2"
	fiber3 "github.com/gofiber/fiber/v3"
	echo4 "github.com/labstack/echo/v4"
	"github.com/nats-io/nats.go"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/robfig/cron/v3"
	"google.golang.org/grpc"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"

	"example.com/fixtures/goroutinerecover/table/probe"
)

var (
	errBoom = errors.New("boom")
	armed   atomic.Bool
	runs    atomic.Int32
	quiet   = cron.DiscardLogger
	every   = "@every 1s"
)

func boom() { panic(errBoom) }

func boomErr() error { panic(errBoom) }

func goBoom() { go boom(); time.Sleep(100 * time.Millisecond) }

func onChange(fsnotify.Event) { boom() }

// RPC is a net/rpc service.
type RPC struct{}

// M panics.
func (RPC) M(int, *int) error { panic(errBoom) }

type str struct{}

type val struct{}

func (val) LogValue() slog.Value { panic(errBoom) }

func (str) String() string { panic(errBoom) }

func h(fn func()) http.Handler {
	return http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/x" {
			fn()
		}
	})
}

func rec(n http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if recover() != nil {
				http.Error(w, "recovered", http.StatusInternalServerError)
			}
		}()
		n.ServeHTTP(w, r)
	})
}

func hooked(conf func(*http.Server)) *probe.Server { return probe.HTTPConf(h(func() {}), conf) }

type svc struct{ n int }

func (s *svc) Serve(ctx context.Context) error {
	s.n++
	if s.n == 1 {
		panic(errBoom)
	}
	<-ctx.Done()
	return nil
}

type collector struct{}

func (collector) Describe(c chan<- *prometheus.Desc) { c <- prometheus.NewDesc("a", "", nil, nil) }

func (collector) Collect(chan<- prometheus.Metric) { boom() }

// miniredis stands for a Redis server.
var miniredis redisServer

type redisServer struct{}

func (redisServer) Run() (redisServer, error) { return redisServer{}, nil }

func (redisServer) Addr() string { return "" }

// gintimeout stands for github.com/gin-contrib/timeout, which the module proxy
// does not have.
var gintimeout ginTimeout

type ginTimeout struct{}

func (ginTimeout) New(...time.Duration) gin.HandlerFunc { return func(c *gin.Context) { c.Next() } }

func (ginTimeout) WithTimeout(d time.Duration) time.Duration { return d }

func natsConn(bool) *nats.Conn { return nil }

func watermillRun(mws ...message.HandlerMiddleware) {
	ps := gochannel.NewGoChannel(gochannel.Config{Persistent: true}, watermill.NopLogger{})
	r, _ := message.NewRouter(message.RouterConfig{}, watermill.NopLogger{})
	r.AddMiddleware(mws...)
	r.AddNoPublisherHandler("h", "t", ps, func(*message.Message) error { panic(errBoom) })
	_ = r.Run(context.Background())
}

func ginS(h gin.HandlerFunc, mws ...gin.HandlerFunc) *probe.Server {
	r := gin.New()
	r.Use(mws...)
	r.GET("/x", h)
	return probe.HTTP(r)
}

func chiS(fn func(), mws ...func(http.Handler) http.Handler) *probe.Server {
	r := chi.NewRouter()
	r.Use(mws...)
	r.Get("/x", func(http.ResponseWriter, *http.Request) { fn() })
	return probe.HTTP(r)
}

func echoS(fn func(), mws ...echo4.MiddlewareFunc) *probe.Server {
	e := echo4.New()
	e.Use(mws...)
	e.GET("/x", func(echo4.Context) error { fn(); return nil })
	return probe.HTTP(e)
}

func fiber2S(h fiber2.Handler, mws ...fiber2.Handler) *probe.Server {
	a := fiber2.New(fiber2.Config{DisableStartupMessage: true})
	for _, m := range mws {
		a.Use(m)
	}
	a.Get("/x", h)
	return probe.Started("", func() { _ = a.Listener(probe.Listen()) })
}

func fiber3S(h fiber3.Handler, mws ...fiber3.Handler) *probe.Server {
	a := fiber3.New()
	for _, m := range mws {
		a.Use(m)
	}
	a.Get("/x", h)
	return probe.Started("", func() { _ = a.Listener(probe.Listen()) })
}

func hertzS(mk func(net.Listener) *hserver.Hertz, fn func()) *probe.Server {
	s := mk(probe.Listen())
	s.GET("/x", func(context.Context, *app.RequestContext) { fn() })
	return probe.Started("", func() { _ = s.Run() })
}

type gsrv struct {
	healthpb.UnimplementedHealthServer
}

func (gsrv) Check(context.Context, *healthpb.HealthCheckRequest) (*healthpb.HealthCheckResponse, error) {
	panic(errBoom)
}

func (gsrv) Watch(*healthpb.HealthCheckRequest, grpc.ServerStreamingServer[healthpb.HealthCheckResponse]) error {
	panic(errBoom)
}

// grpcCall serves gsrv and calls it; stream picks Watch.
func grpcCall(stream bool, opts ...grpc.ServerOption) {
	s := grpc.NewServer(opts...)
	healthpb.RegisterHealthServer(s, gsrv{})
	_ = s.Serve(probe.Listen())
}
