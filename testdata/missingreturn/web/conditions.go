package web

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"

	"example.com/fixtures/missingreturn/respond"
)

// What is known on the way from an answer on.

func okConstant(w http.ResponseWriter, r *http.Request) {
	code := http.StatusOK
	if r.ContentLength < 0 {
		code = http.StatusLengthRequired
		http.Error(w, "how long?", code)
	}
	if code == http.StatusOK {
		_, _ = w.Write([]byte("ok"))
	}
}

func okTag(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case http.MethodGet:
	case http.MethodPost:
		http.Error(w, "not yet", http.StatusNotImplemented)
	}
	if r.Method != http.MethodPost {
		_, _ = w.Write([]byte("ok"))
	}
}

func okIs(w http.ResponseWriter, err error) {
	if errors.Is(err, respond.ErrNotFound) {
		respond.Fail(w, err)
	}
	if err == nil {
		_, _ = w.Write([]byte("ok"))
	}
}

func okFound(w http.ResponseWriter, orders map[string]*order, id string) {
	o, ok := orders[id]
	if !ok {
		http.Error(w, "no such order", http.StatusNotFound)
	}
	if ok && o.Owner != "" {
		respond.JSON(w, http.StatusOK, o)
	}
}

func okBoth(w http.ResponseWriter, guest, closed bool) {
	if guest && closed {
		http.Error(w, "closed", http.StatusForbidden)
	}
	if !guest || !closed {
		_, _ = w.Write([]byte("ok"))
	}
}

func okLabel(w http.ResponseWriter, lines [][]string) {
all:
	for _, words := range lines {
		for _, word := range words {
			if word == "" {
				http.Error(w, "an empty word", http.StatusBadRequest)
				break all
			}
		}
	}
}

func okSelect(w http.ResponseWriter, r *http.Request, done <-chan string) {
	select {
	case text := <-done:
		_, _ = io.WriteString(w, text)
	case <-r.Context().Done():
		http.Error(w, "too late", http.StatusServiceUnavailable)
	}
}

func okNextItem(w http.ResponseWriter, ids []string, orders map[string]*order) {
	for _, id := range ids {
		if orders[id] == nil {
			respond.JSON(w, http.StatusNotFound, id)
			continue
		}
		respond.JSON(w, http.StatusOK, orders[id])
	}
}

func assignedAgain(w http.ResponseWriter, orders map[string]*order, id string) {
	o, ok := orders[id]
	if !ok {
		http.Error(w, "no such order", http.StatusNotFound) // want `http.Error answers, but assignedAgain goes on to respond.JSON at line 102`
		o, ok = orders["default"]
	}
	if ok {
		respond.JSON(w, http.StatusOK, o)
	}
}

func otherError(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, respond.ErrNotFound) {
		respond.Fail(w, err) // want `respond.Fail answers, but otherError goes on to respond.Fail at line 111`
	}
	if err != nil {
		respond.Fail(w, err)
	}
}

func oneOfTwo(w http.ResponseWriter, guest, closed bool) {
	if guest || closed {
		http.Error(w, "closed", http.StatusForbidden) // want `http.Error answers, but oneOfTwo goes on to w.Write at line 120`
	}
	if guest {
		_, _ = w.Write([]byte("come back tomorrow"))
	}
}

func fallsThrough(w http.ResponseWriter, kind string) {
	switch kind {
	case "":
		http.Error(w, "no kind", http.StatusBadRequest) // want `http.Error answers, but fallsThrough goes on to w.Write at line 130`
		fallthrough
	case "json":
		_, _ = w.Write([]byte("{}"))
	}
}

func inSelect(w http.ResponseWriter, r *http.Request, done <-chan string) {
	text := ""
	select {
	case text = <-done:
	case <-r.Context().Done():
		http.Error(w, "too late", http.StatusServiceUnavailable) // want `http.Error answers, but inSelect goes on to io.WriteString at line 141`
	}
	_, _ = io.WriteString(w, text)
}

type page[T any] struct{ items []T }

func (p page[T]) fail(w http.ResponseWriter) { http.Error(w, "no page", http.StatusNotFound) }

func generic[T any](w http.ResponseWriter, p page[T]) {
	if len(p.items) == 0 {
		p.fail(w) // want `p.fail answers, but generic goes on to respond.JSON at line 152`
	}
	respond.JSON(w, http.StatusOK, p.items)
}

func methodValue(w http.ResponseWriter, p page[int]) {
	fail := p.fail
	if len(p.items) == 0 {
		fail(w) // want `fail answers, but methodValue goes on to respond.JSON at line 160`
	}
	respond.JSON(w, http.StatusOK, p.items)
}

func okCannotWrite(w http.ResponseWriter, text string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusBadRequest)
	if err := json.NewEncoder(w).Encode(map[string]string{"error": text}); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func okCannotWriteText(w http.ResponseWriter, text string) {
	w.WriteHeader(http.StatusNotFound)
	_, err := io.WriteString(w, text)
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
}
