package frameworks

const pathGocron = "github.com/go-co-op/gocron/v2"

// gocron is github.com/go-co-op/gocron/v2, run at v2.21.2: tasks are recovered
// only for a job, or a scheduler's jobs, with a listener to panics.
var gocron = &Framework{
	Name:     "gocron",
	Packages: []string{pathGocron},
	Runners: []Runner{
		{
			Func: Func{pathGocron, "Scheduler", "NewJob"}, Arg: 1, Wrapped: Func{pathGocron, "", "NewTask"},
			Unless: []Option{{Func: Func{pathGocron, "", "AfterJobRunsWithPanic"}}},
		},
		{
			Func: Func{pathGocron, "Scheduler", "Update"}, Arg: 2, Wrapped: Func{pathGocron, "", "NewTask"},
			Unless: []Option{{Func: Func{pathGocron, "", "AfterJobRunsWithPanic"}}},
		},
	},
}
