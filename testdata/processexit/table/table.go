// Package table holds calls in handlers, each with what came of it when it was
// executed. The rows of process_exit.csv become this file:
// go test ./analyzers/processexit -run Fixtures -update.
package table

import (
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"runtime"
	"syscall"
	"time"

	"github.com/gin-gonic/gin"
	fiber2 "github.com/gofiber/fiber/v2"
	f2rec "github.com/gofiber/fiber/v2/middleware/recover"
	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"k8s.io/klog/v2"
)

// What the rows use.
var (
	nop   = log.New(io.Discard, "", 0)
	zl    = zap.NewNop()
	zp, _ = zap.NewProduction()
	zr    = zerolog.New(io.Discard)
	zr2   = zerolog.New(io.Discard).Level(zerolog.Disabled)
	probe struct {
		Event   func(string)
		HTTP    func(http.Handler) *http.Server
		Listen  func() net.Listener
		Started func(string, func()) *http.Server
	}
)

// Row01: log.Fatal.
//
// The client saw no response: EOF; the process: EXITED with code 1.
func Row01(http.ResponseWriter, *http.Request) {
	log.Fatal("x")
}

// Row02: log.Fatalf.
//
// The client saw no response: EOF; the process: EXITED with code 1.
func Row02(http.ResponseWriter, *http.Request) {
	log.Fatalf("x %d", 1)
}

// Row03: log.Fatalln.
//
// The client saw no response: EOF; the process: EXITED with code 1.
func Row03(http.ResponseWriter, *http.Request) {
	log.Fatalln("x")
}

// Row04: (*log.Logger).Fatal.
//
// The client saw no response: EOF; the process: EXITED with code 1.
func Row04(http.ResponseWriter, *http.Request) {
	nop.Fatal("x")
}

// Row05: log.Panic.
//
// The client saw 500 [text/plain; charset=utf-8] "recovered\n"; the process: alive.
func Row05(http.ResponseWriter, *http.Request) {
	log.Panic("x")
}

// Row06: os.Exit.
//
// The client saw no response: EOF; the process: EXITED with code 1.
func Row06(http.ResponseWriter, *http.Request) {
	os.Exit(1)
}

// Row07: os.Exit(0).
//
// The client saw no response: EOF; the process: EXITED with code 0.
func Row07(http.ResponseWriter, *http.Request) {
	os.Exit(0)
}

// Row08: syscall.Exit.
//
// The client saw no response: EOF; the process: EXITED with code 1.
func Row08(http.ResponseWriter, *http.Request) {
	syscall.Exit(1)
}

// Row09: runtime.Goexit.
//
// The client saw no response: EOF; the process: alive.
func Row09(http.ResponseWriter, *http.Request) {
	runtime.Goexit()
}

// Row10: panic.
//
// The client saw 500 [text/plain; charset=utf-8] "recovered\n"; the process: alive.
func Row10(http.ResponseWriter, *http.Request) {
	panic(errors.New("x"))
}

// Row11: (*zap.Logger).Fatal.
//
// The client saw no response: EOF; the process: EXITED with code 1.
func Row11(http.ResponseWriter, *http.Request) {
	zp.Fatal("x")
}

// Row12: (*zap.Logger).Fatal on zap.NewNop(): exits all the same.
//
// The client saw no response: EOF; the process: EXITED with code 1.
func Row12(http.ResponseWriter, *http.Request) {
	zl.Fatal("x")
}

// Row13: (*zap.SugaredLogger).Fatal/Fatalf/Fatalw/Fatalln.
//
// The client saw no response: EOF; the process: EXITED with code 1.
func Row13(http.ResponseWriter, *http.Request) {
	zp.Sugar().Fatalw("x", "k", 1)
}

// Row14: (*zap.Logger).Fatal, zap.WithFatalHook(zapcore.WriteThenGoexit).
//
// The client saw no response: EOF; the process: alive.
func Row14(http.ResponseWriter, *http.Request) {
	zp.WithOptions(zap.WithFatalHook(zapcore.WriteThenGoexit)).Fatal("x")
}

// Row15: (*zap.Logger).Fatal, zap.WithFatalHook(zapcore.WriteThenPanic).
//
// The client saw 500 [text/plain; charset=utf-8] "recovered\n"; the process: alive.
func Row15(http.ResponseWriter, *http.Request) {
	zp.WithOptions(zap.WithFatalHook(zapcore.WriteThenPanic)).Fatal("x")
}

// Row16: (*zap.Logger).Panic.
//
// The client saw 500 [text/plain; charset=utf-8] "recovered\n"; the process: alive.
func Row16(http.ResponseWriter, *http.Request) {
	zp.Panic("x")
}

// Row17: (*zap.Logger).DPanic, production.
//
// The client saw 200 [text/plain; charset=utf-8] "handler went on"; the process: alive.
func Row17(http.ResponseWriter, *http.Request) {
	zp.DPanic("x")
}

// Row18: (*zap.Logger).DPanic, development.
//
// The client saw 500 [text/plain; charset=utf-8] "recovered\n"; the process: alive.
func Row18(http.ResponseWriter, *http.Request) {
	zp.WithOptions(zap.Development()).DPanic("x")
}

// Row19: zerolog Fatal().Msg.
//
// The client saw no response: EOF; the process: EXITED with code 1.
func Row19(http.ResponseWriter, *http.Request) {
	zr.Fatal().Msg("x")
}

// Row20: zerolog Fatal().Send.
//
// The client saw no response: EOF; the process: EXITED with code 1.
func Row20(http.ResponseWriter, *http.Request) {
	zr.Fatal().Send()
}

// Row21: zerolog Fatal() without Msg/Send: does nothing.
//
// The client saw 200 [text/plain; charset=utf-8] "handler went on"; the process: alive.
func Row21(http.ResponseWriter, *http.Request) {
	zr.Fatal()
}

// Row22: zerolog Fatal().Msg on a Disabled logger.
//
// The client saw no response: EOF; the process: EXITED with code 1.
func Row22(http.ResponseWriter, *http.Request) {
	zr2.Fatal().Msg("x")
}

// Row23: zerolog WithLevel(FatalLevel).Msg: does not exit.
//
// The client saw 200 [text/plain; charset=utf-8] "handler went on"; the process: alive.
func Row23(http.ResponseWriter, *http.Request) {
	zr.WithLevel(zerolog.FatalLevel).Msg("x")
}

// Row24: zerolog Panic().Msg.
//
// The client saw 500 [text/plain; charset=utf-8] "recovered\n"; the process: alive.
func Row24(http.ResponseWriter, *http.Request) {
	zr.Panic().Msg("x")
}

// Row25: logrus.Fatal.
//
// The client saw no response: EOF; the process: EXITED with code 1.
func Row25(http.ResponseWriter, *http.Request) {
	logrus.Fatal("x")
}

// Row26: logrus.Fatalf.
//
// The client saw no response: EOF; the process: EXITED with code 1.
func Row26(http.ResponseWriter, *http.Request) {
	logrus.Fatalf("x")
}

// Row27: logrus.WithField().Fatal.
//
// The client saw no response: EOF; the process: EXITED with code 1.
func Row27(http.ResponseWriter, *http.Request) {
	logrus.WithField("a", 1).Fatal("x")
}

// Row28: logrus.Exit.
//
// The client saw no response: EOF; the process: EXITED with code 1.
func Row28(http.ResponseWriter, *http.Request) {
	logrus.Exit(1)
}

// Row29: logrus.Panic.
//
// The client saw 500 [text/plain; charset=utf-8] "recovered\n"; the process: alive.
func Row29(http.ResponseWriter, *http.Request) {
	logrus.Panic("x")
}

// Row30: klog.Fatal.
//
// The client saw no response: EOF; the process: EXITED with code 255.
func Row30(http.ResponseWriter, *http.Request) {
	klog.Fatal("x")
}

// Row31: klog.Exit.
//
// The client saw no response: EOF; the process: EXITED with code 1.
func Row31(http.ResponseWriter, *http.Request) {
	klog.Exit("x")
}

// Row32: klog.FlushAndExit.
//
// The client saw no response: EOF; the process: EXITED with code 1.
func Row32(http.ResponseWriter, *http.Request) {
	klog.FlushAndExit(time.Second, 1)
}

// Row33: log.Fatal in a gin handler, gin.Recovery.
//
// The client saw no response: EOF; the process: EXITED with code 1.
func Row33() *http.Server {
	r := gin.New()
	r.Use(gin.Recovery())
	r.GET("/x", func(*gin.Context) {
		defer probe.Event("deferred ran")
		log.Fatal("x")
	})
	r.GET("/slow", func(c *gin.Context) {
		time.Sleep(400 * time.Millisecond)
		c.String(200, "slow done")
	})
	return probe.HTTP(r)
}

// Row34: runtime.Goexit in a gin handler, gin.Recovery.
//
// The client saw no response: EOF; the process: alive.
func Row34() *http.Server {
	r := gin.New()
	r.Use(gin.Recovery())
	r.GET("/x", func(*gin.Context) {
		defer probe.Event("deferred ran")
		runtime.Goexit()
	})
	r.GET("/slow", func(c *gin.Context) {
		time.Sleep(400 * time.Millisecond)
		c.String(200, "slow done")
	})
	return probe.HTTP(r)
}

// Row35: runtime.Goexit in a fiber handler, recover middleware.
//
// The client saw no response: client timeout; the process: alive.
func Row35() *http.Server {
	a := fiber2.New(fiber2.Config{DisableStartupMessage: true})
	a.Use(f2rec.New())
	a.Get("/x", func(*fiber2.Ctx) error {
		defer probe.Event("deferred ran")
		runtime.Goexit()
		return nil
	})
	a.Get("/slow", func(c *fiber2.Ctx) error {
		time.Sleep(400 * time.Millisecond)
		return c.SendString("slow done")
	})
	ln := probe.Listen()
	go func() { _ = a.Listener(ln) }()
	return probe.Started(ln.Addr().String(), func() {})
}

// Row36: runtime.Goexit in a handler under http.TimeoutHandler: only the timeout ends it.
//
// The client saw 503 [text/plain; charset=utf-8] "timeout body"; the process: alive.
func Row36() *http.Server {
	mx := http.NewServeMux()
	mx.HandleFunc("/x", func(http.ResponseWriter, *http.Request) {
		defer probe.Event("deferred ran")
		runtime.Goexit()
	})
	mx.HandleFunc("/slow", func(w http.ResponseWriter, _ *http.Request) {
		time.Sleep(400 * time.Millisecond)
		_, _ = io.WriteString(w, "slow done")
	})
	return probe.HTTP(http.TimeoutHandler(mx, time.Second, "timeout body"))
}
