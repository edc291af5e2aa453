package frameworks

import "slices"

// The libraries of which one or two functions run others, each at the version
// that was run.

// gopool is github.com/bytedance/gopkg/util/gopool, run at v0.1.4: it recovers
// and logs.
var gopool = &Framework{
	Name:     "gopool",
	Packages: []string{"github.com/bytedance/gopkg/util/gopool"},
	Runners: slices.Concat(
		methods("github.com/bytedance/gopkg/util/gopool", "", 0, true, "Go"),
		methods("github.com/bytedance/gopkg/util/gopool", "", 1, true, "CtxGo"),
	),
}

// oklogRun is github.com/oklog/run, run at v1.2.0.
var oklogRun = &Framework{
	Name:     "oklog/run",
	Packages: []string{"github.com/oklog/run"},
	Runners:  methods("github.com/oklog/run", "Group", 0, false, "Add"),
}

// resiliency is github.com/eapache/go-resiliency/deadline, run at v1.7.0.
var resiliency = &Framework{
	Name:     "go-resiliency",
	Packages: []string{"github.com/eapache/go-resiliency/deadline"},
	Runners:  methods("github.com/eapache/go-resiliency/deadline", "Deadline", 0, false, "Run"),
}

// goCache is github.com/patrickmn/go-cache, run at v2.1.0: what is evicted is
// told by the janitor's goroutine.
var goCache = &Framework{
	Name:     "go-cache",
	Packages: []string{"github.com/patrickmn/go-cache"},
	Runners:  methods("github.com/patrickmn/go-cache", "cache", 0, false, "OnEvicted"),
}

// viperRunners is github.com/spf13/viper, run at v1.21.0: the file's watcher
// calls it.
var viperRunners = &Framework{
	Name: "viper",
	Runners: slices.Concat(
		methods(pathViper, "", 0, false, "OnConfigChange"),
		methods(pathViper, "Viper", 0, false, "OnConfigChange"),
	),
}

// fx is go.uber.org/fx, run at v1.24.0: hooks run on a goroutine of Start and
// Stop.
var fx = &Framework{
	Name:         "fx",
	RunnerFields: []RunnerField{{Type: Type{"go.uber.org/fx", "Hook"}, Field: "OnStart"}, {Type: Type{"go.uber.org/fx", "Hook"}, Field: "OnStop"}},
}

// kubernetesWait is the groups of k8s.io/apimachinery/pkg/util/wait, run at
// v0.37.2. The rest of the package is learnt: it runs in the caller.
var kubernetesWait = &Framework{
	Name: "apimachinery",
	Runners: slices.Concat(
		methods("k8s.io/apimachinery/pkg/util/wait", "Group", 0, false, "Start"),
		methods("k8s.io/apimachinery/pkg/util/wait", "Group", 1, false, "StartWithContext", "StartWithChannel"),
	),
}
