package frameworks

import "slices"

const (
	pathThreading = "github.com/zeromicro/go-zero/core/threading"
	pathMR        = "github.com/zeromicro/go-zero/core/mr"
)

// goZeroRunners is what of go-zero runs functions, run at v1.10.3: package mr
// panics again in the caller.
var goZeroRunners = &Framework{
	Name:     "go-zero's runners",
	Packages: []string{pathThreading, pathMR},
	Runners: slices.Concat(
		methods(pathThreading, "", 0, true, "GoSafe"),
		methods(pathThreading, "", 1, true, "GoSafeCtx"),
		methods(pathThreading, "RoutineGroup", 0, false, "Run"),
		methods(pathThreading, "RoutineGroup", 0, true, "RunSafe"),
		methods(pathThreading, "TaskRunner", 0, true, "Schedule", "ScheduleImmediately"),
		methods(pathMR, "", 0, true, "Finish", "FinishVoid"),
	),
}
