package frameworks

import "slices"

const pathAnts = "github.com/panjf2000/ants/v2"

// ants is github.com/panjf2000/ants/v2, run at v2.12.1: it recovers and logs,
// or gives the panic to a handler, whose own panic ends the process.
var ants = &Framework{
	Name:     "ants",
	Packages: []string{pathAnts},
	Runners: with(slices.Concat(
		methods(pathAnts, "", 0, true, "Submit"),
		methods(pathAnts, "Pool", 0, true, "Submit"),
		methods(pathAnts, "MultiPool", 0, true, "Submit"),
		methods(pathAnts, "", 1, true, "NewPoolWithFunc", "NewPoolWithFuncGeneric"),
		methods(pathAnts, "", 2, true, "NewMultiPoolWithFunc", "NewMultiPoolWithFuncGeneric"),
	), Option{Func{pathAnts, "", "WithPanicHandler"}, true}),
}
