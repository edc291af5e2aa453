package processexit_test

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/internal/fixture"
	"github.com/prodvet/prodvet/internal/vetjson"
)

var update = flag.Bool("update", false, "write the fixtures of the table")

// A row is one call that was executed in a handler, and what came of it: a
// record of testdata/processexit/table/process_exit.csv. Around the handler is
// middleware that recovers, and beside it another request in flight.
type row struct {
	Call, Version string
	Client        string // what the client of the request saw
	Process       string // "alive", or "EXITED with code 1"
	Deferred      string // whether the handler's deferred calls ran
	Other         string // what the client of the other request saw
	Code          string // the handler's statements, or those of a function that returns a server
}

// want returns the kinds of finding that agree with what came of the row, none
// if silence does: it is decided by what was seen, not by what was called.
func (r row) want() []string {
	switch {
	case strings.HasPrefix(r.Process, "EXITED"):
		return []string{"exit", "fatal-log"}
	case strings.HasPrefix(r.Client, "no response"), strings.Contains(r.Client, "timeout body"):
		return []string{"goexit"} // nobody answers; the process lives
	}
	return nil
}

// differs are the rows that the rule does not decide as they were run, with the
// reason.
var differs = map[string]string{}

// TestTable holds the rule against the table of what was run.
func TestTable(t *testing.T) {
	rows := readTable(t)
	name := filepath.Join(fixture.Testdata(t), "processexit", "table", "table.go")
	found := make(map[string][]vetjson.Diagnostic) // by function
	for _, d := range fixture.Vet(t, fixture.Testdata(t), []string{"-processexit"}, "./processexit/table")["processexit"] {
		fn := strings.TrimPrefix(fixture.Enclosing(t, d), name+" ")
		found[fn] = append(found[fn], d)
	}
	for i, r := range rows {
		fn := rowName(i)
		got, want := found[fn], r.want()
		delete(found, fn)
		ok := len(got) == 0 && want == nil || len(got) == 1 && slices.Contains(want, got[0].Category)
		reason, excused := differs[fn]
		switch {
		case ok && excused:
			t.Errorf("%s: %s is decided: take it out of differs", fn, r.Call)
		case ok:
			t.Logf("same %s: %s", fn, r.Call)
		case excused:
			t.Logf("DIFF %s: %s: %s", fn, r.Call, reason)
		default:
			t.Errorf("DIFF %s: %s\n\tcame of it: %s; %s\n\twant %q, got %v", fn, r.Call, r.Process, r.Client, want, got)
		}
	}
	for fn, ds := range found {
		t.Errorf("%s: findings outside the rows: %v", fn, ds)
	}
}

// TestTableFixtures holds the fixtures against the table. With -update it
// writes them.
func TestTableFixtures(t *testing.T) {
	name := filepath.Join(fixture.Testdata(t), "processexit", "table", "table.go")
	fixture.Generated(t, map[string]string{name: source(t, readTable(t))}, *update, "go test ./analyzers/processexit -run Fixtures -update")
}

func readTable(t *testing.T) []row {
	t.Helper()
	file := filepath.Join(fixture.Testdata(t), "processexit", "table", "process_exit.csv")
	var rows []row
	for _, rec := range fixture.ReadTable(t, file, "call", "version", "client_saw", "process", "deferred_calls_ran", "another_request_in_flight_saw", "code") {
		rows = append(rows, row{rec[0], rec[1], rec[2], rec[3], rec[4], rec[5], rec[6]})
	}
	return rows
}

// rowName returns the name of the function of the row with index i.
func rowName(i int) string { return fmt.Sprintf("Row%02d", i+1) }

const sourceHead = `// Package table holds calls in handlers, each with what came of it when it was
// executed. The rows of process_exit.csv become this file:
// go test ./analyzers/processexit -run Fixtures -update.
package table

import (
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"runtime"
	"syscall"
	"time"

	"github.com/gin-gonic/gin"
	fiber2 "github.com/gofiber/fiber/v2"
	f2rec "github.com/gofiber/fiber/v2/middleware/recover"
	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"k8s.io/klog/v2"
)

// What the rows use.
var (
	nop   = log.New(io.Discard, "", 0)
	zl    = zap.NewNop()
	zp, _ = zap.NewProduction()
	zr    = zerolog.New(io.Discard)
	zr2   = zerolog.New(io.Discard).Level(zerolog.Disabled)
	probe struct {
		Event   func(string)
		HTTP    func(http.Handler) *http.Server
		Listen  func() net.Listener
		Started func(string, func()) *http.Server
	}
)
`

// source returns the fixtures: a function a row.
func source(t *testing.T, rows []row) string {
	t.Helper()
	b := bytes.NewBufferString(sourceHead)
	for i, r := range rows {
		fmt.Fprintf(b, "\n// %s: %s.\n//\n// The client saw %s; the process: %s.\n", rowName(i), r.Call, r.Client, r.Process)
		signature := "(http.ResponseWriter, *http.Request)"
		if strings.Contains(r.Code, "return probe.") {
			signature = "() *http.Server"
		}
		fmt.Fprintf(b, "func %s%s {\n%s\n}\n", rowName(i), signature, strings.ReplaceAll(r.Code, "; ", "\n"))
	}
	out, err := format.Source(b.Bytes())
	if err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	return string(out)
}
