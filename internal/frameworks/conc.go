package frameworks

import "slices"

const pathConc = "github.com/sourcegraph/conc"

// conc is github.com/sourcegraph/conc, run at v0.3.1: what it runs panics again
// in the caller's Wait, or not at all if nobody waits.
var conc = &Framework{
	Name:     "conc",
	Packages: []string{pathConc, pathConc + "/iter", pathConc + "/pool", pathConc + "/stream"},
	Runners: slices.Concat(
		methods(pathConc, "WaitGroup", 0, true, "Go"),
		methods(pathConc+"/pool", "Pool", 0, true, "Go"),
		methods(pathConc+"/pool", "ErrorPool", 0, true, "Go"),
		methods(pathConc+"/pool", "ContextPool", 0, true, "Go"),
		methods(pathConc+"/pool", "ResultPool", 0, true, "Go"),
		methods(pathConc+"/pool", "ResultErrorPool", 0, true, "Go"),
		methods(pathConc+"/pool", "ResultContextPool", 0, true, "Go"),
		methods(pathConc+"/stream", "Stream", 0, true, "Go"),
		methods(pathConc+"/iter", "", 1, true, "ForEach", "ForEachIdx", "Map", "MapErr"),
		methods(pathConc+"/iter", "Iterator", 1, true, "ForEach", "ForEachIdx"),
		methods(pathConc+"/iter", "Mapper", 1, true, "Map", "MapErr"),
	),
}
