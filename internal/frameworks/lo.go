package frameworks

import "slices"

const pathLo = "github.com/samber/lo"

// lo is github.com/samber/lo, of which Async and package parallel were run at
// v1.53.0. The rest of it runs in the caller.
var lo = &Framework{
	Name: "lo",
	Runners: slices.Concat(
		methods(pathLo, "", 0, false, "Async", "Async0", "Async1", "Async2", "Async3", "Async4", "Async5", "Async6"),
		methods(pathLo+"/parallel", "", 1, false, "Map", "ForEach", "Times", "GroupBy", "PartitionBy"),
	),
}
