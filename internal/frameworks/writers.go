package frameworks

// BodyKind says what a writer puts into a response's body.
type BodyKind int

const (
	BodyUnknown BodyKind = iota
	BodyEmpty            // no body at all
	BodyText             // text/plain
	BodyJSON             // the JSON encoding of an argument
	BodyHTML
	BodyOther // XML, protobuf, a stream: a deliberate choice of another format
)

// None stands for "no such argument" in the argument indexes of the tables.
const None = -1

// Writer is a function that writes to an HTTP response.
// Source: the executed table of error writers, per framework version.
type Writer struct {
	Func
	Status int // index of the status argument, or None
	Fixed  int // the status that it always sends, or 0
	Body   int // index of the argument that becomes the body, or None
	Kind   BodyKind
	Aborts bool // ends a gin chain: later handlers do not run

	// StatusOnly marks a function that sets the status and leaves the body to
	// later calls (WriteHeader, gin's Status). A body may still follow it.
	StatusOnly bool
	// UsesStatus marks a function that writes a body with the status set by an
	// earlier StatusOnly call (Write, render.JSON).
	UsesStatus bool
}
