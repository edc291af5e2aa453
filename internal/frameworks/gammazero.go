package frameworks

const pathWorkerpool = "github.com/gammazero/workerpool"

// gammazero is github.com/gammazero/workerpool, run at v1.3.0.
var gammazero = &Framework{
	Name:     "workerpool",
	Packages: []string{pathWorkerpool},
	Runners:  methods(pathWorkerpool, "WorkerPool", 0, false, "Submit", "SubmitWait"),
}
