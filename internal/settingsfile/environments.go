package settingsfile

import (
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/settings"
)

// Environments reads the configuration files of the module in root and returns
// what they say: one environment for each that files are named for as
// production's, or else one without a name; none if there are no files.
//
// In each, the files that belong to it go before those that belong to none,
// those before the ones named as defaults, and those before Dockerfiles. Where
// two of the same rank differ, nothing is known. Files that do not parse are
// passed over; see [Set.Check].
func Environments(root string, cfg Config) ([]*settings.Environment, error) {
	s, err := Read(root, cfg)
	if err != nil {
		return nil, err
	}
	return s.Environments(), nil
}

// Environments returns what the files say; see the function of that name.
func (s *Set) Environments() []*settings.Environment {
	var shared []*part
	own := make(map[string][]*part)
	for _, f := range s.files {
		c, err := f.said()
		if err != nil {
			continue
		}
		c.dropDevelopment()
		p := &part{f, c}
		if f.role == production {
			own[f.name] = append(own[f.name], p)
		} else {
			shared = append(shared, p)
		}
	}
	if len(own) == 0 && len(shared) > 0 {
		own[""] = nil
	}
	var envs []*settings.Environment
	for _, name := range slices.Sorted(maps.Keys(own)) {
		e := &environment{parts: slices.Concat(shared, own[name])}
		for other, parts := range own {
			if other != name {
				e.others = append(e.others, parts...)
			}
		}
		slices.SortFunc(e.others, func(a, b *part) int { return strings.Compare(a.path, b.path) })
		envs = append(envs, e.settings(name))
	}
	return envs
}

// part is a file and what it says.
type part struct {
	*file
	*content
}

// rank orders the files of one environment: the greater wins.
func (p *part) rank() int {
	switch {
	case p.kind == dockerFile && p.role != production:
		return 0
	case p.role == below:
		return 1
	case p.role == base:
		return 2
	}
	return 3
}

// environment puts one environment together.
type environment struct {
	parts  []*part           // of it, or of all
	others []*part           // of other environments
	shell  map[string]ranked // what .env files say
}

// ranked is a value with the rank of its file.
type ranked struct {
	settings.Value
	rank int
}

func (e *environment) settings(name string) *settings.Environment {
	shell, variables, keys := make(map[string]ranked), make(map[string]ranked), make(map[string]ranked)
	others := slices.DeleteFunc(slices.Clone(e.others), e.hasAlternative)
	for _, p := range e.parts {
		if p.kind == dotenvFile {
			e.add(shell, p, p.variables)
		}
	}
	for _, p := range others {
		hide(shell, p, p.variables)
	}
	e.shell = shell // only now: what a .env file says may refer to another
	for _, p := range e.parts {
		e.add(variables, p, p.variables)
		e.add(keys, p, p.keys)
	}
	for _, p := range others {
		hide(variables, p, p.variables)
		hide(keys, p, p.keys)
	}
	return settings.New(name, values(variables), values(keys))
}

// add adds what the part says to m.
func (e *environment) add(m map[string]ranked, p *part, said map[string]raw) {
	for name, r := range said {
		v := ranked{e.value(p, name, r), p.rank()}
		old, ok := m[name]
		switch {
		case !ok || old.rank < v.rank:
			m[name] = v
		case old.rank == v.rank && !same(old.Value, v.Value):
			m[name] = ranked{settings.Value{Path: old.Path, Line: old.Line}, v.rank}
		}
	}
}

func same(a, b settings.Value) bool {
	return a.List == b.List && a.Known() == b.Known() && slices.Equal(a.Items, b.Items)
}

// value returns what r says, with references resolved from the .env files.
func (e *environment) value(p *part, name string, r raw) settings.Value {
	v := settings.Value{Path: p.path, Line: r.line, List: r.list}
	unknown := settings.Value{Path: p.path, Line: r.line}
	if r.unknown {
		return unknown
	}
	if r.literal {
		v.Items = r.items
		return v
	}
	lookup := func(ref string) (string, meaning) {
		switch v, ok := e.shell[ref]; {
		case e.shell == nil:
			return "", unclear
		case !ok || v.Path == p.path && ref == name: // a reference to itself
			return "", unset
		case !v.Known():
			return "", unclear
		default:
			return v.Items[0], known
		}
	}
	for _, text := range r.items {
		item, ok := expand(text, lookup)
		if !ok {
			return unknown
		}
		v.Items = append(v.Items, item)
	}
	if len(r.items) == 1 && !r.list {
		if ref := reference(r.items[0]); ref != "" {
			if text, is := lookup(ref); is == known && text == v.Items[0] {
				v.Path, v.Line = e.shell[ref].Path, e.shell[ref].Line
			}
		}
	}
	return v
}

// hasAlternative reports whether the environment has a file of its own in the
// place of p, another environment's: config/prod-eu.yaml of config/prod-us.yaml.
// Without one it may well be deployed with p too: .env.production is no
// alternative to config/live.yaml.
func (e *environment) hasAlternative(p *part) bool {
	return slices.ContainsFunc(e.parts, func(own *part) bool {
		return own.role == production && own.kind == p.kind && path.Dir(own.path) == path.Dir(p.path)
	})
}

// hide makes the names that p has, and no file of the environment itself has,
// unknown in m.
func hide(m map[string]ranked, p *part, said map[string]raw) {
	for name, r := range said {
		if old, ok := m[name]; !ok || old.rank < 3 {
			m[name] = ranked{settings.Value{Path: p.path, Line: r.line}, 3}
		}
	}
}

func values(m map[string]ranked) map[string]settings.Value {
	out := make(map[string]settings.Value, len(m))
	for name, v := range m {
		out[name] = v.Value
	}
	return out
}
