// Package inner has an interface that another package gives its own name.
package inner

import (
	"fmt"
	"os"
)

// Logger logs.
type Logger interface {
	Info(args ...any)
	Fatal(args ...any)
}

type standard struct{}

func (standard) Info(args ...any) { fmt.Println(args...) }

func (standard) Fatal(args ...any) {
	fmt.Println(args...)
	os.Exit(1)
}

// New returns the only Logger that there is.
func New() Logger { return standard{} }
