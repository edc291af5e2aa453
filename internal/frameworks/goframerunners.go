package frameworks

import "slices"

const pathGoframe = "github.com/gogf/gf/v2"

// goframeRunners is what of goframe runs functions, run at v2.10.2.
var goframeRunners = &Framework{
	Name:     "goframe's runners",
	Packages: []string{pathGoframe + "/os/grpool", pathGoframe + "/os/gtimer", pathGoframe + "/os/gcron", pathGoframe + "/util/gutil"},
	Runners: slices.Concat(
		methods(pathGoframe+"/util/gutil", "", 1, true, "Go"),
		methods(pathGoframe+"/os/grpool", "", 1, false, "Add"),
		methods(pathGoframe+"/os/grpool", "Pool", 1, false, "Add"),
		methods(pathGoframe+"/os/grpool", "", 1, true, "AddWithRecover"),
		methods(pathGoframe+"/os/grpool", "Pool", 1, true, "AddWithRecover"),
		methods(pathGoframe+"/os/gtimer", "", 2, false, "SetTimeout", "SetInterval", "Add", "AddEntry", "AddSingleton", "AddOnce"),
		methods(pathGoframe+"/os/gcron", "", 2, true, "Add", "AddSingleton", "AddOnce"),
		methods(pathGoframe+"/os/gcron", "Cron", 2, true, "Add", "AddSingleton", "AddOnce"),
	),
}
