// Package history has the shapes of bugs that public services had and repaired,
// in code of our own.
package history

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
)

var errConflict = errors.New("conflict")

// apiError chooses its status.
type apiError struct {
	status int
	text   string
}

func (e apiError) Error() string { return e.text }

var (
	errNotFound   = apiError{http.StatusNotFound, "not found"}
	errBadRequest = apiError{http.StatusBadRequest, "bad request"}
)

func internal(err error) apiError { return apiError{http.StatusInternalServerError, err.Error()} }

func renderError(ctx context.Context, w http.ResponseWriter, e apiError) {
	data, err := json.Marshal(map[string]any{"status": e.status, "error": e.text})
	if err != nil {
		log.Print(ctx, err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(e.status)
	if _, err := w.Write(data); err != nil {
		log.Print(ctx, err)
	}
}

func renderAlways(w http.ResponseWriter, e apiError) {
	data, err := json.Marshal(map[string]any{"status": e.status, "error": e.text})
	if err != nil {
		data = []byte("{}")
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(e.status)
	_, _ = w.Write(data)
}

type machines interface {
	register(id string) error
	remove(id string) error
	key(id string) ([]byte, error)
}

type server struct{ machines machines }

// post: the cases of a switch answer, and the success follows the switch.
func (s server) post(w http.ResponseWriter, r *http.Request) {
	switch err := s.machines.register(r.FormValue("id")); err {
	case errConflict:
		renderAlways(w, apiError{http.StatusConflict, "there is one"}) // want `renderAlways answers, but post goes on to w.WriteHeader at line 72`
	case nil:
	default:
		renderAlways(w, internal(err)) // want `renderAlways answers, but post goes on to w.WriteHeader at line 72`
	}
	w.WriteHeader(http.StatusCreated)
}

// remove: a check of the request that goes on.
func (s server) remove(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("id")
	if id == "" {
		renderAlways(w, errBadRequest) // want `renderAlways answers, but remove goes on to w.WriteHeader at line 85`
	}
	if err := s.machines.remove(id); err != nil {
		renderAlways(w, internal(err))
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// get: the value that is not there is sent.
func (s server) get(w http.ResponseWriter, r *http.Request) {
	key, err := s.machines.key(r.FormValue("id"))
	if err != nil {
		renderAlways(w, internal(err))
		return
	}
	if key == nil {
		renderAlways(w, errNotFound) // want `renderAlways answers, but get goes on to w.Write at line 98`
	}
	_, _ = w.Write(key)
}

// maybe: the helper does not answer if it cannot encode the error, which does not
// happen.
func (s server) maybe(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("id") == "" {
		renderError(r.Context(), w, errBadRequest) // want `renderError answers, but maybe goes on to w.WriteHeader at line 107`
	}
	w.WriteHeader(http.StatusNoContent)
}

type envelope struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
	Data    any    `json:"data,omitempty"`
}

// errorText answers with 200, and the code in the body.
func errorText(c *gin.Context, text string, code int, verbose ...bool) {
	if len(verbose) > 0 && verbose[0] {
		log.Print(text)
	}
	c.JSON(http.StatusOK, envelope{Code: code, Message: text})
	c.Abort()
}

func success(c *gin.Context, data any) { c.JSON(http.StatusOK, envelope{Code: 200, Data: data}) }

type registrar interface {
	begin(user string) (map[string]any, error)
}

func newRegistrar(c *gin.Context) (registrar, error) { return nil, errors.New(c.Query("user")) }

// begin: the failed value is used.
func begin(c *gin.Context) {
	if c.Query("user") == "" {
		errorText(c, "no user", 403)
		return
	}
	reg, err := newRegistrar(c)
	if err != nil {
		errorText(c, err.Error(), 400) // want `errorText answers, but begin goes on to success at line 147`
	}
	options, err := reg.begin(c.Query("user"))
	if err != nil {
		errorText(c, err.Error(), 400) // want `errorText answers, but begin goes on to success at line 147`
	}
	success(c, options)
}

// choose: the default of a switch answers, with 200.
func choose(c *gin.Context) {
	switch c.Query("driver") {
	case "a", "b":
	default:
		errorText(c, "unsupported driver", 400) // want `errorText answers, but choose goes on to success at line 157`
	}
	success(c, c.Query("driver"))
}

type identity struct{ super bool }

func identify(c *gin.Context) (*identity, error) {
	if c.GetHeader("Authorization") == "" {
		return nil, errors.New("nobody")
	}
	return &identity{super: c.GetHeader("Super") != ""}, nil
}

// authenticate: a branch of a middleware returns, and the chain goes on.
func authenticate(c *gin.Context) {
	who, err := identify(c)
	if err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "who are you?"})
		c.Abort()
		return
	}
	if who.super {
		c.JSON(http.StatusForbidden, gin.H{"error": "not for you"}) // want `c.JSON answers, but authenticate returns at line 179 without an abort`
		return
	}
	c.Set("who", who)
	c.Next()
}

// install: what is started in the background, and an answer that says so.
func install(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		log.Print(err)
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `http.Error answers, but install goes on to w.WriteHeader at line 195`
	}
	go func() {
		defer func() { _ = recover() }()
		log.Print(r.Form)
	}()
	w.WriteHeader(http.StatusAccepted)
}

// publish: what could not be decoded is used.
func publish(w http.ResponseWriter, r *http.Request) {
	var body []map[string]string
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		http.Error(w, "bad request", http.StatusBadRequest) // want `http.Error answers, but publish goes on to json.NewEncoder\(…\).Encode at line 204`
	}
	_ = json.NewEncoder(w).Encode(body[0]["name"])
}

func Routes() *gin.Engine {
	r := gin.New()
	r.Use(authenticate)
	r.POST("/begin", begin)
	r.POST("/choose", choose)
	return r
}
