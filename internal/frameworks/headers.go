package frameworks

// HeaderFunc is a function that sets a header of a message, or reads one.
type HeaderFunc struct {
	Func
	Name  int  // index of the argument that names the header
	Value int  // index of the value, or None: a setter without value removes the header
	Adds  bool // leaves the values that are there
}
