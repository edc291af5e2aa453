package gopls_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/textproto"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// patience is how long the test waits for an answer, on a loaded machine.
const patience = 3 * time.Minute

// client is an editor: it speaks the Language Server Protocol to a gopls over
// its standard input and output. Whatever else gopls prints fails the test.
type client struct {
	t     *testing.T
	stdin io.WriteCloser

	writing sync.Mutex // held while a message is written

	mu        sync.Mutex // protects the rest
	changed   chan struct{}
	settings  map[string]any
	lastID    int
	answers   map[int]message
	published map[string]publication // by URI
	err       error                  // why nothing more can be read
}

// message is a request, a notification or an answer of JSON-RPC.
type message struct {
	ID     json.RawMessage `json:"id,omitempty"`
	Method string          `json:"method,omitempty"`
	Params json.RawMessage `json:"params,omitempty"`
	Result json.RawMessage `json:"result,omitempty"`
	Error  json.RawMessage `json:"error,omitempty"`
}

type position struct{ Line, Character int }

// span is a Range of the protocol.
type span struct{ Start, End position }

type diagnostic struct {
	Range           span
	Severity        int
	Code            string
	CodeDescription struct{ Href string }
	Source          string
	Message         string

	raw json.RawMessage // as gopls sent it
}

func (d *diagnostic) UnmarshalJSON(data []byte) error {
	type plain diagnostic
	d.raw = slices.Clone(data)
	return json.Unmarshal(data, (*plain)(d))
}

func (d diagnostic) MarshalJSON() ([]byte, error) { return d.raw, nil }

// publication is the params of textDocument/publishDiagnostics.
type publication struct {
	URI         string
	Version     int
	Diagnostics []diagnostic
}

type textEdit struct {
	Range   span
	NewText string
}

type codeAction struct {
	Title string
	Kind  string
	Edit  *struct {
		DocumentChanges []struct {
			TextDocument struct{ URI string }
			Edits        []textEdit
		}
	}

	raw json.RawMessage
}

func (a *codeAction) UnmarshalJSON(data []byte) error {
	type plain codeAction
	a.raw = slices.Clone(data)
	return json.Unmarshal(data, (*plain)(a))
}

// start starts exe as the language server of the module in dir, and ends it
// with the test.
func start(t *testing.T, exe, dir string) *client {
	t.Helper()
	cmd := exec.Command(exe)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	c := &client{
		t:         t,
		stdin:     stdin,
		changed:   make(chan struct{}),
		settings:  map[string]any{},
		answers:   make(map[int]message),
		published: make(map[string]publication),
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		c.read(bufio.NewReader(stdout))
	}()
	t.Cleanup(func() {
		if !t.Failed() {
			c.call("shutdown", nil, nil)
			c.notify("exit", nil)
		}
		stdin.Close()
		kill := time.AfterFunc(patience, func() { cmd.Process.Kill() })
		defer kill.Stop()
		<-done
		if err := cmd.Wait(); err != nil && !t.Failed() {
			t.Errorf("gopls: %v", err)
		}
		if t.Failed() {
			t.Logf("gopls printed to stderr:\n%s", stderr.Bytes())
		}
	})

	root := uri(dir)
	c.call("initialize", map[string]any{
		"processId":        os.Getpid(),
		"rootUri":          root,
		"workspaceFolders": []any{map[string]any{"uri": root, "name": filepath.Base(dir)}},
		"capabilities": map[string]any{
			"workspace": map[string]any{"configuration": true, "workspaceEdit": map[string]any{"documentChanges": true}},
			"textDocument": map[string]any{
				"publishDiagnostics": map[string]any{"relatedInformation": true, "versionSupport": true, "codeDescriptionSupport": true, "dataSupport": true},
				"codeAction": map[string]any{
					"dataSupport":              true,
					"resolveSupport":           map[string]any{"properties": []string{"edit"}},
					"codeActionLiteralSupport": map[string]any{"codeActionKind": map[string]any{"valueSet": []string{"quickfix"}}},
				},
			},
		},
	}, nil)
	c.notify("initialized", map[string]any{})
	return c
}

func uri(name string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(name)}).String()
}

// read handles the server's messages until there are no more.
func (c *client) read(r *bufio.Reader) {
	for {
		m, err := readMessage(r)
		c.mu.Lock()
		if err == nil {
			err = c.handle(m)
		}
		c.err = err
		close(c.changed)
		c.changed = make(chan struct{})
		c.mu.Unlock()
		if err != nil {
			io.Copy(io.Discard, r) // the server must not block
			return
		}
	}
}

func readMessage(r *bufio.Reader) (m message, err error) {
	header, err := textproto.NewReader(r).ReadMIMEHeader()
	if err != nil {
		return m, err
	}
	n, err := strconv.Atoi(header.Get("Content-Length"))
	if err != nil {
		return m, err
	}
	data := make([]byte, n)
	if _, err := io.ReadFull(r, data); err != nil {
		return m, err
	}
	return m, json.Unmarshal(data, &m)
}

// handle does what a message is about. c.mu is held.
func (c *client) handle(m message) error {
	switch {
	case m.Method == "textDocument/publishDiagnostics":
		var p publication
		if err := json.Unmarshal(m.Params, &p); err != nil {
			return err
		}
		c.published[p.URI] = p
	case m.Method != "" && m.ID != nil:
		var result any
		if m.Method == "workspace/configuration" {
			var p struct{ Items []any }
			if err := json.Unmarshal(m.Params, &p); err != nil {
				return err
			}
			result = slices.Repeat([]any{c.settings}, len(p.Items))
		}
		go c.send(map[string]any{"id": m.ID, "result": result})
	case m.Method == "":
		var id int
		if err := json.Unmarshal(m.ID, &id); err != nil {
			return err
		}
		c.answers[id] = m
	}
	return nil
}

func (c *client) send(m map[string]any) {
	m["jsonrpc"] = "2.0"
	data, err := json.Marshal(m)
	if err != nil {
		panic(err) // a mistake of the test
	}
	c.writing.Lock()
	defer c.writing.Unlock()
	fmt.Fprintf(c.stdin, "Content-Length: %d\r\n\r\n%s", len(data), data) // a failure shows in what is read
}

func (c *client) notify(method string, params any) {
	c.send(map[string]any{"method": method, "params": params})
}

// call sends a request and decodes the answer into result, unless that is nil.
func (c *client) call(method string, params, result any) {
	c.t.Helper()
	c.mu.Lock()
	c.lastID++
	id := c.lastID
	c.mu.Unlock()
	c.send(map[string]any{"id": id, "method": method, "params": params})
	var m message
	c.await(method, func() (ok bool) {
		m, ok = c.answers[id]
		return ok
	})
	if m.Error != nil {
		c.t.Fatalf("%s: %s", method, m.Error)
	}
	if result != nil {
		if err := json.Unmarshal(m.Result, result); err != nil {
			c.t.Fatalf("%s: %v", method, err)
		}
	}
}

// await waits until ok, called with c.mu held, returns true.
func (c *client) await(what string, ok func() bool) {
	c.t.Helper()
	timeout := time.After(patience)
	for {
		c.mu.Lock()
		done, err, changed := ok(), c.err, c.changed
		c.mu.Unlock()
		if done {
			return
		}
		if err != nil {
			c.t.Fatalf("%s: gopls sends no more: %v", what, err)
		}
		select {
		case <-changed:
		case <-timeout:
			c.mu.Lock()
			defer c.mu.Unlock()
			c.t.Fatalf("%s: not within %v; last published: %+v", what, patience, c.published)
		}
	}
}

// configure changes the user's settings of gopls.
func (c *client) configure(settings map[string]any) {
	c.mu.Lock()
	c.settings = settings
	c.mu.Unlock()
	c.notify("workspace/didChangeConfiguration", map[string]any{"settings": map[string]any{}})
}

// document is an open file: a buffer that is never saved.
type document struct {
	c       *client
	uri     string
	version int
	text    string
}

// open opens a file of the disk.
func (c *client) open(name string) *document {
	c.t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		c.t.Fatal(err)
	}
	d := &document{c: c, uri: uri(name), version: 1, text: string(text)}
	c.notify("textDocument/didOpen", map[string]any{
		"textDocument": map[string]any{"uri": d.uri, "languageId": "go", "version": d.version, "text": d.text},
	})
	return d
}

// edit replaces the text of the buffer.
func (d *document) edit(text string) {
	d.version++
	d.text = text
	d.c.notify("textDocument/didChange", map[string]any{
		"textDocument":   map[string]any{"uri": d.uri, "version": d.version},
		"contentChanges": []any{map[string]any{"text": text}},
	})
}

// wait waits until the diagnostics that gopls publishes for the current text
// satisfy ok, and returns them.
func (d *document) wait(what string, ok func([]diagnostic) bool) []diagnostic {
	d.c.t.Helper()
	var p publication
	d.c.await(what, func() bool {
		p = d.c.published[d.uri]
		return p.Version == d.version && ok(p.Diagnostics)
	})
	return p.Diagnostics
}

// quickFixes returns the quick fixes that gopls offers for a diagnostic.
func (d *document) quickFixes(diag diagnostic) []codeAction {
	d.c.t.Helper()
	var actions []codeAction
	d.c.call("textDocument/codeAction", map[string]any{
		"textDocument": map[string]any{"uri": d.uri},
		"range":        diag.Range,
		"context":      map[string]any{"diagnostics": []diagnostic{diag}, "only": []string{"quickfix"}},
	}, &actions)
	for i, a := range actions {
		if a.Edit == nil {
			d.c.call("codeAction/resolve", a.raw, &actions[i])
		}
	}
	return actions
}

// apply returns the text with the edits of an action done, which must be in
// this file.
func (d *document) apply(a codeAction) string {
	d.c.t.Helper()
	if a.Edit == nil {
		d.c.t.Fatalf("%q has no edit", a.Title)
	}
	var edits []textEdit
	for _, change := range a.Edit.DocumentChanges {
		if change.TextDocument.URI != d.uri {
			d.c.t.Fatalf("%q edits %s", a.Title, change.TextDocument.URI)
		}
		edits = append(edits, change.Edits...)
	}
	slices.SortStableFunc(edits, func(a, b textEdit) int { return offset(d.text, b.Range.Start) - offset(d.text, a.Range.Start) })
	text := d.text
	for _, e := range edits { // from the last to the first
		text = text[:offset(d.text, e.Range.Start)] + e.NewText + text[offset(d.text, e.Range.End):]
	}
	return text
}

// offset returns the byte that a position is at. The text is ASCII, in which a
// byte is what the protocol counts as a character.
func offset(text string, p position) int {
	n := 0
	for line := range strings.Lines(text) {
		if p.Line == 0 {
			break
		}
		p.Line--
		n += len(line)
	}
	return n + p.Character
}

// MarshalJSON writes the protocol's names.
func (p position) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, `{"line":%d,"character":%d}`, p.Line, p.Character), nil
}

// MarshalJSON writes the protocol's names.
func (s span) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[string]position{"start": s.Start, "end": s.End})
}
