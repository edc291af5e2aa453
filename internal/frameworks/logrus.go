package frameworks

const pathLogrus = "github.com/sirupsen/logrus"

// logrus is github.com/sirupsen/logrus, run at v1.10.2. Log(FatalLevel) does
// not end the process.
var logrus = &Framework{
	Name:     "logrus",
	Packages: []string{pathLogrus},
	Harmless: []Func{{Pkg: pathLogrus}},
	Exits: concat(
		exits(LogsFatal, pathLogrus, "", "Fatal", "Fatalf", "Fatalln", "FatalFn"),
		exits(LogsFatal, pathLogrus, "Logger", "Fatal", "Fatalf", "Fatalln", "FatalFn"),
		exits(LogsFatal, pathLogrus, "Entry", "Fatal", "Fatalf", "Fatalln"),
		exits(LogsFatal, pathLogrus, "StdLogger", "Fatal", "Fatalf", "Fatalln"),
		exits(LogsFatal, pathLogrus, "FieldLogger", "Fatal", "Fatalf", "Fatalln"),
		exits(ExitsProcess, pathLogrus, "", "Exit"),
		exits(ExitsProcess, pathLogrus, "Logger", "Exit"),
		exits(Panics, pathLogrus, "", "Panic", "Panicf", "Panicln"),
		exits(Panics, pathLogrus, "Logger", "Panic", "Panicf", "Panicln"),
		exits(Panics, pathLogrus, "Entry", "Panic", "Panicf", "Panicln"),
	),
	ExitHooks: []ExitHook{{Func: Func{pathLogrus, "Logger", "ExitFunc"}}},
}
