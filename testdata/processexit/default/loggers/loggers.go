// Package loggers has the loggers of libraries.
package loggers

import (
	"net/http"

	"example.com/thirdparty/logs"
	"github.com/golang/glog"
	"github.com/rs/zerolog"
	zlog "github.com/rs/zerolog/log"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	. "k8s.io/klog/v2"
)

type server struct {
	zap   *zap.Logger
	sugar *zap.SugaredLogger
	entry *logrus.Entry
	field logrus.FieldLogger
	*logs.Logger
}

func (s *server) zapped(http.ResponseWriter, *http.Request) {
	s.zap.Fatal("x")                       // want `^s.zap.Fatal ends the process with every request in it; answer`
	s.zap.With(zap.Int("a", 1)).Fatal("x") // want `s.zap.With\(…\).Fatal ends the process`
	s.zap.Log(zapcore.FatalLevel, "x")     // want `s.zap.Log ends the process`
	s.zap.Log(zapcore.ErrorLevel, "x")     // an error
	s.sugar.Fatalw("x", "k", 1)            // want `s.sugar.Fatalw ends the process`
	zap.L().Fatal("x")                     // want `zap.L\(\).Fatal ends the process`
	zap.S().Fatalf("%d", 1)                // want `zap.S\(\).Fatalf ends the process`
	s.zap.Panic("x")                       // recovered
	s.zap.Error("x", zap.String("a", "b")) // an error
	s.zap.Check(zapcore.FatalLevel, "x")   // writes nothing
}

func (s *server) zerologged(_ http.ResponseWriter, r *http.Request) {
	zlog.Fatal().Msg("x")                                   // want `^zlog.Fatal\(\).Msg ends the process with every request in it; answer`
	zerolog.Ctx(r.Context()).Fatal().Err(nil).Msgf("%d", 1) // want `Fatal\(\).Msgf ends the process`
	e := zlog.Fatal().Str("a", "b")
	e.Send()                                    // want `zlog.Fatal\(\).Send ends the process`
	zlog.Fatal()                                // sends nothing
	zlog.WithLevel(zerolog.FatalLevel).Msg("x") // does not exit
	zlog.Panic().Msg("x")                       // recovered
	zlog.Error().Err(nil).Msg("x")              // an error
	zlog.Info().Fields(zlog.Fatal()).Msg("x")   // the fatal event is an argument
}

func (s *server) logrused(http.ResponseWriter, *http.Request) {
	s.entry.Fatal("x")                                  // want `s.entry.Fatal ends the process`
	s.field.Fatalf("x")                                 // want `s.field.Fatalf ends the process`
	logrus.WithField("a", 1).Fatalln("x")               // want `logrus.WithField\(…\).Fatalln ends the process`
	logrus.StandardLogger().Exit(1)                     // want `logrus.StandardLogger\(\).Exit ends the process`
	logrus.Panic("x")                                   // recovered
	logrus.StandardLogger().Log(logrus.FatalLevel, "x") // does not exit
}

func (s *server) klogged(http.ResponseWriter, *http.Request) {
	FatalDepth(1, "x") // want `^FatalDepth ends the process`
	Exit("x")          // want `^Exit ends the process`
	glog.Fatal("x")    // want `glog.Fatal ends the process`
	glog.Exitf("x")    // want `glog.Exitf ends the process`
	Error("x")
}

func (s *server) learnt(http.ResponseWriter, *http.Request) {
	logs.Fatalf("x")              // want `^logs.Fatalf ends the process \(os.Exit in logs/logs.go:\d+\) with every request in it; answer`
	s.Fatal("x")                  // want `s.Fatal ends the process \(os.Exit in logs/logs.go:\d+\) with every request in it`
	s.Logger.Log(logs.Fatal, "x") // want `s.Logger.Log ends the process`
	s.Logger.Log(logs.Error, "x") // an error
	s.Logger.Log(level, "x")      // who knows
	s.Errorf("x")
	logs.Switched(3, "x") // want `logs.Switched ends the process`
	logs.Switched(2, "x")
}

var level logs.Level
