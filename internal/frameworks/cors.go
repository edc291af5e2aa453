package frameworks

// CORS describes a CORS library by its configuration.
// Source: the executed table of CORS configurations, per library version.
type CORS struct {
	Config Type // the options struct
	// Origins is the field that lists allowed origins; AllowAll the field that
	// allows every origin, or "".
	Origins, AllowAll string
	// OriginFuncs are the fields that decide about an origin by a function.
	// The origin is their parameter of type string.
	OriginFuncs []string
	Credentials string // the field that allows credentials
	// Wildcard is the field that must be true for patterns such as "https://*"
	// to be understood, or "" if they always are.
	Wildcard string
	// EmptyAllowsAll: without origins and origin function every origin is let in.
	EmptyAllowsAll bool
	// New are the functions that turn a Config into middleware, with the index
	// of the Config argument; AllowsAll are those that let every origin in
	// without one (Default, AllowAll).
	New       []ConfigArg
	AllowsAll []Func
	// Defaults are functions that return a Config with no origin set.
	Defaults []Func
}

// ConfigArg is a function and the index of its configuration argument.
type ConfigArg struct {
	Func
	Arg int
}
