package frameworks

import (
	"go/types"
	"sync"
)

// BodyRead is a function that reads the body of a request, or an io.Reader, to
// its end, and sets no bound to it.
type BodyRead struct {
	Func
	// Body is the argument that is read: a reader, or the request that has the
	// body; None if it is the receiver.
	Body int
	// ToMemory marks a function that matters where its first argument is memory:
	// a *bytes.Buffer, a *strings.Builder.
	ToMemory bool
	// Spills marks a function that bounds the memory which it takes and puts the
	// rest on the disk: a form with files.
	Spills bool
	// Decodes marks a function that decodes what it reads, so that a body which is
	// cut short is an error of the client's.
	Decodes bool
	// Binding is the argument that says what is decoded, or 0: gin's
	// ShouldBindWith(v, binding.Query) reads no body.
	Binding int
}

// BodyLimit is a framework's own limit of request bodies, where it has one
// without being told, and the ways to switch it off.
type BodyLimit struct {
	Default string // what it is, as users say it: "4 MB"
	// Fields are the fields of configurations that set it, and Setters the
	// functions that do with their argument Value.
	Fields  []LimitField
	Setters []LimitSetter
}

// LimitField is a field that holds a limit in bytes.
type LimitField struct {
	Type
	Field string
	// Off says which values of it mean that there is no limit.
	Off OffValues
}

// LimitSetter is a function that sets a limit in bytes.
type LimitSetter struct {
	Func
	Value int
	Off   OffValues
}

// OffValues says which values of a limit switch it off. Those that no body
// reaches do in any case.
type OffValues int

const (
	OffNever    OffValues = iota // what is not positive means the default
	OffNegative                  // 0 means the default, what is negative none
	OffZero                      // so does 0
)

// Unpackers are functions that return a reader of what the reader that is their
// first argument holds, decompressed: a small body becomes a large one.
var unpackers = []Func{
	{"compress/gzip", "", "NewReader"},
	{"compress/zlib", "", "NewReader"},
	{"compress/zlib", "", "NewReaderDict"},
	{"compress/flate", "", "NewReader"},
	{"compress/flate", "", "NewReaderDict"},
	{"compress/bzip2", "", "NewReader"},
	{"compress/lzw", "", "NewReader"},
	{"github.com/klauspost/compress/gzip", "", "NewReader"},
	{"github.com/klauspost/compress/zlib", "", "NewReader"},
	{"github.com/klauspost/compress/flate", "", "NewReader"},
	{"github.com/klauspost/compress/zstd", "", "NewReader"},
	{"github.com/klauspost/compress/snappy", "", "NewReader"},
	{"github.com/klauspost/compress/s2", "", "NewReader"},
	{"github.com/klauspost/pgzip", "", "NewReader"},
	{"github.com/andybalholm/brotli", "", "NewReader"},
	{"github.com/golang/snappy", "", "NewReader"},
	{"github.com/pierrec/lz4/v4", "", "NewReader"},
	{"github.com/ulikunitz/xz", "", "NewReader"},
}

// IsUnpacker reports whether f returns a reader that decompresses what its first
// argument holds.
func IsUnpacker(f Func) bool { return indexBodies().unpackers[f] }

// BodyReadOf returns the row of f; ok is false if there is none.
func BodyReadOf(f Func) (BodyRead, bool) {
	r, ok := indexBodies().reads[f]
	return r, ok
}

// BoundsBody reports whether f bounds the body of the request that it is called
// on.
func BoundsBody(f Func) bool { return indexBodies().bounds[f] }

// LimitFieldOf returns the limit that a field of a configuration of type t sets,
// and the framework's own; nil if it sets none.
func LimitFieldOf(t Type, field string) (*LimitField, *Framework) {
	l := indexBodies().fields[Func{t.Pkg, t.Name, field}]
	return l.field, l.framework
}

// LimitSetterOf is LimitFieldOf for a function.
func LimitSetterOf(fn *types.Func) (*LimitSetter, *Framework) {
	l := indexBodies().setters[FuncOf(fn)]
	return l.setter, l.framework
}

type limitRow struct {
	field     *LimitField
	setter    *LimitSetter
	framework *Framework
}

var indexBodies = sync.OnceValue(func() (x struct {
	reads           map[Func]BodyRead
	unpackers       map[Func]bool
	bounds          map[Func]bool
	limits          map[string]bool
	contexts        map[string]bool
	fields, setters map[Func]limitRow
}) {
	x.reads, x.unpackers = make(map[Func]BodyRead), make(map[Func]bool)
	x.fields, x.setters = make(map[Func]limitRow), make(map[Func]limitRow)
	x.contexts = make(map[string]bool)
	x.bounds, x.limits = make(map[Func]bool), make(map[string]bool)
	for _, f := range unpackers {
		x.unpackers[f] = true
	}
	for _, f := range All() {
		for _, r := range f.BodyReads {
			x.reads[r.Func] = r
		}
		if len(f.Contexts) > 0 {
			for _, pkg := range f.Packages {
				x.contexts[pkg] = true
			}
		}
		for _, b := range f.BodyBounds {
			x.bounds[b] = true
		}
		if f.BodyLimit == nil {
			continue
		}
		for i, l := range f.BodyLimit.Fields {
			x.limits[l.Pkg] = true
			x.fields[Func{l.Pkg, l.Name, l.Field}] = limitRow{field: &f.BodyLimit.Fields[i], framework: f}
		}
		for i, l := range f.BodyLimit.Setters {
			x.limits[l.Pkg] = true
			x.setters[l.Func] = limitRow{setter: &f.BodyLimit.Setters[i], framework: f}
		}
	}
	return x
})

// bodyReads returns rows of a type's methods, or of a package's functions, that
// read the body of argument body.
func bodyReads(pkg, recv string, body int, names ...string) []BodyRead {
	rows := make([]BodyRead, len(names))
	for i, name := range names {
		rows[i] = BodyRead{Func: Func{pkg, recv, name}, Body: body}
	}
	return rows
}

// decodes returns rows as bodyReads does, of functions that decode what they
// read.
func decodes(pkg, recv string, body int, names ...string) []BodyRead {
	rows := bodyReads(pkg, recv, body, names...)
	for i := range rows {
		rows[i].Decodes = true
	}
	return rows
}

// spills returns rows as bodyReads does, of functions that read forms with
// files.
func spills(pkg, recv string, names ...string) []BodyRead {
	rows := bodyReads(pkg, recv, None, names...)
	for i := range rows {
		rows[i].Spills = true
	}
	return rows
}

// unmarshalers are functions that decode the bytes that are their first argument.
var unmarshalers = map[Func]bool{
	{"encoding/json", "", "Unmarshal"}: true, {"encoding/json/v2", "", "Unmarshal"}: true,
	{"encoding/xml", "", "Unmarshal"}:     true,
	{"gopkg.in/yaml.v2", "", "Unmarshal"}: true, {"gopkg.in/yaml.v3", "", "Unmarshal"}: true,
	{"go.yaml.in/yaml/v3", "", "Unmarshal"}: true, {"go.yaml.in/yaml/v4", "", "Unmarshal"}: true,
	{"github.com/goccy/go-json", "", "Unmarshal"}: true, {"github.com/goccy/go-yaml", "", "Unmarshal"}: true,
	{"github.com/json-iterator/go", "", "Unmarshal"}: true, {"github.com/json-iterator/go", "API", "Unmarshal"}: true,
	{"github.com/bytedance/sonic", "", "Unmarshal"}: true, {"github.com/bytedance/sonic", "API", "Unmarshal"}: true,
	{"github.com/segmentio/encoding/json", "", "Unmarshal"}: true,
	{"google.golang.org/protobuf/proto", "", "Unmarshal"}:   true, {"google.golang.org/protobuf/encoding/protojson", "", "Unmarshal"}: true,
	{"github.com/vmihailenco/msgpack/v5", "", "Unmarshal"}: true,
	{"github.com/pelletier/go-toml/v2", "", "Unmarshal"}:   true,
}

// Unmarshals reports whether f decodes the bytes that are its first argument.
func Unmarshals(f Func) bool { return unmarshalers[f] }

// HasBodyLimit reports whether a package is one with which a framework's own
// limit can be set.
func HasBodyLimit(pkg string) bool { return indexBodies().limits[pkg] }

// HasContexts reports whether a package is of a framework that gives handlers
// requests or contexts.
func HasContexts(pkg string) bool { return indexBodies().contexts[pkg] }
