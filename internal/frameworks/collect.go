package frameworks

import "sync"

// Collects reports whether a handler leaves an error to a middleware by f.
func Collects(f Func) bool { return collectors().collect[f] }

// CollectsAndAnswers reports whether f does so and sets the response's status, too.
func CollectsAndAnswers(f Func) bool { return collectors().answer[f] }

// IsCollected reports whether f, a field with the type that declares it as its
// receiver, has the errors that handlers left.
func IsCollected(f Func) bool { return collectors().collected[f] }

// CollectorMethod reports whether f is a method of the context of a framework
// whose handlers leave errors to a middleware, and whether it writes a body.
func CollectorMethod(f Func) (ok, writes bool) {
	return collectors().contexts[Type{f.Pkg, f.Recv}], collectors().writers[f]
}

// IsStored reports whether f returns a value that other code must have put into
// the request's context.
func IsStored(f Func) bool { return collectors().stored[f] }

var collectors = sync.OnceValue(func() (c struct {
	collect, answer, collected, writers, stored map[Func]bool
	contexts                                    map[Type]bool
}) {
	c.collect, c.answer, c.collected = make(map[Func]bool), make(map[Func]bool), make(map[Func]bool)
	c.writers, c.stored, c.contexts = make(map[Func]bool), make(map[Func]bool), make(map[Type]bool)
	for _, f := range All() {
		for _, fn := range f.Stored {
			c.stored[fn] = true
		}
		if len(f.Collected) == 0 {
			continue
		}
		for _, fn := range f.Collect {
			c.collect[fn] = true
		}
		for _, fn := range f.Collected {
			c.collected[fn] = true
		}
		for _, t := range f.Contexts {
			c.contexts[t] = true
		}
		for _, w := range f.Writers {
			c.writers[w.Func] = !w.StatusOnly
			c.answer[w.Func] = w.Collects && !w.OnFailure
		}
	}
	return c
})
