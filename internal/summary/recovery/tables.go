package recovery

import (
	"strings"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// tables is what internal/frameworks knows about recovery, made for look-ups.
type tables struct {
	recoverers map[frameworks.Func]bool
	recovery   map[frameworks.Func]bool // middleware
	runs       map[frameworks.Func]*frameworks.Runner
	fields     map[field]*frameworks.RunnerField
	harmless   map[frameworks.Func]bool
}

// field identifies a field of a struct.
type field struct {
	frameworks.Type
	name string
}

func newTables() tables {
	t := tables{
		recoverers: make(map[frameworks.Func]bool),
		recovery:   make(map[frameworks.Func]bool),
		runs:       make(map[frameworks.Func]*frameworks.Runner),
		fields:     make(map[field]*frameworks.RunnerField),
		harmless:   make(map[frameworks.Func]bool),
	}
	for _, f := range frameworks.All() {
		for _, r := range f.Recoverers {
			t.recoverers[r] = true
		}
		for i := range f.Runners {
			t.runs[f.Runners[i].Func] = &f.Runners[i]
		}
		for i := range f.RunnerFields {
			x := &f.RunnerFields[i]
			t.fields[field{x.Type, x.Field}] = x
		}
		for _, h := range f.Harmless {
			t.harmless[h] = true
		}
		for _, m := range f.Middlewares {
			if m.Kind == frameworks.MiddlewareRecovery {
				t.recovery[m.Func] = true
			}
		}
	}
	return t
}

// isHarmless reports whether the tables say that fn does not panic in practice.
// A logger's Panic and Fatal are what they say.
func (t *tables) isHarmless(fn frameworks.Func) bool {
	if strings.HasPrefix(fn.Name, "Panic") || strings.HasPrefix(fn.Name, "DPanic") || strings.HasPrefix(fn.Name, "Must") {
		return false
	}
	return t.harmless[fn] || t.harmless[frameworks.Func{Pkg: fn.Pkg, Recv: fn.Recv}] || t.harmless[frameworks.Func{Pkg: fn.Pkg}]
}
