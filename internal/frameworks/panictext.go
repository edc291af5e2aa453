package frameworks

// A PanicHandler is a function that is given one to call with what was
// recovered. Source: the executed table of recovery.
type PanicHandler struct {
	Func
	Arg   int // index of the function
	Value int // index of its parameter with the recovered value
}

// PanicHandlers are known to all rules that look at what is sent of a panic.
var PanicHandlers = []PanicHandler{
	{Func: Func{pathGin, "", "CustomRecovery"}, Arg: 0, Value: 1},
	{Func: Func{pathGin, "", "CustomRecoveryWithWriter"}, Arg: 1, Value: 1},
}

// A TextRecovery is a recovery middleware after which the framework's error
// handler sends the panic's text, unless the application has one of its own.
type TextRecovery struct {
	Func
	New     Func   // makes the application
	Handler string // field of New's configuration with the error handler
	Config  string // that configuration's type, as one writes it
}

// TextRecoveries were run with fiber v2.52.15 and v3.1.0.
var TextRecoveries = []TextRecovery{
	{Func{pathFiber2 + "/middleware/recover", "", "New"}, Func{pathFiber2, "", "New"}, "ErrorHandler", "fiber.Config"},
	{Func{pathFiber3 + "/middleware/recover", "", "New"}, Func{pathFiber3, "", "New"}, "ErrorHandler", "fiber.Config"},
}
