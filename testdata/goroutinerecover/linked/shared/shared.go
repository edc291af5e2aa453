// Package shared has helpers that requests and main use alike.
package shared

// Do calls what it is given.
func Do(f func()) {
	f()
}

// Retry calls it in a function literal of its own.
func Retry(f func() error) error {
	return try(func() error { return f() })
}

func try(f func() error) error { return f() }

// Option is a function that a constructor calls.
type Option func(*Options)

type Options struct{ Start func() }

func NewOptions(opts ...Option) *Options {
	o := new(Options)
	for _, opt := range opts {
		opt(o)
	}
	return o
}
