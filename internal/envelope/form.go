// Package envelope tells from how a service answers errors what its convention
// is: the census of its error responses goes in, the envelope comes out.
//
// Its functions are pure, so that the rule, the link step and `prodvet init`
// cannot come to different conclusions.
package envelope

import (
	"cmp"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/jsonshape"
)

// Kind is what errors are answered with.
type Kind string

const (
	JSON  Kind = "json"
	Text  Kind = "text"
	Empty Kind = "empty" // a status alone
	HTML  Kind = "html"  // pages and redirects
	Other Kind = "other" // files, streams, other formats, what another program reads
	// Carried are errors that are handed on, to what answers in one place.
	Carried Kind = "carried"
)

// Collected is the way of errors that handlers of gin or hertz leave to a
// middleware: the project's function that leaves them ends the request as a
// writer does.
const Collected = "collected"

// Form is one way in which a package answers errors. It can be part of a fact.
type Form struct {
	Kind Kind `json:"kind"`
	// Shape is the form of a JSON body, as Text writes it; "" if it is not known.
	Shape string `json:"shape,omitempty"`
	// Helper is the project's function that writes it, as pkg/path.Name or
	// pkg/path.Type.Name; "" where a function of a framework is called directly.
	Helper string `json:"helper,omitempty"`
	// Sites are the places that answer an error so: one for each call of the
	// helper.
	Sites int `json:"sites,omitempty"`
	// Answers are the calls of the helper of which the code does not tell
	// whether they answer an error.
	Answers int `json:"answers,omitempty"`
	// Via is what carries an error to where all of its kind are answered: a type
	// of the project, or the name of a framework. Kind and Shape are then those
	// of the framework's own answer, if it has one.
	Via string `json:"via,omitempty"`
	// Central: it is how the project answers what comes that way.
	Central bool `json:"central,omitempty"`
}

// Package is the census of one package's error responses.
type Package struct {
	Path  string
	Forms []Form
}

// Add counts n sites and answers of a form.
func Add(forms []Form, f Form) []Form {
	i := slices.IndexFunc(forms, func(g Form) bool {
		return g.Kind == f.Kind && g.Shape == f.Shape && g.Helper == f.Helper && g.Central == f.Central
	})
	if i < 0 {
		return append(forms, f)
	}
	forms[i].Sites += f.Sites
	forms[i].Answers += f.Answers
	return forms
}

// Sort puts the most frequent forms first.
func Sort(forms []Form) {
	slices.SortFunc(forms, func(a, b Form) int {
		return cmp.Or(cmp.Compare(b.Sites, a.Sites), cmp.Compare(b.Answers, a.Answers), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Shape, b.Shape), cmp.Compare(a.Helper, b.Helper), cmp.Compare(a.Via, b.Via))
	})
}

// TextOf writes a shape: "success:bool,message:string,details?:array" for an
// object, in which "?" marks a key that is not always there and "..." further
// keys, "[]string" and the like for what is no object: its type in brackets.
// Keys of an unknown type have none.
func TextOf(s jsonshape.Shape) string {
	switch {
	case !s.Known():
		return ""
	case s.Type != jsonshape.Object:
		return "(" + s.Type.String() + ")"
	}
	var keys []string
	for _, k := range s.Keys {
		text := k.Name
		if k.Optional {
			text += "?"
		}
		if k.Type != jsonshape.Unknown {
			text += ":" + k.Type.String()
		}
		keys = append(keys, text)
	}
	if s.Open {
		keys = append(keys, "...")
	}
	if len(keys) == 0 {
		return "{}"
	}
	return strings.Join(keys, ",")
}

// ShapeOf reads what TextOf writes.
func ShapeOf(text string) jsonshape.Shape {
	if inner, ok := strings.CutPrefix(text, "("); ok {
		name := strings.TrimSuffix(inner, ")")
		if name == jsonshape.Null.String() {
			return jsonshape.Shape{Type: jsonshape.Null}
		}
		t, _ := jsonshape.TypeNamed(name)
		return jsonshape.Shape{Type: t}
	}
	if text == "" {
		return jsonshape.Shape{}
	}
	s := jsonshape.Shape{Type: jsonshape.Object}
	if text == "{}" {
		return s
	}
	for key := range strings.SplitSeq(text, ",") {
		if key == "..." {
			s.Open = true
			continue
		}
		name, typ, _ := strings.Cut(key, ":")
		name, optional := strings.CutSuffix(name, "?")
		t, ok := jsonshape.TypeNamed(typ)
		if !ok && typ == jsonshape.Null.String() {
			t = jsonshape.Null
		}
		s.Keys = append(s.Keys, jsonshape.Key{Name: name, Type: t, Optional: optional})
	}
	return s
}

// Protocol reports whether s is a form that another specification demands:
// OAuth 2 (RFC 6749, 5.2), JSON-RPC.
func Protocol(s jsonshape.Shape) bool {
	has := func(name string) bool { _, ok := s.Key(name); return ok }
	return has("error") && has("error_description") || has("jsonrpc") && has("error")
}
