package frameworks

// CORS describes a CORS library by its configuration.
// Source: the executed table of CORS configurations, per library version. All
// of them answer "*", not the origin, where every origin is let in by "*", by
// an empty list or by a field; browsers refuse that for requests with
// credentials. They answer the origin where a pattern or a function let it in.
type CORS struct {
	Config Type // the options struct
	// Origins is the field that lists allowed origins; AllowAll the field that
	// allows every origin, or "".
	Origins, AllowAll string
	// OriginFuncs are the fields that decide about an origin by a function, the
	// first that is set before the others.
	OriginFuncs []string
	// FuncsAdd: a function is asked about the origins that the list does not let
	// in. Otherwise the list does not count where there is a function.
	FuncsAdd bool
	// StarStays: "*" in the list is the answer to the origins that a function
	// lets in. Otherwise the answer is the origin.
	StarStays   bool
	Credentials string // the field that allows credentials
	// Wildcard is the field that must be true for patterns such as "https://*"
	// to be understood, or "" if they always are.
	Wildcard string
	// OneWildcard: a pattern with more than one * is refused at construction.
	// Otherwise the second one stands for itself.
	OneWildcard bool
	// Regexps: an origin such as "/^https://.*$/" is a regular expression.
	Regexps bool
	// EmptyAllowsAll: without origins and origin function every origin is let in.
	EmptyAllowsAll bool
	// AllowAllAlone: construction panics if AllowAll is set beside origins or a
	// function.
	AllowAllAlone bool
	// New are the functions that turn a Config into middleware, with the index
	// of the Config argument; AllowsAll are those that let every origin in
	// without one (Default, AllowAll).
	New       []ConfigArg
	AllowsAll []Func
	// Defaults are functions that return a Config with no origin set.
	Defaults []Func
	// Harmless are methods of a pointer to Config that leave the policy alone.
	Harmless []Func
}

// ConfigArg is a function and the index of its configuration argument.
type ConfigArg struct {
	Func
	Arg int
}
