package bare

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

func okMaxBytesHandler() error {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /orders", create)
	return http.ListenAndServe(":80", http.MaxBytesHandler(mux, 1<<20))
}

func okRequestSize(a *api) error {
	r := chi.NewRouter()
	r.Use(middleware.RequestSize(1 << 20))
	r.Post("/a", a.readAll)
	r.Post("/b", a.form)
	return http.ListenAndServe(":80", r)
}

func limited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
		next.ServeHTTP(w, r)
	})
}

func okOwnMiddleware(a *api) error {
	r := chi.NewRouter()
	r.Use(limited)
	r.Post("/a", a.readAll)
	return http.ListenAndServe(":80", r)
}

func refusing(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ContentLength < 0 || r.ContentLength > 1<<20 {
			w.WriteHeader(http.StatusRequestEntityTooLarge)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func okRefusesByLength(a *api) error {
	r := chi.NewRouter()
	r.Use(refusing)
	r.Post("/a", a.readAll)
	return http.ListenAndServe(":80", r)
}

func okWithForOneRoute(a *api) error {
	r := chi.NewRouter()
	r.With(limited).Post("/a", a.readAll)
	return http.ListenAndServe(":80", r)
}

func okAroundTheHandler(a *api) error {
	r := chi.NewRouter()
	r.Method("POST", "/a", limited(http.HandlerFunc(a.readAll)))
	return http.ListenAndServe(":80", r)
}

func okOnlyGet() error {
	r := chi.NewRouter()
	r.Get("/orders", create)
	return http.ListenAndServe(":80", r)
}

func bounds(w http.ResponseWriter, r *http.Request) {
	var o order
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
	log.Print(json.NewDecoder(r.Body).Decode(&o))
}

func boundsByHelper(w http.ResponseWriter, r *http.Request) {
	limit(w, r)
	body, err := io.ReadAll(r.Body)
	log.Print(body, err)
}

func limit(w http.ResponseWriter, r *http.Request) { r.Body = http.MaxBytesReader(w, r.Body, 1<<20) }

func boundsInVariable(w http.ResponseWriter, r *http.Request) {
	body := http.MaxBytesReader(w, r.Body, 1<<20)
	b, err := io.ReadAll(body)
	log.Print(b, err)
}

func boundsForCallee(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
	create(w, r)
}

func checksLength(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength > 1<<20 {
		w.WriteHeader(http.StatusRequestEntityTooLarge)
		return
	}
	b, err := io.ReadAll(r.Body)
	log.Print(b, err)
}

func webhook(w http.ResponseWriter, r *http.Request) {
	const maxBody = int64(65536)
	r.Body = http.MaxBytesReader(w, r.Body, maxBody)
	payload, err := io.ReadAll(r.Body)
	if err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	log.Print(payload)
}

func okBoundedInHandlers() error {
	r := chi.NewRouter()
	r.Post("/a", bounds)
	r.Post("/b", boundsByHelper)
	r.Post("/c", boundsInVariable)
	r.Post("/d", boundsForCallee)
	r.Post("/e", checksLength)
	r.Post("/f", webhook)
	return http.ListenAndServe(":80", r)
}

func toFile(_ http.ResponseWriter, r *http.Request) {
	f, err := os.CreateTemp("", "")
	if err != nil {
		return
	}
	_, err = io.Copy(f, r.Body)
	log.Print(err)
}

func toHash(_ http.ResponseWriter, r *http.Request) {
	h := sha256.New()
	_, err := io.Copy(h, r.Body)
	log.Print(h.Sum(nil), err)
}

func discards(_ http.ResponseWriter, r *http.Request) { _, _ = io.Copy(io.Discard, r.Body) }

func streams(_ http.ResponseWriter, r *http.Request) {
	dec := json.NewDecoder(r.Body)
	if _, err := dec.Token(); err != nil {
		return
	}
	for dec.More() {
		var o order
		if dec.Decode(&o) != nil {
			return
		}
	}
}

func parts(_ http.ResponseWriter, r *http.Request) {
	mr, err := r.MultipartReader()
	if err != nil {
		return
	}
	for {
		p, err := mr.NextPart()
		if err != nil {
			return
		}
		_, _ = io.Copy(io.Discard, p)
	}
}

func formValues(_ http.ResponseWriter, r *http.Request) {
	if r.ParseForm() == nil {
		log.Print(r.FormValue("a"), r.PostFormValue("b"))
	}
}

func ofResponse(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodPost, "https://example.com", r.Body)
	if err != nil {
		return
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	log.Print(b, err)
	var o order
	log.Print(json.NewDecoder(resp.Body).Decode(&o), w)
}

func ofOwnRequest(_ http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodPost, "https://example.com", bytes.NewReader(nil))
	if err != nil {
		return
	}
	b, err := io.ReadAll(req.Body)
	log.Print(b, err)
}

func okNotInMemory(target *url.URL) error {
	r := chi.NewRouter()
	r.Post("/a", toFile)
	r.Post("/b", toHash)
	r.Post("/c", discards)
	r.Post("/d", streams)
	r.Post("/e", parts)
	r.Post("/f", formValues)
	r.Post("/g", ofResponse)
	r.Post("/h", ofOwnRequest)
	r.Handle("/i", httputil.NewSingleHostReverseProxy(target))
	return http.ListenAndServe(":80", r)
}

// A router that another function may put a limit around.
func nopeReturned(a *api) http.Handler {
	r := chi.NewRouter()
	r.Post("/a", a.readAll)
	return r
}

// Middleware that is not seen.
func nopeUnknownMiddleware(a *api, mw func(http.Handler) http.Handler) error {
	r := chi.NewRouter()
	r.Use(mw)
	r.Post("/a", a.readAll)
	return http.ListenAndServe(":80", r)
}

type starter interface{ Start(http.Handler) error }

func nopeNotServedHere(a *api, s starter) error {
	r := chi.NewRouter()
	r.Post("/a", a.readAll)
	return s.Start(r)
}

func nopeSuppressedRouter() error {
	//lint:ignore bodylimit the ingress refuses what is longer than 1 MB
	r := chi.NewRouter()
	r.Post("/a", create)
	return http.ListenAndServe(":80", r)
}

func suppressed(_ http.ResponseWriter, r *http.Request) {
	//lint:ignore bodylimit for the tool that imports orders
	b, err := io.ReadAll(r.Body)
	log.Print(b, err)
}

func nopeSuppressedRead() error {
	r := chi.NewRouter()
	r.Post("/a", suppressed)
	return http.ListenAndServe(":80", r)
}

func putsBack(_ http.ResponseWriter, r *http.Request) {
	r.Body = io.NopCloser(bytes.NewReader([]byte("x")))
	b, err := io.ReadAll(r.Body)
	log.Print(b, err)
}

func okReadsItsOwn() error {
	r := chi.NewRouter()
	r.Post("/a", putsBack)
	return http.ListenAndServe(":80", r)
}

type transport struct{ http.RoundTripper }

func background(ctx context.Context, r io.Reader) ([]byte, error) { return io.ReadAll(r) }

type failure struct{ error }

// fail knows of bodies that are too large, which limits nothing.
func fail(w http.ResponseWriter, err error) {
	if _, ok := err.(failure); ok {
		w.WriteHeader(http.StatusRequestEntityTooLarge)
	}
}

func allowed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			fail(w, http.ErrNoCookie)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func badMiddlewareWithStatus() error {
	r := chi.NewRouter() // want `r sets no limit to request bodies, so create reads as much as a client sends`
	r.Use(allowed)
	r.Post("/a", create)
	return http.ListenAndServe(":80", r)
}

// guard is middleware that is given the handler itself, which reads the body.
func guard(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.ContentLength > 0 {
			next(w, r)
		}
	}
}

func bounded(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
		next(w, r)
	}
}

func okBoundedInside() error {
	r := chi.NewRouter()
	r.Post("/a", guard(bounded(create)))
	return http.ListenAndServe(":80", r)
}
