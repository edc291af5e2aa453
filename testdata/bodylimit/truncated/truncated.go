// Package truncated has handlers that cut bodies short.
package truncated

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"log"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
)

type order struct{ ID string }

func badDecoder(_ http.ResponseWriter, r *http.Request) {
	var o order
	log.Print(json.NewDecoder(io.LimitReader(r.Body, 1<<20)).Decode(&o)) // want `json.NewDecoder gets a longer body cut short, so the client is told of a syntax error and not of the limit; use http.MaxBytesReader`
}

func badVariable(_ http.ResponseWriter, r *http.Request) {
	var o order
	body := io.LimitReader(r.Body, 1<<20)
	log.Print(xml.NewDecoder(body).Decode(&o)) // want `xml.NewDecoder gets a longer body cut short`
}

func badUnmarshal(_ http.ResponseWriter, r *http.Request) {
	var o order
	b, err := io.ReadAll(io.LimitReader(r.Body, 1<<20)) // want `io.ReadAll gets a longer body cut short`
	if err != nil {
		return
	}
	log.Print(json.Unmarshal(b, &o))
}

func badLimitedReader(_ http.ResponseWriter, r *http.Request) {
	var o order
	log.Print(json.NewDecoder(&io.LimitedReader{R: r.Body, N: 1 << 20}).Decode(&o)) // want `json.NewDecoder gets a longer body cut short`
}

func badHelper(_ http.ResponseWriter, r *http.Request) {
	var o order
	log.Print(decode(io.LimitReader(r.Body, 1<<20), &o)) // want `decode gets a longer body cut short`
}

func decode(r io.Reader, v any) error { return json.NewDecoder(r).Decode(v) }

func badGin(c *gin.Context) {
	var o order
	log.Print(json.NewDecoder(io.LimitReader(c.Request.Body, 1<<20)).Decode(&o)) // want `json.NewDecoder gets a longer body cut short`
}

func okMaxBytes(w http.ResponseWriter, r *http.Request) {
	var o order
	log.Print(json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20)).Decode(&o))
}

func okOneMore(w http.ResponseWriter, r *http.Request) {
	var o order
	b, err := io.ReadAll(io.LimitReader(r.Body, 1<<20+1))
	if err != nil {
		return
	}
	if len(b) > 1<<20 {
		w.WriteHeader(http.StatusRequestEntityTooLarge)
		return
	}
	log.Print(json.Unmarshal(b, &o))
}

func okAsksWhatIsLeft(w http.ResponseWriter, r *http.Request) {
	var o order
	body := &io.LimitedReader{R: r.Body, N: 1<<20 + 1}
	err := json.NewDecoder(body).Decode(&o)
	if body.N <= 0 {
		w.WriteHeader(http.StatusRequestEntityTooLarge)
		return
	}
	log.Print(err)
}

func okPreview(_ http.ResponseWriter, r *http.Request) {
	b, err := io.ReadAll(io.LimitReader(r.Body, 1<<10))
	log.Print(b, err)
}

func okDeclared(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength > 1<<20 {
		w.WriteHeader(http.StatusRequestEntityTooLarge)
		return
	}
	var o order
	log.Print(json.NewDecoder(io.LimitReader(r.Body, 1<<20)).Decode(&o))
}

func okBoundedBefore(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
	var o order
	log.Print(json.NewDecoder(io.LimitReader(r.Body, 1<<21)).Decode(&o))
}

func okOfResponse(w http.ResponseWriter, _ *http.Request) {
	resp, err := http.Get("https://example.com")
	if err != nil {
		return
	}
	defer resp.Body.Close()
	var o order
	log.Print(json.NewDecoder(io.LimitReader(resp.Body, 1<<20)).Decode(&o), w)
}

func okOfFile(w http.ResponseWriter, _ *http.Request) {
	f, err := os.Open("order.json")
	if err != nil {
		return
	}
	var o order
	log.Print(json.NewDecoder(io.LimitReader(f, 1<<20)).Decode(&o), w)
}

// A limit that can be switched off is somebody's decision.
func nopeConfigured(limit int64) http.HandlerFunc {
	return func(_ http.ResponseWriter, r *http.Request) {
		var o order
		var body io.Reader = r.Body
		if limit > 0 {
			body = io.LimitReader(r.Body, limit)
		}
		log.Print(json.NewDecoder(body).Decode(&o))
	}
}
