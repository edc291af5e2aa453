// Package silent has statuses that come from elsewhere and are no errors that it
// makes.
package silent

import (
	"encoding/json"
	"net/http"
)

// envelope is what clients read.
//
//prodvet:envelope
type envelope struct {
	Status int    `json:"-"`
	Reason string `json:"reason"`
}

type upstream struct {
	Status int
	Body   json.RawMessage
}

func fetch(url string) (*upstream, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	u := &upstream{Status: resp.StatusCode}
	return u, json.NewDecoder(resp.Body).Decode(&u.Body)
}

func okForwards(w http.ResponseWriter, r *http.Request) {
	u, err := fetch("https://example.com")
	if err != nil {
		writeError(w, &envelope{http.StatusBadGateway, "bad gateway"})
		return
	}
	w.WriteHeader(u.Status)
	w.Write([]byte("forwarded"))
}

type page struct {
	status int
	text   string
}

func okPages(w http.ResponseWriter, r *http.Request) {
	p := page{http.StatusOK, "hello"}
	if r.URL.Path != "/" {
		p = page{http.StatusCreated, "new"}
	}
	send(w, p)
}

func send(w http.ResponseWriter, p page) {
	w.WriteHeader(p.status)
	w.Write([]byte(p.text))
}

func writeError(w http.ResponseWriter, e *envelope) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(e.Status)
	json.NewEncoder(w).Encode(e)
}
