/*
Package bodylimit defines an analyzer that reports request bodies which are
read without a bound.

# Analyzer bodylimit

bodylimit: report request bodies that are read without a bound

It reports reads of a request's body to which nothing sets an end: neither
the handler, nor the middleware around it, nor the framework.

A client decides how long its body is. A handler that takes it into memory
takes what the client sends, and a few clients that each send gigabytes end
the process, with all other requests in it. json.Decoder is no better than
io.ReadAll: it keeps a value until it is complete, and one string can be as
long as the body.

What reads a body are io.ReadAll, bytes.Buffer.ReadFrom and io.Copy into
memory, the decoders of JSON, XML, YAML and other formats, gin's, echo's,
iris' and kratos' binding, go-chi/render, the forms with files of net/http,
whose files go to the disk, and the project's own functions that are given
r.Body and read it.

What bounds it are http.MaxBytesReader, in the handler or in a function that
it calls before, http.MaxBytesHandler, the body limits of chi, echo, gin and
iris, the project's own middleware that does the like, known from its body,
and a check of r.ContentLength. Which middleware runs around which handler is
known from the routers, as in middlewareorder. The limits that fiber, hertz,
huma, go-zero, beego and goframe have without being told count as the bounds
that they are; where one is switched off, that is reported.

If most handlers of a server read bodies without a limit, that is one
finding, where the server's router is made: a limit for all is one line
there. If most have one, each read without is reported where it is. Routes
for GET, HEAD and OPTIONS do not count. Handlers behind authentication do:
whoever has an account can fill the memory.

Two things are reported whatever runs around the handler, since no limit of
the body helps: what is decompressed without a limit, and a body that
io.LimitReader cuts short before it is decoded.

# Example

	package main

	import (
		"compress/gzip"
		"encoding/json"
		"io"
		"log"
		"net/http"
	)

	type order struct{ ID string }

	func create(w http.ResponseWriter, r *http.Request) {
		var o order
		if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
			http.Error(w, "no order", http.StatusBadRequest)
		}
	}

	func update(w http.ResponseWriter, r *http.Request) {
		var o order
		body := io.LimitReader(r.Body, 1<<20)
		if err := json.NewDecoder(body).Decode(&o); err != nil { // want `json.NewDecoder gets a longer body cut short, so the client is told of a syntax error and not of the limit; use http.MaxBytesReader`
			http.Error(w, "no order", http.StatusBadRequest)
		}
	}

	func load(w http.ResponseWriter, r *http.Request) {
		zr, err := gzip.NewReader(http.MaxBytesReader(w, r.Body, 1<<20))
		if err != nil {
			http.Error(w, "not compressed", http.StatusBadRequest)
			return
		}
		orders, err := io.ReadAll(zr) // want `io.ReadAll reads all that gzip.NewReader makes of the request body, so a small body can fill the memory; limit what is decompressed, too`
		if err != nil {
			http.Error(w, "not compressed", http.StatusBadRequest)
			return
		}
		log.Printf("%d bytes", len(orders))
	}

	func main() {
		mux := http.NewServeMux() // want `mux sets no limit to request bodies, so create reads as much as a client sends \(.*\); serve http.MaxBytesHandler\(mux, 1<<20\)`
		mux.HandleFunc("POST /orders", create)
		mux.HandleFunc("PUT /orders", update)
		mux.HandleFunc("POST /load", load)
		log.Fatal(http.ListenAndServe(":8080", mux))
	}

Use instead:

	package main

	import (
		"compress/gzip"
		"encoding/json"
		"errors"
		"io"
		"log"
		"net/http"
	)

	type order struct{ ID string }

	func create(w http.ResponseWriter, r *http.Request) {
		var o order
		err := json.NewDecoder(r.Body).Decode(&o)
		if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
			http.Error(w, "order too large", http.StatusRequestEntityTooLarge)
			return
		}
		if err != nil {
			http.Error(w, "no order", http.StatusBadRequest)
		}
	}

	func load(w http.ResponseWriter, r *http.Request) {
		zr, err := gzip.NewReader(r.Body)
		if err != nil {
			http.Error(w, "not compressed", http.StatusBadRequest)
			return
		}
		const limit = 16 << 20
		orders, err := io.ReadAll(io.LimitReader(zr, limit+1))
		if err != nil || len(orders) > limit {
			http.Error(w, "too large, or not compressed", http.StatusBadRequest)
			return
		}
		log.Printf("%d bytes", len(orders))
	}

	func main() {
		mux := http.NewServeMux()
		mux.HandleFunc("POST /orders", create)
		mux.HandleFunc("POST /load", load)
		log.Fatal(http.ListenAndServe(":8080", http.MaxBytesHandler(mux, 1<<20)))
	}

# Kinds

  - no-limit: a router on most of whose routes nothing bounds the bodies that
    handlers read. It stands where the router is made; the reads are related
    positions.
  - unbounded-read: a read without a bound, on a server whose other handlers
    have one.
  - decompressed: what is decompressed from a body is read without a bound.
  - truncated: a body that is longer than a LimitReader's limit is decoded as
    far as it goes.
  - limit-off: the limit that a framework has by itself is set to a constant
    that means none, or to 2 GiB and more.

# What it does not report

  - Handlers whose routes are not known, or that unknown code can have put a
    limit around: a router that is handed to functions which are not seen,
    middleware in variables, handlers that are looked up by reflection or in a
    map.
  - Handlers of http.DefaultServeMux, and those that are served without a router.
  - What the middleware of a library decompresses, as echo's Decompress does.
  - Routers that are not served where they are made. The prodvet command reports
    one in a program that serves no other and has no limit anywhere.
  - Routers of packages whose servers all listen on localhost or 127.0.0.1, as a
    constant, and packages of examples, tests and mocks, by their path.
  - Bodies that are copied to a file, to another service or to a hash, and
    parts that MultipartReader hands out one by one: they are not in memory.
  - Forms without files: net/http reads at most 10 MB of one, and FormValue and
    PostFormValue are for those.
  - Decoders of which a program asks token by token.
  - Readers that come out of functions which are not known, and requests that
    are kept in a field, unless the response is kept beside it.
  - What a client reads of a response, reverse proxies, and bodies that were
    read before and are put back.
  - A LimitReader's bytes that are not decoded, as a preview for a log, or whose
    length is compared.
  - Limits from a configuration, however high.

# Known problems

Calls through interfaces, and handlers of other packages, only the prodvet
command follows, by its link step. Run by go vet, golangci-lint or gopls, the
rule reports a server with the handlers of the package in which it is made.

A limit that a reverse proxy has in front of the service is not seen. Where
the service is never reached without it, a //lint:ignore at the router says
so.

A function that bounds the body that it is given is taken to do so before it
reads, and a check of r.ContentLength for one that refuses chunked bodies.

# Fix

None: how long a body may be is yours to decide.

# References

  - https://pkg.go.dev/net/http#MaxBytesReader
  - https://pkg.go.dev/net/http#MaxBytesHandler
  - https://cwe.mitre.org/data/definitions/409.html
  - https://cwe.mitre.org/data/definitions/770.html
*/
package bodylimit
