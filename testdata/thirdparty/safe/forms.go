package safe

import "log"

// ReallyCrash makes HandleCrash panic again.
var ReallyCrash = true

// HandleCrash, when it is deferred, logs a panic and panics again, unless
// ReallyCrash is false.
func HandleCrash() {
	if v := recover(); v != nil {
		crash(v)
	}
}

func crash(v any) {
	log.Printf("panic: %v", v)
	if ReallyCrash {
		panic(v)
	}
}

// Catch returns a function that recovers when it is deferred.
func Catch(name string) func() {
	return func() {
		if v := recover(); v != nil {
			log.Printf("%s: panic: %v", name, v)
		}
	}
}

// Catcher recovers with state.
type Catcher struct{ Count int }

// Catch, when it is deferred, counts a panic and ends it.
func (c *Catcher) Catch() {
	if v := recover(); v != nil {
		c.Count++
	}
}
