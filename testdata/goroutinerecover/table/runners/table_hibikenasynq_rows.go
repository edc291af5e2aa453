package runners

import (
	"context"
	"net/http"
	"time"

	"example.com/fixtures/goroutinerecover/table/probe"
	"github.com/hibiken/asynq"
)

// Row080: Server.Run handler: recovered, the task is retried; the process goes on.
func Row080(http.ResponseWriter, *http.Request) {
	m, err := miniredis.Run()
	if err != nil {
		panic(err)
	}
	opt := asynq.RedisClientOpt{Addr: m.Addr()}
	s := asynq.NewServer(opt, asynq.Config{Concurrency: 1, LogLevel: asynq.FatalLevel, RetryDelayFunc: func(int, error, *asynq.Task) time.Duration { return time.Hour }, ErrorHandler: asynq.ErrorHandlerFunc(func(_ context.Context, _ *asynq.Task, err error) {
		probe.Event("ErrorHandler: IsPanicError=%v", asynq.IsPanicError(err))
	})})
	_ = s.Start(asynq.HandlerFunc(func(context.Context, *asynq.Task) error { panic(errBoom) }))
	_, _ = asynq.NewClient(opt).Enqueue(asynq.NewTask("t", nil))
	time.Sleep(2500 * time.Millisecond)
}
