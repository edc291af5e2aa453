package frameworks

// stdlib is what the rest of the standard library runs on goroutines of its
// own, as of Go 1.26, where a panic ends the process; what panics in practice,
// and what does not return.
var stdlib = &Framework{
	Name:     "the standard library",
	Packages: []string{"time", "context", "sync", "runtime", "os", "log", "syscall"},
	Stored:   []Func{{"context", "Context", "Value"}},
	Runners: []Runner{
		{Func: Func{"time", "", "AfterFunc"}, Arg: 1},
		{Func: Func{"context", "", "AfterFunc"}, Arg: 1},
		{Func: Func{"sync", "WaitGroup", "Go"}, Arg: 0},
		{Func: Func{"runtime", "", "SetFinalizer"}, Arg: 1},
		{Func: Func{"runtime", "", "AddCleanup"}, Arg: 1},
		{Func: Func{"net/http", "Server", "RegisterOnShutdown"}, Arg: 0},
	},
	RunnerFields: []RunnerField{
		{Type: Type{"os/exec", "Cmd"}, Field: "Cancel"},
		{Type: Type{"net/http", "Server"}, Field: "ConnContext"},
		{Type: Type{"net/http", "Server"}, Field: "ConnState", Only: "StateNew"}, // by the goroutine that accepts
		{Type: Type{"net/http", "Transport"}, Field: "DialContext"},
	},
	// Clocks, locks, loggers, text, numbers,
	// containers and network connections. They can be made to
	// panic (a nil context, a negative counter), but no recover is written for
	// that.
	Harmless: []Func{
		{Pkg: "bytes"}, {Pkg: "cmp"}, {Pkg: "container/heap"}, {Pkg: "container/list"}, {Pkg: "container/ring"},
		{Pkg: "context"}, {Pkg: "crypto/md5"}, {Pkg: "crypto/rand"}, {Pkg: "crypto/sha1"}, {Pkg: "crypto/sha256"},
		{Pkg: "crypto/sha512"}, {Pkg: "crypto/subtle"}, {Pkg: "encoding/base64"}, {Pkg: "encoding/hex"}, {Pkg: "errors"},
		{Pkg: "fmt"}, {Pkg: "hash"}, {Pkg: "hash/crc32"}, {Pkg: "hash/fnv"}, {Pkg: "html"}, {Pkg: "log"},
		{Pkg: "log/slog"}, {Pkg: "maps"}, {Pkg: "math"}, {Pkg: "math/bits"}, {Pkg: "math/rand"}, {Pkg: "math/rand/v2"},
		{Pkg: "mime"}, {Pkg: "net"}, {Pkg: "net/url"}, {Pkg: "os"}, {Pkg: "os/signal"}, {Pkg: "path"}, {Pkg: "path/filepath"},
		{Pkg: "runtime"}, {Pkg: "runtime/debug"}, {Pkg: "slices"}, {Pkg: "sort"}, {Pkg: "strconv"}, {Pkg: "strings"},
		{Pkg: "sync"}, {Pkg: "sync/atomic"}, {Pkg: "syscall"}, {Pkg: "time"}, {Pkg: "unicode"}, {Pkg: "unicode/utf8"},
		{Pkg: "net/http", Recv: "Header"},
		// Not Serve and its like: BaseContext, ConnContext and ConnState run on
		// their goroutine.
		{"net/http", "Server", "Close"}, {"net/http", "Server", "Shutdown"}, {"net/http", "Server", "RegisterOnShutdown"}, {"net/http", "Server", "SetKeepAlivesEnabled"},
		{Pkg: "net/http", Name: "StatusText"}, {Pkg: "net/http", Name: "CanonicalHeaderKey"}, {Pkg: "net/http", Name: "DetectContentType"},
	},
	Exits: concat(
		exits(ExitsProcess, "os", "", "Exit"),
		exits(ExitsProcess, "syscall", "", "Exit"),
		exits(ExitsProcess, "golang.org/x/sys/unix", "", "Exit"),
		exits(EndsGoroutine, "runtime", "", "Goexit"),
		exits(LogsFatal, "log", "", "Fatal", "Fatalf", "Fatalln"),
		exits(LogsFatal, "log", "Logger", "Fatal", "Fatalf", "Fatalln"),
		exits(Panics, "log", "", "Panic", "Panicf", "Panicln"),
		exits(Panics, "log", "Logger", "Panic", "Panicf", "Panicln"),
	),
}
