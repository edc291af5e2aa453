package frameworks

const (
	pathKlog = "k8s.io/klog/v2"
	pathGlog = "github.com/golang/glog"
)

// klog is k8s.io/klog/v2, run at v2.140.0.
var klog = &Framework{
	Name:     "klog",
	Packages: []string{pathKlog, "k8s.io/klog"},
	Harmless: []Func{{Pkg: pathKlog}},
	Exits: concat(
		klogExits(pathKlog),
		klogExits("k8s.io/klog"),
		exits(ExitsProcess, pathKlog, "", "FlushAndExit"),
	),
	ExitHooks: []ExitHook{{Func: Func{pathKlog, "", "OsExit"}}},
}

// glog is github.com/golang/glog, read at v1.2.3: klog was made of it.
var glog = &Framework{
	Name:     "glog",
	Packages: []string{pathGlog},
	Harmless: []Func{{Pkg: pathGlog}},
	Exits: concat(
		klogExits(pathGlog),
		exits(LogsFatal, pathGlog, "", "FatalDepthf", "FatalContext", "FatalContextf", "FatalContextDepth", "FatalContextDepthf"),
		exits(ExitsProcess, pathGlog, "", "ExitDepthf", "ExitContext", "ExitContextf", "ExitContextDepth", "ExitContextDepthf"),
	),
}

// klogExits are the functions that klog and glog have in common. Exit logs as
// Fatal does, without the stacks of all goroutines.
func klogExits(pkg string) []Exit {
	return concat(
		exits(LogsFatal, pkg, "", "Fatal", "Fatalf", "Fatalln", "FatalDepth", "FatallnDepth", "FatalfDepth"),
		exits(ExitsProcess, pkg, "", "Exit", "Exitf", "Exitln", "ExitDepth", "ExitlnDepth", "ExitfDepth"),
	)
}
