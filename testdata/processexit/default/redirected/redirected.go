// Package redirected tells loggers to do something else than to exit.
package redirected

import (
	"net/http"

	"github.com/rs/zerolog"
	zlog "github.com/rs/zerolog/log"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"k8s.io/klog/v2"
)

func init() {
	logrus.StandardLogger().ExitFunc = func(int) {}
	zerolog.FatalExitFunc = func() {}
	klog.OsExit = func(int) {}
}

type hook struct{}

func (hook) OnWrite(*zapcore.CheckedEntry, []zapcore.Field) {}

var (
	panics, _ = zap.NewProduction(zap.WithFatalHook(zapcore.WriteThenPanic))
	plain     = zap.NewNop().With(zap.Int("a", 1))
)

func handler(w http.ResponseWriter, _ *http.Request, unknown *zap.Logger) {
	panics.Fatal("x")
	panics.Sugar().Fatal("x")
	unknown.Fatal("x") // may have the hook
	plain.WithOptions(zap.WithFatalHook(hook{})).Fatal("x")
	plain.Fatal("x")                                                   // want `plain.Fatal ends the process`
	plain.Sugar().Named("a").Fatal("x")                                // want `Fatal ends the process`
	plain.WithOptions(zap.OnFatal(zapcore.WriteThenGoexit)).Fatal("x") // want `Fatal ends the goroutine that serves the request`
	plain.WithOptions(zap.OnFatal(zapcore.WriteThenNoop)).Fatal("x")   // want `Fatal ends the process`
	logrus.Fatal("x")
	zlog.Fatal().Msg("x")
	klog.Fatal("x")
}
