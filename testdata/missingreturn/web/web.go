// Package web has handlers of net/http and chi.
package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/render"

	"example.com/fixtures/missingreturn/respond"
)

type order struct{ ID, Owner string }

func (o *order) ship() {}

type store interface {
	find(id string) (*order, error)
	open(id string) (io.ReadCloser, error)
	save(o *order) error
}

type api struct {
	db      store
	log     *log.Logger
	metrics interface{ count(name string) }
}

func (a *api) fail(w http.ResponseWriter, r *http.Request, err error) {
	a.log.Print(r.URL, err)
	switch {
	case errors.Is(err, respond.ErrNotFound):
		http.Error(w, "not found", http.StatusNotFound)
	default:
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

func (a *api) secondByError(w http.ResponseWriter, r *http.Request) {
	o, err := a.db.find(r.FormValue("id"))
	if err != nil {
		http.Error(w, "no such order", http.StatusNotFound) // want `http.Error answers, but secondByError goes on to json.NewEncoder\(…\).Encode at line 52; return after it`
	}
	_ = json.NewEncoder(w).Encode(o)
}

func (a *api) secondByHelper(w http.ResponseWriter, r *http.Request) {
	o, err := a.db.find(r.FormValue("id"))
	if err != nil {
		a.fail(w, r, err) // want `a.fail answers, but secondByHelper goes on to respond.JSON at line 60`
	}
	respond.JSON(w, http.StatusOK, o)
}

func (a *api) secondByOtherPackage(w http.ResponseWriter, r *http.Request) {
	o, err := a.db.find(r.FormValue("id"))
	if err != nil {
		log.Print(err)
		respond.Fail(w, err) // want `respond.Fail answers, but secondByOtherPackage goes on to respond.JSON at line 69`
	}
	respond.JSON(w, http.StatusOK, o)
}

func (a *api) secondByStatus(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil {
		w.WriteHeader(http.StatusBadRequest) // want `w.WriteHeader sends the status, but secondByStatus goes on to w.WriteHeader at line 77`
	}
	w.WriteHeader(http.StatusOK)
	_, _ = fmt.Fprint(w, n)
}

func (a *api) secondByBody(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil {
		w.WriteHeader(http.StatusBadRequest) // want `w.WriteHeader sends the status, but secondByBody goes on to fmt.Fprint at line 87`
		_, _ = io.WriteString(w, "no number")
	}
	_, _ = fmt.Fprint(w, n)
}

func secondRedirect(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		http.Redirect(w, r, "/login", http.StatusFound) // want `http.Redirect answers, but secondRedirect goes on to io.WriteString at line 94`
	}
	_, _ = io.WriteString(w, "secret")
}

func secondInElse(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet {
		http.Error(w, "GET only", http.StatusMethodNotAllowed) // want `http.Error answers, but secondInElse goes on to w.Write at line 104`
	} else if r.ContentLength > 0 {
		http.Error(w, "no body", http.StatusBadRequest)
		return
	}
	_, _ = w.Write([]byte("ok"))
}

func secondInSwitch(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case http.MethodGet, http.MethodHead:
	default:
		http.Error(w, "GET only", http.StatusMethodNotAllowed) // want `http.Error answers, but secondInSwitch goes on to w.Write at line 113`
	}
	_, _ = w.Write([]byte("ok"))
}

func secondAfterLoop(w http.ResponseWriter, r *http.Request) {
	for _, id := range r.URL.Query()["id"] {
		if id == "" {
			http.Error(w, "empty id", http.StatusBadRequest) // want `http.Error answers, but secondAfterLoop goes on to w.WriteHeader at line 123`
			break
		}
	}
	w.WriteHeader(http.StatusNoContent)
}

func secondByClosure(w http.ResponseWriter, r *http.Request) {
	bad := func(text string) { http.Error(w, text, http.StatusBadRequest) }
	if r.URL.RawQuery == "" {
		bad("no query") // want `bad answers, but secondByClosure goes on to w.Write at line 131`
	}
	_, _ = w.Write([]byte("ok"))
}

func secondUnchecked(w http.ResponseWriter, r *http.Request) {
	var o order
	respond.IfError(w, json.NewDecoder(r.Body).Decode(&o)) // want `respond.IfError answers if the error is not nil, but secondUnchecked goes on to respond.JSON at line 137`
	respond.JSON(w, http.StatusOK, o)
}

func secondInFunctionValue(mux *http.ServeMux, db store) {
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		o, err := db.find(r.URL.Path)
		if err != nil {
			respond.Fail(w, err) // want `respond.Fail answers, but the function in secondInFunctionValue goes on to respond.JSON at line 146`
		}
		respond.JSON(w, http.StatusOK, o)
	})
}

func nextAfterAnswer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			http.Error(w, "who are you?", http.StatusUnauthorized) // want `http.Error answers, but the function in nextAfterAnswer goes on to next.ServeHTTP at line 155, so the next handler runs too; return after it`
		}
		next.ServeHTTP(w, r)
	})
}

func nextAfterStatus(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			w.WriteHeader(http.StatusUnauthorized) // want `w.WriteHeader sends the status, but the function in nextAfterStatus goes on to next at line 164`
		}
		next(w, r)
	}
}

func (a *api) failedValue(w http.ResponseWriter, r *http.Request) {
	o, err := a.db.find(r.FormValue("id"))
	if err != nil {
		a.fail(w, r, err) // want `a.fail answers, but failedValue goes on to use o at line 173, which the failed call returned; return after it`
	}
	o.ship()
}

func (a *api) failedReader(w http.ResponseWriter, r *http.Request) {
	f, err := a.db.open(r.FormValue("id"))
	if err != nil {
		a.fail(w, r, err) // want `a.fail answers, but failedReader goes on to use f at line 181`
	}
	defer f.Close()
}

type record struct{ status string }

func (r *record) success() { r.status = "success" }

func (a *api) effect(w http.ResponseWriter, r *http.Request) {
	rec := &record{status: "failed"}
	o, err := a.db.find(r.FormValue("id"))
	if err != nil {
		a.fail(w, r, err)
		return
	}
	if err := a.db.save(o); err != nil {
		a.fail(w, r, err) // want `a.fail answers, but effect goes on to rec.success at line 198`
	}
	rec.success()
}

// What follows is as it should be.

func okReturns(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		http.Error(w, "POST only", http.StatusMethodNotAllowed)
		return
	}
	_, _ = w.Write([]byte("ok"))
}

func okReturnBehindBoth(w http.ResponseWriter, err error) {
	if err != nil {
		if errors.Is(err, respond.ErrNotFound) {
			http.Error(w, "not found", http.StatusNotFound)
		} else {
			http.Error(w, "internal error", http.StatusInternalServerError)
		}
		return
	}
	_, _ = w.Write([]byte("ok"))
}

func okElse(w http.ResponseWriter, err error) {
	if err != nil {
		respond.Fail(w, err)
	} else {
		_, _ = w.Write([]byte("ok"))
	}
}

func okLastStatement(w http.ResponseWriter, r *http.Request) {
	var o order
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
		respond.Fail(w, err)
	}
}

func (a *api) okLogsAndMeasures(w http.ResponseWriter, r *http.Request) {
	f, err := a.db.open(r.FormValue("id"))
	if err != nil {
		a.fail(w, r, err)
		a.log.Print("open: ", err)
		a.metrics.count("failed")
		return
	}
	if _, err := io.Copy(io.Discard, f); err != nil {
		a.fail(w, r, err)
	}
	if err := f.Close(); err != nil {
		a.log.Print("close: ", err)
	}
	a.metrics.count("opened")
}

func okSameCondition(w http.ResponseWriter, err error) {
	if err != nil {
		respond.Fail(w, err)
	}
	log.Print("answered")
	if err == nil {
		_, _ = w.Write([]byte("ok"))
	}
}

func okNoted(w http.ResponseWriter, r *http.Request) {
	failed := false
	for key, values := range r.URL.Query() {
		if len(values) > 1 {
			http.Error(w, key+" is there twice", http.StatusBadRequest)
			failed = true
			break
		}
	}
	if !failed {
		_, _ = w.Write([]byte("ok"))
	}
}

func okNotedAsValue(w http.ResponseWriter, r *http.Request) {
	var o *order
	if r.FormValue("id") == "" {
		http.Error(w, "no id", http.StatusBadRequest)
		o = nil
	} else {
		o = &order{ID: r.FormValue("id")}
	}
	if o != nil {
		respond.JSON(w, http.StatusOK, o)
	}
}

func okPanics(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength > 1<<20 {
		http.Error(w, "too large", http.StatusRequestEntityTooLarge)
		panic(http.ErrAbortHandler)
	}
	_, _ = w.Write([]byte("ok"))
}

func okHelperPanics(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		respond.Must(w, err)
	}
	_, _ = w.Write([]byte("ok"))
}

func throw(err error) {
	panic(err)
}

func okThrows(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		respond.Fail(w, err)
		throw(http.ErrAbortHandler)
	}
	_, _ = w.Write([]byte("ok"))
}

func okExits(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		respond.Fail(w, err)
		os.Exit(1)
	}
	_, _ = w.Write([]byte("ok"))
}

func okHelperTells(w http.ResponseWriter, r *http.Request) {
	if respond.Check(w, r.ParseForm()) {
		return
	}
	_, _ = w.Write([]byte("ok"))
}

func okHelperToldLater(w http.ResponseWriter, r *http.Request) {
	err := r.ParseForm()
	answered := respond.Check(w, err)
	log.Print(answered)
	if !answered {
		_, _ = w.Write([]byte("ok"))
	}
}

func okHelperMayLeaveIt(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		respond.Sometimes(w, err)
	}
	_, _ = w.Write([]byte("ok"))
}

func okHelperWithoutError(w http.ResponseWriter, r *http.Request) {
	var err error
	respond.IfError(w, err)
	_, _ = w.Write([]byte("ok"))
}

func okLastUnchecked(w http.ResponseWriter, r *http.Request) {
	respond.IfError(w, json.NewEncoder(w).Encode(order{ID: r.FormValue("id")}))
}

func okStatusFirst(w http.ResponseWriter, r *http.Request) {
	report := map[string]string{"db": "ok"}
	if r.FormValue("down") != "" {
		report["db"] = "down"
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	_ = json.NewEncoder(w).Encode(report)
}

func okBodyInPieces(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusNotFound)
	_, _ = io.WriteString(w, "<h1>")
	_, _ = io.WriteString(w, r.URL.Path)
	_, _ = io.WriteString(w, "</h1>")
}

func okPage(pages http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusNotFound)
		pages.ServeHTTP(w, r) // writes the body
	})
}

func okDeferred(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if recover() != nil {
			http.Error(w, "internal error", http.StatusInternalServerError)
		}
	}()
	_, _ = w.Write([]byte(r.URL.Path))
}

func okDeferredAfter(w http.ResponseWriter, r *http.Request) {
	defer func() { _, _ = io.WriteString(w, "\n") }()
	if r.Method != http.MethodGet {
		http.Error(w, "GET only", http.StatusMethodNotAllowed)
		return
	}
	_, _ = w.Write([]byte("ok"))
}

func okRecorder(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rec := httptest.NewRecorder()
		if r.Method != http.MethodGet {
			http.Error(rec, "GET only", http.StatusMethodNotAllowed)
		}
		next.ServeHTTP(w, r)
	})
}

func okOptional(required bool, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			if required {
				http.Error(w, "who are you?", http.StatusUnauthorized)
				return
			}
			log.Print("anonymous")
		}
		next.ServeHTTP(w, r)
	})
}

// okReturnsStatus is a handler whose wrapper answers.
func okReturnsStatus(_ http.ResponseWriter, r *http.Request) (int, error) {
	if err := r.ParseForm(); err != nil {
		return http.StatusBadRequest, err
	}
	return 0, nil
}

func okStream(w http.ResponseWriter, lines <-chan string) {
	for line := range lines {
		if _, err := io.WriteString(w, line); err != nil {
			log.Print(err)
		}
	}
}

func (a *api) okCheckedAgain(w http.ResponseWriter, r *http.Request) {
	o, err := a.db.find(r.FormValue("id"))
	if err != nil {
		a.fail(w, r, err)
	}
	if o != nil {
		o.ship()
	}
}

func (a *api) okReplaced(w http.ResponseWriter, r *http.Request) {
	o, err := a.db.find(r.FormValue("id"))
	if err != nil {
		a.fail(w, r, err)
		o = &order{}
	}
	o.ship()
}

func okRender(w http.ResponseWriter, r *http.Request) {
	render.Status(r, http.StatusTeapot)
	render.JSON(w, r, map[string]string{"error": "teapot"})
}

type statusWriter struct {
	http.ResponseWriter
	wrote bool
}

func (s *statusWriter) WriteHeader(code int) {
	s.wrote = true
	s.ResponseWriter.WriteHeader(code)
}

func okAsksWriter(w http.ResponseWriter, r *http.Request) {
	sw := &statusWriter{ResponseWriter: w}
	if err := r.ParseForm(); err != nil {
		http.Error(sw, "bad form", http.StatusBadRequest)
	}
	if !sw.wrote {
		sw.WriteHeader(http.StatusNoContent)
	}
}

func routes(a *api, pages http.Handler) http.Handler {
	r := chi.NewRouter()
	r.Use(nextAfterAnswer, okOptionalMiddleware)
	r.Get("/", a.secondByError)
	return r
}

func okOptionalMiddleware(next http.Handler) http.Handler { return okOptional(false, next) }
