package frameworks

const (
	pathErrgroup     = "golang.org/x/sync/errgroup"
	pathSingleflight = "golang.org/x/sync/singleflight"
)

// errgroupPropagates are the versions in which errgroup's Wait panics again in
// the caller. In every other one that was run, of v0.1.0 to v0.24.0, the
// process dies.
var errgroupPropagates = []Versions{{"v0.14.0", "v0.16.0"}}

// xsync is golang.org/x/sync.
var xsync = &Framework{
	Name:     "x/sync",
	Packages: []string{pathErrgroup, pathSingleflight},
	Runners: []Runner{
		{Func: Func{pathErrgroup, "Group", "Go"}, Arg: 0, RecoversIn: errgroupPropagates, PropagatesIf: "panicValue"},
		{Func: Func{pathErrgroup, "Group", "TryGo"}, Arg: 0, RecoversIn: errgroupPropagates, PropagatesIf: "panicValue"},
		{Func: Func{pathSingleflight, "Group", "DoChan"}, Arg: 1},
	},
}
