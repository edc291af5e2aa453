package frameworks

const pathRobfigCron = "github.com/robfig/cron/v3"

// robfigCron is github.com/robfig/cron/v3, run at v3.0.1: jobs are recovered if
// cron.Recover is in the chain, wherever it stands there. (*Cron).AddJob is
// given a value with a method, which is not followed.
var robfigCron = &Framework{
	Name:     "robfig/cron",
	Packages: []string{pathRobfigCron},
	Runners: with(
		methods(pathRobfigCron, "Cron", 1, false, "AddFunc"),
		Option{Func{pathRobfigCron, "", "Recover"}, false},
	),
}
