// Package libraries gives functions to libraries that run them.
package libraries

import (
	"context"
	"log"
	"net"
	"net/http"
	"os/exec"

	"github.com/alitto/pond/v2"
	"github.com/go-co-op/gocron/v2"
	"github.com/google/uuid"
	"github.com/panjf2000/ants/v2"
	"github.com/robfig/cron/v3"
	"github.com/samber/lo"
	"github.com/sourcegraph/conc"
	"github.com/spf13/viper"
	"go.uber.org/fx"
)

type server struct {
	plain     *cron.Cron
	protected *cron.Cron
	foreign   *cron.Cron
	bare      pond.Pool
	pool      pond.Pool
}

func newServer(foreign *cron.Cron) *server {
	s := &server{plain: cron.New(), foreign: foreign}
	s.protected = cron.New(cron.WithChain(cron.SkipIfStillRunning(cron.DefaultLogger), cron.Recover(cron.DefaultLogger)))
	s.bare, s.pool = pond.NewPool(1, pond.WithoutPanicRecovery()), pond.NewPool(1)
	return s
}

func send() {
	var m map[string]int
	m["a"] = 1
}

func sendErr(context.Context) error { send(); return nil }

func (s *server) handle(w http.ResponseWriter, r *http.Request) {
	_, _ = s.plain.AddFunc("@daily", send) // want `^s.plain.AddFunc runs send on a goroutine that nothing recovers, so a panic in it ends the process; defer a recover in it$`
	c := cron.New(cron.WithSeconds())
	_, _ = c.AddFunc("@daily", send) // want `^c.AddFunc runs send`
	_ = s.bare.Go(send)              // want `^s.bare.Go runs send`
	s.bare.Submit(func() { send() }) // want `^s.bare.Submit runs a function that calls send on a goroutine that nothing recovers`
	p, _ := ants.NewPool(1, ants.WithPanicHandler(func(v any) { panic(v) }))
	_ = p.Submit(send)      // want `^p.Submit runs send`
	<-lo.Async(func() int { // want `^lo.Async runs a function that calls send`
		send()
		return 1
	})
	viper.OnConfigChange(nil)
}

func (s *server) jobs(w http.ResponseWriter, r *http.Request, sched gocron.Scheduler) {
	_, _ = sched.NewJob(gocron.DurationJob(1), gocron.NewTask(send))
	own, _ := gocron.NewScheduler()
	_, _ = own.NewJob(gocron.DurationJob(1), gocron.NewTask(send)) // want `^own.NewJob runs send`
	_, _ = own.NewJob(gocron.DurationJob(1), gocron.NewTask(func() { log.Print("tick") }))
	_, _ = own.NewJob(gocron.DurationJob(1), gocron.NewTask(send),
		gocron.WithEventListeners(gocron.AfterJobRunsWithPanic(func(uuid.UUID, string, any) {})))
}

func (s *server) fields(w http.ResponseWriter, r *http.Request) {
	cmd := exec.CommandContext(r.Context(), "sleep", "5")
	cmd.Cancel = func() error { // want `^cmd.Cancel runs a function that calls send on a goroutine that nothing recovers`
		send()
		return cmd.Process.Kill()
	}
	_ = &http.Transport{
		DialContext: func(ctx context.Context, network, addr string) (net.Conn, error) { // want `^DialContext runs a function that calls send`
			send()
			return nil, nil
		},
	}
	srv := &http.Server{ConnState: func(_ net.Conn, s http.ConnState) { send() }} // want `^ConnState runs a function that calls send`
	srv.ConnState = func(_ net.Conn, s http.ConnState) {                          // want `^srv.ConnState runs`
		if s == http.StateNew {
			send()
		}
	}
	_ = fx.Hook{OnStart: sendErr} // want `^OnStart runs sendErr on a goroutine that nothing recovers`
}

// A chain with a recover, wherever it stands.
func (s *server) okChain(w http.ResponseWriter, r *http.Request) {
	_, _ = s.protected.AddFunc("@daily", send)
	c := cron.New(cron.WithChain(cron.Recover(cron.DefaultLogger)))
	_, _ = c.AddFunc("@daily", send)
}

// How somebody else has set it up is not known.
func (s *server) okForeign(w http.ResponseWriter, r *http.Request, c *cron.Cron, opts ...cron.Option) {
	_, _ = s.foreign.AddFunc("@daily", send)
	_, _ = c.AddFunc("@daily", send)
	o := cron.New(opts...)
	_, _ = o.AddFunc("@daily", send)
}

// Libraries that recover, and those that bring the panic back to the caller.
func (s *server) okLibraries(w http.ResponseWriter, r *http.Request) {
	_ = s.pool.Go(send)
	s.pool.Submit(send)
	_ = ants.Submit(send)
	p, _ := ants.NewPool(1, ants.WithPanicHandler(func(v any) { log.Print(v) }))
	_ = p.Submit(send)
	var wg conc.WaitGroup
	wg.Go(send)
	wg.Wait()
}

// What cannot panic, and what recovers by itself.
func (s *server) okFunctions(w http.ResponseWriter, r *http.Request) {
	_, _ = s.plain.AddFunc("@daily", func() { log.Print("tick") })
	_, _ = s.plain.AddFunc("@daily", func() {
		defer func() { _ = recover() }()
		send()
	})
}

// Fields of functions that the server recovers, or that do nothing dangerous.
func (s *server) okFields(w http.ResponseWriter, r *http.Request) {
	_ = &http.Server{ConnState: func(_ net.Conn, s http.ConnState) {
		if s == http.StateActive {
			send()
		}
	}}
	d := &net.Dialer{}
	_ = &http.Transport{DialContext: d.DialContext}
	_ = &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return d.DialContext(ctx, "unix", "/run/daemon.sock")
	}}
	cmd := exec.CommandContext(r.Context(), "sleep", "5")
	cmd.Cancel = func() error { return cmd.Process.Kill() }
}
