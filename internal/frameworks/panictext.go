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

// A PanicField is a field of a type of a library with the function that it calls
// with what was recovered, http.ErrAbortHandler not excepted. Source: the
// executed table of recovery.
type PanicField struct {
	Type
	Field string
	Value int // index of the function's parameter with the recovered value
}

// PanicFields were run with httprouter v1.3.0.
var PanicFields = []PanicField{
	{Type: Type{"github.com/julienschmidt/httprouter", "Router"}, Field: "PanicHandler", Value: 2},
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
