package frameworks

const (
	pathZerolog    = "github.com/rs/zerolog"
	pathZerologLog = pathZerolog + "/log"
)

// zerolog is github.com/rs/zerolog, run at v1.35.1. What ends the process is
// the method that sends a fatal event, also one that a level keeps from being
// written; WithLevel(zerolog.FatalLevel) only says so.
var zerolog = &Framework{
	Name:     "zerolog",
	Packages: []string{pathZerolog, pathZerologLog},
	Harmless: []Func{{Pkg: pathZerolog}, {Pkg: pathZerologLog}},
	Exits: concat(
		zerologSends(LogsFatal, "Fatal"),
		zerologSends(Panics, "Panic"),
	),
	ExitHooks: []ExitHook{{Func: Func{pathZerolog, "", "FatalExitFunc"}}},
}

func zerologSends(how How, level string) []Exit {
	all := exits(how, pathZerolog, "Event", "Msg", "Msgf", "MsgFunc", "Send")
	for i := range all {
		all[i].On = []Func{{pathZerolog, "Logger", level}, {pathZerologLog, "", level}}
	}
	return all
}
