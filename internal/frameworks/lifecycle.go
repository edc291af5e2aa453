package frameworks

import "sync"

// Lifecycle is how the servers of a package are started and stopped, as read in
// the package's source.
type Lifecycle struct {
	// Starts are the functions that serve until the process ends or somebody
	// stops them.
	Starts []Starter
	// Stops are the functions that stop a server.
	Stops []Stopper
	// StopFields are fields by which a server is told when to stop.
	StopFields []Field
	// Graceful are functions that serve and shut down by themselves at SIGTERM, or
	// when a context that they are given ends.
	Graceful []Func
	// Stands: programs that import the package are stopped by it, or by who calls
	// them, and not by the servers that they start.
	Stands bool
}

// Starter is a function that serves until the process ends or somebody stops
// it.
type Starter struct {
	Func
	Addr     int // index of the argument with the address, None if there is none
	Listener int // index of the argument with the listener, None if there is none
	// Stop is the method of the function's receiver that shuts the server down; ""
	// if nothing can.
	Stop string
	// Instead is what to call instead, as a method of the receiver; "" if there is
	// nothing that shuts down by itself.
	Instead string
	// Returns: as soon as the server begins to shut down, and not when it is done.
	Returns bool
	// Closed: it returns net/http's ErrServerClosed then.
	Closed bool
}

// Stopper is a function that stops a server.
type Stopper struct {
	Func
	// Context is the index of the argument with the context that bounds how long it
	// waits for requests, None if there is none.
	Context int
	// Instead is the method that has a bound, if this one waits without.
	Instead string
}

// Field is a field of a struct.
type Field struct {
	Type
	Name string
}

// lifecycles is what all frameworks know, by function.
var lifecycles = sync.OnceValue(func() (x struct {
	starts   map[Func]*Starter
	stops    map[Func]*Stopper
	fields   map[Field]bool
	graceful map[Func]bool
	stands   map[string]bool
	packages map[string]bool
}) {
	x.starts, x.stops, x.fields = make(map[Func]*Starter), make(map[Func]*Stopper), make(map[Field]bool)
	x.graceful, x.stands = make(map[Func]bool), make(map[string]bool)
	x.packages = make(map[string]bool)
	for _, f := range All() {
		l := f.Lifecycle
		if l == nil {
			continue
		}
		for i := range l.Starts {
			x.starts[l.Starts[i].Func] = &l.Starts[i]
		}
		for i, s := range l.Stops {
			x.stops[s.Func] = &l.Stops[i]
		}
		for _, s := range l.StopFields {
			x.fields[s] = true
		}
		for _, g := range l.Graceful {
			x.graceful[g] = true
		}
		for _, p := range f.Packages {
			x.stands[p], x.packages[p] = l.Stands, true
		}
	}
	return x
})

// StarterOf returns the row of a function that starts a server, nil if it is
// none.
func StarterOf(f Func) *Starter { return lifecycles().starts[f] }

// StopperOf returns the row of a function that stops a server, nil if it is
// none.
func StopperOf(f Func) *Stopper { return lifecycles().stops[f] }

// StopsServer reports whether a field tells a server when to stop.
func StopsServer(f Field) bool { return lifecycles().fields[f] }

// IsGraceful reports whether f serves and shuts down by itself.
func IsGraceful(f Func) bool { return lifecycles().graceful[f] }

// HasLifecycle reports whether pkg is a package of a framework of which it is
// known how its servers are started or stopped.
func HasLifecycle(pkg string) bool { return lifecycles().packages[pkg] }

// StandsIn reports whether programs that import pkg are not stopped by the
// servers that they start.
func StandsIn(pkg string) bool { return lifecycles().stands[pkg] }

// start is a row without a listener.
func start(pkg, recv, name string, addr int) Starter {
	return Starter{Func: Func{pkg, recv, name}, Addr: addr, Listener: None}
}

// starts returns a row for each of the names.
func starts(row Starter, names ...string) (all []Starter) {
	for _, n := range names {
		row.Name = n
		all = append(all, row)
	}
	return all
}
