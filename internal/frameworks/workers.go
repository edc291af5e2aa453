package frameworks

// workers are libraries that keep a function and run it later on a goroutine of
// theirs, so that its source does not show what becomes of a panic. It was run:
// gammazero/workerpool v1.3.0, gf v2.10.2, nats.go v1.55.0. Not included:
// robfig/cron, gocron and pond, in which it depends on how they are set up.
var workers = &Framework{
	Name: "workers",
	Packages: []string{
		"github.com/gammazero/workerpool", "github.com/gogf/gf/v2/os/grpool", "github.com/gogf/gf/v2/os/gtimer",
		"github.com/nats-io/nats.go", "github.com/nats-io/nats.go/jetstream",
	},
	Runners: []Runner{
		{Func: Func{"github.com/gammazero/workerpool", "WorkerPool", "Submit"}, Arg: 0},
		{Func: Func{"github.com/gogf/gf/v2/os/grpool", "", "Add"}, Arg: 1},
		{Func: Func{"github.com/gogf/gf/v2/os/grpool", "", "AddWithRecover"}, Arg: 1, Recovers: true},
		{Func: Func{"github.com/gogf/gf/v2/os/gtimer", "", "SetTimeout"}, Arg: 2},
		{Func: Func{"github.com/nats-io/nats.go", "Conn", "Subscribe"}, Arg: 1},
		{Func: Func{"github.com/nats-io/nats.go", "Conn", "QueueSubscribe"}, Arg: 2},
		{Func: Func{"github.com/nats-io/nats.go", "Conn", "SetClosedHandler"}, Arg: 0},
		{Func: Func{"github.com/nats-io/nats.go/jetstream", "Consumer", "Consume"}, Arg: 0},
	},
}
