// Package unpacked has handlers that decompress request bodies.
package unpacked

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"encoding/json"
	"io"
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
)

func badReadAll(_ http.ResponseWriter, r *http.Request) {
	zr, err := gzip.NewReader(r.Body)
	if err != nil {
		return
	}
	b, err := io.ReadAll(zr) // want `io.ReadAll reads all that gzip.NewReader makes of the request body, so a small body can fill the memory; limit what is decompressed, too`
	log.Print(b, err)
}

func badBoundedBefore(w http.ResponseWriter, r *http.Request) {
	zr, err := zlib.NewReader(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		return
	}
	var v struct{ A int }
	log.Print(json.NewDecoder(zr).Decode(&v)) // want `json.NewDecoder decodes all that zlib.NewReader makes of the request body`
}

func badBoundedBody(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
	b, err := io.ReadAll(flate.NewReader(r.Body)) // want `io.ReadAll reads all that flate.NewReader makes`
	log.Print(b, err)
}

func badLimitedBody(_ http.ResponseWriter, r *http.Request) {
	zr, err := gzip.NewReader(io.LimitReader(r.Body, 1<<20))
	if err != nil {
		return
	}
	var buf bytes.Buffer
	_, err = io.Copy(&buf, zr) // want `io.Copy reads all that gzip.NewReader makes`
	log.Print(err)
}

func badIfCompressed(_ http.ResponseWriter, r *http.Request) {
	var reader io.Reader = r.Body
	if r.Header.Get("Content-Encoding") == "gzip" {
		zr, err := gzip.NewReader(r.Body)
		if err != nil {
			return
		}
		reader = zr
	}
	b, err := io.ReadAll(reader) // want `io.ReadAll reads all that gzip.NewReader makes`
	log.Print(b, err)
}

func badPutBack(_ http.ResponseWriter, r *http.Request) {
	zr, err := gzip.NewReader(r.Body)
	if err != nil {
		return
	}
	r.Body = zr
	b, err := io.ReadAll(r.Body) // want `io.ReadAll reads all that gzip.NewReader makes`
	log.Print(b, err)
}

func badReadBefore(w http.ResponseWriter, r *http.Request) {
	b, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		return
	}
	zr, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return
	}
	all, err := io.ReadAll(zr) // want `io.ReadAll reads all that gzip.NewReader makes`
	log.Print(all, err)
}

func badGin(c *gin.Context) {
	zr, err := gzip.NewReader(c.Request.Body)
	if err != nil {
		return
	}
	b, err := io.ReadAll(zr) // want `io.ReadAll reads all that gzip.NewReader makes`
	log.Print(b, err)
}

func badByHelper(_ http.ResponseWriter, r *http.Request) {
	zr, err := gzip.NewReader(r.Body)
	if err != nil {
		return
	}
	log.Print(all(zr)) // want `all reads all that gzip.NewReader makes`
}

func all(r io.Reader) []byte {
	b, _ := io.ReadAll(r)
	return b
}

func okLimited(_ http.ResponseWriter, r *http.Request) {
	zr, err := gzip.NewReader(r.Body)
	if err != nil {
		return
	}
	b, err := io.ReadAll(io.LimitReader(zr, 1<<20))
	log.Print(b, err)
}

func okBoundedAfter(w http.ResponseWriter, r *http.Request) {
	zr, err := gzip.NewReader(r.Body)
	if err != nil {
		return
	}
	b, err := io.ReadAll(http.MaxBytesReader(w, zr, 1<<20))
	log.Print(b, err)
}

func okBoundedBoth(w http.ResponseWriter, r *http.Request) {
	var reader io.Reader = r.Body
	if r.Header.Get("Content-Encoding") == "gzip" {
		zr, err := gzip.NewReader(r.Body)
		if err != nil {
			return
		}
		reader = zr
	}
	reader = io.LimitReader(reader, 1<<20)
	b, err := io.ReadAll(reader)
	log.Print(b, err, w)
}

func okStreamed(w http.ResponseWriter, r *http.Request) {
	zr, err := gzip.NewReader(r.Body)
	if err != nil {
		return
	}
	_, err = io.Copy(io.Discard, zr)
	log.Print(err, w)
}

func okOfResponse(w http.ResponseWriter, _ *http.Request) {
	resp, err := http.Get("https://example.com")
	if err != nil {
		return
	}
	defer resp.Body.Close()
	zr, err := gzip.NewReader(resp.Body)
	if err != nil {
		return
	}
	b, err := io.ReadAll(zr)
	log.Print(b, err, w)
}

func okOwnData(w http.ResponseWriter, _ *http.Request) {
	zr, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return
	}
	b, err := io.ReadAll(zr)
	log.Print(b, err, w)
}

var data []byte

// capped is a reader of the service's own, which may have a limit.
type capped struct {
	io.Reader
	left int
}

func nopeOwnReader(_ http.ResponseWriter, r *http.Request) {
	zr, err := gzip.NewReader(r.Body)
	if err != nil {
		return
	}
	b, err := io.ReadAll(&capped{zr, 100})
	log.Print(b, err)
}

// A test server's, or a worker's.
func nopeNoRequest(r io.Reader) {
	zr, err := gzip.NewReader(r)
	if err != nil {
		return
	}
	b, err := io.ReadAll(zr)
	log.Print(b, err)
}
