package runners

import (
	"net/http"
	"time"

	"example.com/fixtures/goroutinerecover/table/probe"
	cron "github.com/robfig/cron/v3"
)

// Row074: (*Cron).AddFunc, no chain; the process ends.
func Row074(http.ResponseWriter, *http.Request) {
	c := cron.New()
	_, _ = c.AddFunc(every, boom)
	c.Start()
	time.Sleep(1300 * time.Millisecond)
}

// Row075: (*Cron).AddFunc, WithChain(Recover(logger)); the process goes on.
func Row075(http.ResponseWriter, *http.Request) {
	c := cron.New(cron.WithChain(cron.Recover(quiet)))
	_, _ = c.AddFunc(every, boom)
	c.Start()
	time.Sleep(1300 * time.Millisecond)
}

// Row076: (*Cron).AddFunc, WithChain(Recover, SkipIfStillRunning): never runs again; the process goes on.
func Row076(http.ResponseWriter, *http.Request) {
	c := cron.New(cron.WithChain(cron.Recover(quiet), cron.SkipIfStillRunning(quiet)))
	_, _ = c.AddFunc(every, func() { runs.Add(1); boom() })
	c.Start()
	time.Sleep(3300 * time.Millisecond)
	probe.Event("ran again after the panic: %v", runs.Load() > 1)
}

// Row077: (*Cron).AddFunc, WithChain(SkipIfStillRunning, Recover); the process goes on.
func Row077(http.ResponseWriter, *http.Request) {
	c := cron.New(cron.WithChain(cron.SkipIfStillRunning(quiet), cron.Recover(quiet)))
	_, _ = c.AddFunc(every, func() { runs.Add(1); boom() })
	c.Start()
	time.Sleep(3300 * time.Millisecond)
	probe.Event("ran again after the panic: %v", runs.Load() > 1)
}
