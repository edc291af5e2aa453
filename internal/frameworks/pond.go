package frameworks

import "slices"

const (
	pathPond1 = "github.com/alitto/pond"
	pathPond2 = "github.com/alitto/pond/v2"
)

// pond1 is github.com/alitto/pond, run at v1.9.2: it recovers and prints.
var pond1 = &Framework{
	Name:     "pond v1",
	Packages: []string{pathPond1},
	Runners: with(slices.Concat(
		methods(pathPond1, "WorkerPool", 0, true, "Submit", "TrySubmit", "SubmitAndWait", "SubmitBefore"),
		methods(pathPond1, "TaskGroup", 0, true, "Submit"),
		methods(pathPond1, "TaskGroupWithContext", 0, true, "Submit"),
	), Option{Func{pathPond1, "", "PanicHandler"}, true}),
}

// pond2 is github.com/alitto/pond/v2, run at v2.7.1: it recovers unless it is
// told not to.
var pond2 = &Framework{
	Name:     "pond v2",
	Packages: []string{pathPond2},
	Runners: with(slices.Concat(
		methods(pathPond2, "", 0, true, "Submit", "SubmitErr"),
		methods(pathPond2, "Pool", 0, true, "Go", "Submit", "SubmitErr", "TrySubmit", "TrySubmitErr"),
		methods(pathPond2, "ResultPool", 0, true, "Submit", "SubmitErr", "TrySubmit", "TrySubmitErr"),
		methods(pathPond2, "TaskGroup", 0, true, "Submit", "SubmitErr"),
		methods(pathPond2, "ResultTaskGroup", 0, true, "Submit", "SubmitErr"),
	), Option{Func{pathPond2, "", "WithoutPanicRecovery"}, false}),
}
