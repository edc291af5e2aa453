package frameworks

const (
	pathZap     = "go.uber.org/zap"
	pathZapcore = pathZap + "/zapcore"
)

// zap is go.uber.org/zap, run at v1.28.0. Fatal ends the process even of a
// logger that writes nothing, unless a hook says otherwise.
var zap = &Framework{
	Name:     "zap",
	Packages: []string{pathZap, pathZapcore, pathZap + "/zapgrpc"},
	Harmless: []Func{{Pkg: pathZap}},
	Exits: concat(
		exits(LogsFatal, pathZap, "Logger", "Fatal"),
		exits(LogsFatal, pathZap, "SugaredLogger", "Fatal", "Fatalf", "Fatalw", "Fatalln"),
		exits(LogsFatal, pathZap+"/zapgrpc", "Logger", "Fatal", "Fatalf", "Fatalln"),
		exits(Panics, pathZap, "Logger", "Panic"),
		exits(Panics, pathZap, "SugaredLogger", "Panic", "Panicf", "Panicw", "Panicln"),
		[]Exit{
			{Func: Func{pathZap, "Logger", "Log"}, How: LogsFatal, Level: "5"}, // zapcore.FatalLevel
			{Func: Func{pathZap, "SugaredLogger", "Log"}, How: LogsFatal, Level: "5"},
			{Func: Func{pathZap, "SugaredLogger", "Logf"}, How: LogsFatal, Level: "5"},
			{Func: Func{pathZap, "SugaredLogger", "Logw"}, How: LogsFatal, Level: "5"},
			{Func: Func{pathZap, "SugaredLogger", "Logln"}, How: LogsFatal, Level: "5"},
		},
	),
	ExitHooks: []ExitHook{
		{Func: Func{pathZap, "", "WithFatalHook"}, Instead: zapHooks},
		{Func: Func{pathZap, "", "OnFatal"}, Instead: zapHooks},
	},
}

// zapHooks are the hooks that zap has. WriteThenNoop is taken for WriteThenFatal.
var zapHooks = map[Func]How{
	{pathZapcore, "", "WriteThenFatal"}:  LogsFatal,
	{pathZapcore, "", "WriteThenNoop"}:   LogsFatal,
	{pathZapcore, "", "WriteThenGoexit"}: EndsGoroutine,
	{pathZapcore, "", "WriteThenPanic"}:  Panics,
}
