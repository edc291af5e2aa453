// Package nethttp is a service on net/http whose errors have the default
// envelope, which it learns from the package that writes it.
package nethttp

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"os"

	"example.com/fixtures/errenvelope/apierr"
)

func okEnvelope(w http.ResponseWriter, r *http.Request) {
	apierr.Write(w, http.StatusBadRequest, "bad request")
}

func badText(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "bad request", http.StatusBadRequest) // want `^http.Error sends text/plain; errors of this service are JSON objects with success, statusCode and message; call apierr.Write$`
}

func badTextOfVariable(w http.ResponseWriter, r *http.Request) {
	code := http.StatusBadRequest
	if r.ContentLength > 1<<20 {
		code = http.StatusRequestEntityTooLarge
	}
	w.WriteHeader(code)
	fmt.Fprintf(w, "cannot read %s", r.URL) // want `^fmt.Fprintf sends a text; errors`
}

func badNotFound(w http.ResponseWriter, r *http.Request) {
	http.NotFound(w, r) // want `^http.NotFound sends text/plain`
}

func badErrorText(w http.ResponseWriter, r *http.Request) {
	if _, err := io.ReadAll(r.Body); err != nil {
		w.WriteHeader(500)
		io.WriteString(w, err.Error()) // want `^io.WriteString sends a text with status 500; errors`
		return
	}
}

func badErrorTextOfAnyStatus(w http.ResponseWriter, r *http.Request) {
	status, err := check(r)
	if err != nil {
		w.WriteHeader(status)
		w.Write([]byte(err.Error())) // want `^w.Write sends a text; errors`
	}
}

func check(r *http.Request) (int, error) { return r.ProtoMajor * 200, errors.New("no") }

func badEmpty(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusInternalServerError) // want `^w.WriteHeader sends status 500 without a body; errors`
}

func badEmptyOnThatPath(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength == 0 {
		w.WriteHeader(http.StatusBadRequest) // want `^w.WriteHeader sends status 400 without a body`
		return
	}
	json.NewEncoder(w).Encode(map[string]int{"n": 1})
}

func badShape(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusConflict)
	json.NewEncoder(w).Encode(map[string]any{"error": "conflict", "code": 7}) // want `^json.NewEncoder\(w\).Encode sends an object with the keys error and code but without success, statusCode and message; errors of this service are JSON objects with success, statusCode and message; call apierr.Write$`
}

func badShapeOfConstant(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusConflict)
	w.Write([]byte(`{"message": "conflict"}`)) // want `sends an object with the key message but without success and statusCode`
}

func badShapeOfFormat(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusConflict)
	fmt.Fprintf(w, `{"error": %q, "id": %d}`, "x", 1) // want `the keys error and id but`
}

type plainError struct {
	Error string `json:"error"`
	cause error
}

func badShapeMarshalled(w http.ResponseWriter, r *http.Request) {
	b, err := json.Marshal(&plainError{Error: "x"})
	if err != nil {
		return
	}
	w.WriteHeader(http.StatusTeapot)
	_, _ = w.Write(b) // want `^w.Write sends an object with the key error but without success, statusCode and message`
}

func badShapeInSteps(w http.ResponseWriter, r *http.Request) {
	m := map[string]any{"success": false}
	m["message"] = "no"
	w.WriteHeader(http.StatusTeapot)
	json.NewEncoder(w).Encode(m) // want `the keys success and message but without statusCode`
}

func badStringOfJSON(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusTeapot)
	json.NewEncoder(w).Encode("no") // want `sends a JSON string; errors`
}

func badType(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusTeapot)
	json.NewEncoder(w).Encode(map[string]any{"success": false, "statusCode": "418", "message": "no"}) // want `sends statusCode as a string, not as a number; call apierr.Write$`
}

// fail is reported once, not at its calls.
func fail(w http.ResponseWriter, message string, status int) {
	w.Header().Set("Content-Type", "text/plain")
	w.WriteHeader(status)
	w.Write([]byte(message)) // want `^w.Write sends a text; errors`
}

func okCallsFail(w http.ResponseWriter, r *http.Request) {
	fail(w, "no", 400)
	fail(w, "no", 500)
}

// failJSON is one of two helpers in a chain.
func failJSON(status int, w http.ResponseWriter, err error) {
	writeJSON(w, status, map[string]string{"error": err.Error()}) // want `^writeJSON sends an object with the key error`
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(v)
}

func writeGeneric[T any](w http.ResponseWriter, status int, v T) {
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(v)
}

func callsJSON(w http.ResponseWriter, r *http.Request) {
	writeJSON(w, 200, map[string]string{"id": "1"})
	writeJSON(w, 404, map[string]string{"msg": "none"}) // want `^writeJSON sends an object with the key msg`
	writeGeneric(w, 404, plainError{})                  // want `^writeGeneric sends an object with the key error`
	failJSON(404, w, errors.New("x"))
}

// reply is for errors and for the rest: its callers are told.
func reply(w http.ResponseWriter, status int, text string) {
	w.WriteHeader(status)
	w.Write([]byte(text))
}

func callsReply(w http.ResponseWriter, r *http.Request) {
	reply(w, 200, "done")
	reply(w, 400, "bad") // want `^reply sends a text with status 400`
}

type api struct{ w http.ResponseWriter }

func (a *api) fail(code int) { http.Error(a.w, http.StatusText(code), code) } // want `^http.Error sends text/plain`

func (a *api) okCalls() { a.fail(400) }

func badClosure(w http.ResponseWriter, r *http.Request) {
	fail := func(code int) {
		w.WriteHeader(code) // want `^w.WriteHeader sends an error status without a body`
	}
	if r.ContentLength == 0 {
		fail(400)
		return
	}
	fail(411)
}

func badMethodValue(w http.ResponseWriter, r *http.Request) {
	send := w.WriteHeader
	send(400) // want `^send sends status 400 without a body`
}

func badRecovers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				http.Error(w, "panic", 500) // want `^http.Error sends text/plain`
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func okRecoversInEnvelope(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				apierr.Write(w, 500, "panic")
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func badMethodNotAllowed(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Allow", "GET")
	http.Error(w, "method not allowed", http.StatusMethodNotAllowed) // want `^http.Error sends text/plain`
}

func nopeAllowHeaderSaysIt(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Allow", "GET")
	w.WriteHeader(http.StatusMethodNotAllowed)
}

func nopeChallenge(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Basic realm="x"`)
	http.Error(w, "unauthorized", http.StatusUnauthorized)
}

func nopeHead(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodHead {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	apierr.Write(w, 404, "not found")
}

func nopeNoError(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("If-None-Match") != "" {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func nopeText(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, "hello")
}

func nopeUnknownStatus(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(r.ProtoMajor)
	fmt.Fprintln(w, "hello")
}

func nopeVariableOfBoth(w http.ResponseWriter, r *http.Request) {
	code := 200
	if r.ContentLength == 0 {
		code = 400
	}
	w.WriteHeader(code)
}

var page = template.Must(template.New("").Parse("{{.}}"))

func nopePage(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength == 0 {
		http.Error(w, "no page", http.StatusNotFound)
		return
	}
	w.WriteHeader(http.StatusInternalServerError)
	page.Execute(w, "sorry")
}

func nopePageConstant(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusInternalServerError)
	io.WriteString(w, "<h1>sorry</h1>")
}

func nopeXML(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusInternalServerError)
	xml.NewEncoder(w).Encode(plainError{})
}

func nopeDeclaredXML(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/xml")
	w.WriteHeader(http.StatusInternalServerError)
	w.Write([]byte("text"))
}

func nopeStream(w http.ResponseWriter, r *http.Request) {
	f, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "no streaming", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/event-stream")
	f.Flush()
}

func nopeRedirects(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength > 0 {
		http.Error(w, "no", 400)
		return
	}
	http.Redirect(w, r, "/", http.StatusFound)
}

func nopeFiles(w http.ResponseWriter, r *http.Request) {
	if _, err := os.Stat("index.html"); err != nil {
		http.NotFound(w, r)
		return
	}
	http.ServeFile(w, r, "index.html")
}

func nopeProxy() *httputil.ReverseProxy {
	return &httputil.ReverseProxy{ErrorHandler: func(w http.ResponseWriter, r *http.Request, err error) {
		w.WriteHeader(http.StatusBadGateway)
	}}
}

func nopePreflight(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Methods", "GET")
	w.WriteHeader(http.StatusForbidden)
}

func nopeOptions(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case http.MethodOptions:
		w.WriteHeader(http.StatusForbidden)
	}
}

func healthz(w http.ResponseWriter, r *http.Request) { // okHealth: probes read the status
	http.Error(w, "database", http.StatusServiceUnavailable)
}

func nopeProbe(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength > 0 {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusOK)
}

func nopeRecorder() {
	rec := httptest.NewRecorder()
	http.Error(rec, "x", 500)
}

func nopeSomebodyElseWrites(w http.ResponseWriter, r *http.Request, render func(http.ResponseWriter)) {
	w.WriteHeader(http.StatusBadRequest)
	render(w)
}

func nopeDeferredBody(w http.ResponseWriter, r *http.Request) {
	defer func() { fmt.Fprint(w, "{}") }()
	w.WriteHeader(http.StatusBadRequest)
}

func nopeUnknownBody(w http.ResponseWriter, r *http.Request, v any, b []byte) {
	w.WriteHeader(http.StatusBadRequest)
	json.NewEncoder(w).Encode(v)
}

func nopeUnknownBytes(w http.ResponseWriter, r *http.Request, b []byte) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusBadRequest)
	w.Write(b)
}

type custom struct{}

func (custom) MarshalJSON() ([]byte, error) { return nil, nil }

func nopeCustomJSON(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusBadRequest)
	json.NewEncoder(w).Encode(custom{})
}

func badMapToHelper(w http.ResponseWriter, r *http.Request) {
	m := map[string]any{"success": false}
	m["detail"] = "x"
	writeJSON(w, 400, m) // want `the keys success and detail but without statusCode and message`
}

func nopeMapFilledElsewhere(w http.ResponseWriter, r *http.Request, fill func(map[string]any)) {
	m := map[string]any{"success": false}
	fill(m)
	w.WriteHeader(http.StatusBadRequest)
	json.NewEncoder(w).Encode(m)
}

func nopeOAuth(w http.ResponseWriter, r *http.Request) {
	writeJSON(w, 400, map[string]string{"error": "invalid_request", "error_description": "no code"})
}

func okOwnMap(w http.ResponseWriter, r *http.Request) {
	writeJSON(w, 400, map[string]any{"success": false, "statusCode": 400, "message": "no", "traceId": "1"})
}

type recorder struct {
	http.ResponseWriter
	status int
}

func (r *recorder) WriteHeader(code int) { // a wrapper does what it is told
	r.status = code
	r.ResponseWriter.WriteHeader(code)
}

type outer struct {
	inner
	Message string `json:"message"`
}

type inner struct {
	Success    bool `json:"success"`
	StatusCode int  `json:"statusCode"`
}

func okEmbedded(w http.ResponseWriter, r *http.Request) {
	writeJSON(w, 400, outer{Message: "no"})
}

var legacyStatus = http.StatusBadGateway

func badPackageVariable(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(legacyStatus) // want `^w.WriteHeader sends status 502 without a body`
}

func badDeferredRecover(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if v := recover(); v != nil {
			apierr.Write(w, 500, "panic")
		}
	}()
	w.WriteHeader(400) // want `^w.WriteHeader sends status 400 without a body`
}

type exchange struct {
	http.ResponseWriter
	*http.Request
}

func (x *exchange) refuse(text string) {
	x.WriteHeader(400)
	x.ResponseWriter.Write([]byte(text)) // want `^x.ResponseWriter.Write sends a text with status 400`
}

func nopeRouteOfCheck(mux *http.ServeMux, ready func() error) {
	mux.HandleFunc("GET /ready", func(w http.ResponseWriter, r *http.Request) {
		if err := ready(); err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
		}
	})
	mux.HandleFunc("GET /orders", func(w http.ResponseWriter, r *http.Request) {
		if err := ready(); err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable) // want `^http.Error sends text/plain`
		}
	})
}

// parse answers only when it fails.
func parse(w http.ResponseWriter, r *http.Request) bool {
	if r.ContentLength == 0 {
		w.WriteHeader(400) // want `^w.WriteHeader sends status 400 without a body`
		return false
	}
	return true
}

func callsParse(w http.ResponseWriter, r *http.Request) {
	if !parse(w, r) {
		return
	}
	w.WriteHeader(204)
}

// setStatus leaves the body to its callers.
func setStatus(w http.ResponseWriter, code int) { w.WriteHeader(code) }

func okCallsSetStatus(w http.ResponseWriter, r *http.Request) {
	setStatus(w, 400)
	json.NewEncoder(w).Encode(outer{})
}

func badJoined(w http.ResponseWriter, r *http.Request) {
	code := statusOf(r)
	w.WriteHeader(code)
	fmt.Fprint(w, "failed: ", r.URL) // want `^fmt.Fprint sends a text; errors`
}

func statusOf(r *http.Request) int {
	switch r.Method {
	case "GET":
		return http.StatusBadRequest
	}
	return http.StatusInternalServerError
}

func badEitherWay(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(400)
	if r.ContentLength > 0 {
		w.Write([]byte("too much")) // want `^w.Write sends a text with status 400`
		return
	}
	json.NewEncoder(w).Encode(outer{})
}

func nopePanics(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(500)
	panic(http.ErrAbortHandler)
}

func nopeTextByIntention(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength > 0 {
		http.Error(w, "no body, please", 400)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	fmt.Fprintln(w, "up 1")
}

func badTextOnlyAsError(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength > 0 {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.WriteHeader(400)
		fmt.Fprintln(w, "no body, please") // want `^fmt.Fprintln sends a text with status 400`
		return
	}
	writeJSON(w, 200, outer{})
}

func badShapeOfFileServer(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength > 0 {
		writeJSON(w, 400, map[string]string{"error": "x"}) // want `^writeJSON sends an object with the key error`
		return
	}
	http.ServeFile(w, r, "x")
}

func failDefault(w http.ResponseWriter, status int) {
	if status == 0 {
		status = http.StatusInternalServerError
	}
	w.WriteHeader(status) // want `^w.WriteHeader sends an error status without a body`
}

func callsFailDefault(w http.ResponseWriter, r *http.Request) { failDefault(w, 400) }

type answer struct {
	Error string `json:"error"`
	Code  int    `json:"code"`
}

// failAny is the one place where errors are written.
func failAny(w http.ResponseWriter, err error) {
	a := answer{Error: err.Error()}
	switch {
	case errors.Is(err, os.ErrNotExist):
		a.Code = http.StatusNotFound
	default:
		a.Code = http.StatusInternalServerError
	}
	data, err := json.Marshal(a)
	if err != nil {
		data = []byte("{}")
	}
	w.WriteHeader(a.Code)
	_, _ = w.Write(data) // want `^w.Write sends an object with the keys error and code but without success, statusCode and message`
}

func (a *answer) set(code int) { a.Code = code }

func nopeFieldSetElsewhere(w http.ResponseWriter, r *http.Request) {
	a := answer{Code: 400}
	a.set(200)
	w.WriteHeader(a.Code)
	json.NewEncoder(w).Encode(a)
}
