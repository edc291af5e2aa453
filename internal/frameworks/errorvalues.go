package frameworks

import "sync"

// Errors says how a framework answers with the errors that handlers return.
// Source: the executed tables of error writers, of default bodies and of what
// the central handlers cover, per framework version.
type Errors struct {
	Values []ErrorValue // what makes errors that choose their status
	Types  []ErrorType  // the types of such errors, for literals
	// Same are methods that return the error that they are called on, or a copy
	// of it, with something more that clients do not read.
	Same []Func

	// Handlers are the parameters by which a function is known to be a handler
	// that returns an error: its last result.
	Handlers []Type
	// Plain is the status of the response for an error of any other type, 0 if
	// there is none, and PlainText says that its text is in the response.
	Plain     int
	PlainText bool

	// Kind and Keys are what the default's response is like: the keys of an
	// object, each "name:type".
	Kind BodyKind
	Keys []string

	// New are the functions that make a server, or what serves requests.
	New []Func
	// Central are the functions, fields and variables that install another
	// handler for the errors than the default; fields have the type of their
	// struct as receiver. Default are functions that are the default, or return
	// it.
	Central []Func
	Default []Func
	// Protocol: the protocol says what an error's response is like; nothing that a
	// service installs changes that.
	Protocol bool
}

// ErrorValue is a function that makes an error, or a variable that holds one, of
// which the framework makes the response when a handler returns it.
type ErrorValue struct {
	Func        // a function, or a variable of the package
	Status int  // index of the argument with the status, or None
	Fixed  int  // the status, if it is always the same; or 0
	RPC    bool // the status argument is one of RPCStatus
	// Codes are the statuses of a status argument, or of the receiver, that is a
	// text.
	Codes map[string]int
	// Message is the index of the first argument that clients get to read, or
	// None; all behind it they read, too.
	Message int
	// Fails marks a function that does something else and returns such an error
	// when that fails (echo's Bind): what it returns is no value made here. Fixed
	// is the status that it mostly has.
	Fails bool
}

// MakesError reports whether fn makes an error of which a framework makes the
// response when a handler returns it, and does nothing else.
func MakesError(fn Func) bool { return errorMakers()[fn] }

var errorMakers = sync.OnceValue(func() map[Func]bool {
	makers := make(map[Func]bool)
	for _, f := range All() {
		if f.Errors == nil {
			continue
		}
		for _, v := range f.Errors.Values {
			makers[v.Func] = !v.Fails
		}
	}
	return makers
})

// ErrorType is a type of errors that choose their status. Its fields are named.
type ErrorType struct {
	Type
	Status  string
	Message string
}

// RPCStatus are the statuses that HTTP responses have for the codes of gRPC and
// connect, in the order of the codes. Source: the executed table of error
// writers; the connect protocol's specification.
var RPCStatus = [...]int{200, 499, 500, 400, 504, 404, 409, 403, 429, 400, 409, 400, 501, 500, 503, 500, 401}

// grpcStatus is google.golang.org/grpc/status, run at v1.85.0. What becomes of a
// status over HTTP, a gateway decides.
var grpcStatus = &Framework{
	Name:     "gRPC",
	Packages: []string{pathGRPCStatus},
	Errors: &Errors{
		Values: []ErrorValue{
			{Func: Func{pathGRPCStatus, "", "Error"}, Status: 0, RPC: true, Message: 1},
			{Func: Func{pathGRPCStatus, "", "Errorf"}, Status: 0, RPC: true, Message: 1},
			{Func: Func{pathGRPCStatus, "", "New"}, Status: 0, RPC: true, Message: 1},
			{Func: Func{pathGRPCStatus, "", "Newf"}, Status: 0, RPC: true, Message: 1},
		},
		Same:     []Func{{pathGRPCStatus, "Status", "Err"}, {"google.golang.org/grpc/internal/status", "Status", "Err"}},
		Kind:     BodyOther,
		Protocol: true,
	},
}

// IsCentral reports whether f, a field with the type that declares it as its
// receiver, or a function, sets a framework's central error handler.
func IsCentral(f Func) bool { return centrals()[f] }

var centrals = sync.OnceValue(func() map[Func]bool {
	m := make(map[Func]bool)
	for _, f := range All() {
		if f.Errors == nil {
			continue
		}
		for _, c := range f.Errors.Central {
			m[c] = true
		}
	}
	return m
})

const pathGRPCStatus = "google.golang.org/grpc/status"

// errorVariables lists package variables with the status of their name behind
// "Err", as echo and fiber have them.
func errorVariables(pkg string, extra ...ErrorValue) []ErrorValue {
	var values []ErrorValue
	for _, s := range statusNames {
		values = append(values, ErrorValue{Func: Func{pkg, "", "Err" + s.name}, Status: None, Fixed: s.code, Message: None})
	}
	return append(values, extra...)
}

// statusNames are the names that echo, fiber and others have for statuses.
var statusNames = []struct {
	name string
	code int
}{
	{"BadRequest", 400}, {"Unauthorized", 401}, {"PaymentRequired", 402}, {"Forbidden", 403}, {"NotFound", 404},
	{"MethodNotAllowed", 405}, {"NotAcceptable", 406}, {"ProxyAuthRequired", 407}, {"RequestTimeout", 408}, {"Conflict", 409},
	{"Gone", 410}, {"LengthRequired", 411}, {"PreconditionFailed", 412}, {"RequestEntityTooLarge", 413},
	{"StatusRequestEntityTooLarge", 413}, {"RequestURITooLong", 414}, {"UnsupportedMediaType", 415},
	{"RequestedRangeNotSatisfiable", 416}, {"ExpectationFailed", 417}, {"Teapot", 418}, {"MisdirectedRequest", 421},
	{"UnprocessableEntity", 422}, {"Locked", 423}, {"FailedDependency", 424}, {"TooEarly", 425}, {"UpgradeRequired", 426},
	{"PreconditionRequired", 428}, {"TooManyRequests", 429}, {"RequestHeaderFieldsTooLarge", 431},
	{"UnavailableForLegalReasons", 451}, {"InternalServerError", 500}, {"NotImplemented", 501}, {"BadGateway", 502},
	{"ServiceUnavailable", 503}, {"GatewayTimeout", 504}, {"HTTPVersionNotSupported", 505}, {"VariantAlsoNegotiates", 506},
	{"InsufficientStorage", 507}, {"LoopDetected", 508}, {"NotExtended", 510}, {"NetworkAuthenticationRequired", 511},
}
