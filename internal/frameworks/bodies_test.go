package frameworks

import "testing"

// TestBodies holds the rows about request bodies against the packages that the
// fixtures require: each function and field is there, and has the arguments that
// its row names.
func TestBodies(t *testing.T) {
	paths := make(map[string]bool)
	for _, f := range All() {
		if f == bodyReaders {
			continue // not all are in the module of the fixtures
		}
		for _, r := range f.BodyReads {
			paths[r.Pkg] = true
		}
		for _, b := range f.BodyBounds {
			paths[b.Pkg] = true
		}
		if f.BodyLimit != nil {
			for _, l := range f.BodyLimit.Fields {
				paths[l.Pkg] = true
			}
			for _, l := range f.BodyLimit.Setters {
				paths[l.Pkg] = true
			}
		}
	}
	imp := fixtureImporter(t, paths)
	has := func(f Func, arg int) {
		if older[f.Pkg] != "" {
			return
		}
		p, err := imp.Import(f.Pkg)
		if err != nil {
			t.Errorf("%s: %v", f.Pkg, err)
			return
		}
		sig := signatureOf(p, f)
		if sig == nil {
			t.Errorf("there is no %s", f)
		} else if arg >= sig.Params().Len() {
			t.Errorf("%s has no argument %d", f, arg)
		}
	}
	for _, f := range All() {
		if f != bodyReaders {
			for _, r := range f.BodyReads {
				has(r.Func, r.Body)
			}
		}
		for _, b := range f.BodyBounds {
			has(b, None)
		}
		if f.BodyLimit == nil {
			continue
		}
		for _, l := range f.BodyLimit.Setters {
			has(l.Func, l.Value)
		}
		for _, l := range f.BodyLimit.Fields {
			p, err := imp.Import(l.Pkg)
			if err != nil || field(p, Renderer{Type: l.Type, Field: l.Field}) == nil {
				t.Errorf("%s.%s has no field %s (error: %v)", l.Pkg, l.Name, l.Field, err)
			}
		}
	}
}
