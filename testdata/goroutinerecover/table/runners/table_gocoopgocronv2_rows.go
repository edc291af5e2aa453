package runners

import (
	"net/http"
	"time"

	"example.com/fixtures/goroutinerecover/table/probe"
	gocron "github.com/go-co-op/gocron/v2"
	"github.com/google/uuid"
)

// Row078: Scheduler.NewJob task, no panic listener; the process ends.
func Row078(http.ResponseWriter, *http.Request) {
	s, _ := gocron.NewScheduler()
	_, _ = s.NewJob(gocron.DurationJob(time.Hour), gocron.NewTask(boom), gocron.WithStartAt(gocron.WithStartImmediately()))
	s.Start()
	time.Sleep(300 * time.Millisecond)
}

// Row079: Scheduler.NewJob task, AfterJobRunsWithPanic listener: only then recovered; the process goes on.
func Row079(http.ResponseWriter, *http.Request) {
	s, _ := gocron.NewScheduler()
	_, _ = s.NewJob(gocron.DurationJob(time.Hour), gocron.NewTask(boom), gocron.WithStartAt(gocron.WithStartImmediately()), gocron.WithEventListeners(gocron.AfterJobRunsWithPanic(func(uuid.UUID, string, any) { probe.Event("listener ran") })))
	s.Start()
	time.Sleep(300 * time.Millisecond)
}
