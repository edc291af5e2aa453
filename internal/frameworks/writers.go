package frameworks

import "sync"

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
	Status int // index of the status argument, a number or the text of one, or None
	Fixed  int // the status that it always sends, or 0
	Body   int // index of the argument that becomes the body, or None
	Kind   BodyKind
	Aborts bool // ends a gin chain: later handlers do not run

	// StatusOnly marks a function that sets the status and leaves the body to
	// later calls (WriteHeader, gin's Status). A body may still follow it.
	StatusOnly bool
	// Held marks a StatusOnly function whose status is lost unless a body follows
	// (render.Status).
	Held bool
	// UsesStatus marks a function that writes a body with the status set by an
	// earlier StatusOnly call (Write, render.JSON).
	UsesStatus bool

	// ContentType is the index of the argument with the body's content type,
	// or 0: it is never the first one.
	ContentType int
	// FormatsBody marks a function whose Body argument is a format string and
	// whose text follows from that one and the later ones (Fprintf, String).
	FormatsBody bool
	// Errors marks a function that is for error responses only, whatever its
	// status argument holds (http.Error).
	Errors bool
	// Collects marks a function that also records an error, from which a
	// middleware may make a body afterwards (gin's AbortWithError).
	Collects bool
	// OnFailure marks a function that does something else and answers only
	// when that fails (gin's BindJSON).
	OnFailure bool
	// Exits marks a function that does not return: it panics with a value that
	// the framework recovers (gf's WriteExit, beego's CustomAbort).
	Exits bool
	// Plain marks a function that sets text/plain whatever was declared before
	// (http.Error).
	Plain bool
	// Encoded marks a function whose Body argument of BodyJSON is JSON already
	// (echo's JSONBlob).
	Encoded bool
	// Encodes marks a function that sends texts as they are and encodes what is
	// no text as JSON (gf's Write).
	Encodes bool
	// Keys are those of the JSON object that the function makes itself; a ? after
	// one says that it is not always there.
	Keys []string
	// ProblemJSON marks a function that declares the content type of RFC 9457.
	ProblemJSON bool
	// Default marks a function whose body is that of the framework's central
	// error handler, in whose place an application can set its own.
	Default bool
	// Part marks a method of a type that is also used for messages that do not
	// go to a client: it counts where the value is got from a response
	// (fasthttp's ctx.Response).
	Part bool
	// Field and Key tell where the body is taken from that no argument holds:
	// the element of the receiver's field, a map (beego's ServeJSON).
	Field, Key string
}

// Renderer is a type of values that a writer sends, as another does that has a
// function of its own.
type Renderer struct {
	Type
	Field string // holds the body
	Kind  BodyKind
}

// Encoder is a type that encodes values to the io.Writer it was made for.
type Encoder struct {
	New    Func // makes one; the writer is its first argument
	Encode Func // writes its first argument
	Kind   BodyKind
}

// WritesHTML reports whether f writes a page.
func WritesHTML(f Func) bool { return pageWriters()[f] }

var pageWriters = sync.OnceValue(func() map[Func]bool {
	m := make(map[Func]bool)
	for _, f := range All() {
		for _, w := range f.Writers {
			if w.Kind == BodyHTML && w.Body != None {
				m[w.Func] = true
			}
		}
	}
	return m
})
