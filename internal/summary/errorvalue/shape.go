package errorvalue

import (
	"strings"

	"github.com/prodvet/prodvet/internal/jsonshape"
)

// shapeOf returns the shape of an object whose keys are written as "name:type".
func shapeOf(keys []string) jsonshape.Shape {
	if len(keys) == 0 {
		return jsonshape.Shape{}
	}
	s := jsonshape.Shape{Type: jsonshape.Object}
	for _, key := range keys {
		name, typ, _ := strings.Cut(key, ":")
		t, _ := jsonshape.TypeNamed(typ)
		s.Keys = append(s.Keys, jsonshape.Key{Name: name, Type: t})
	}
	return s
}

// within reports whether an import path is that of a module or of a package of
// it.
func within(path, module string) bool {
	return path == module || strings.HasPrefix(path, module+"/")
}
