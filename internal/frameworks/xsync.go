package frameworks

const (
	pathErrgroup     = "golang.org/x/sync/errgroup"
	pathSingleflight = "golang.org/x/sync/singleflight"
)

// xsync is golang.org/x/sync. In v0.14.0 and v0.15.0 errgroup's Wait panics
// again in the caller; in every other version that was run (v0.1.0 to v0.24.0)
// the process dies. The two are known by a field that only they have.
var xsync = &Framework{
	Name:     "x/sync",
	Packages: []string{pathErrgroup, pathSingleflight},
	Runners: []Runner{
		{Func: Func{pathErrgroup, "Group", "Go"}, Arg: 0, PropagatesIf: "panicValue"},
		{Func: Func{pathErrgroup, "Group", "TryGo"}, Arg: 0, PropagatesIf: "panicValue"},
		{Func: Func{pathSingleflight, "Group", "DoChan"}, Arg: 1},
	},
}
