package frameworks

// stdlib is what the rest of the standard library runs on goroutines of its
// own, as of Go 1.26: a panic there ends the process.
var stdlib = &Framework{
	Name:     "the standard library",
	Packages: []string{"time", "context", "sync", "runtime"},
	Runners: []Runner{
		{Func: Func{"time", "", "AfterFunc"}, Arg: 1},
		{Func: Func{"context", "", "AfterFunc"}, Arg: 1},
		{Func: Func{"sync", "WaitGroup", "Go"}, Arg: 0},
	},
}
