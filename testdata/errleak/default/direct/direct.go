// Package direct has handlers that send what went wrong.
package direct

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"runtime/debug"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/render"

	"example.com/fixtures/errleak/default/store"
)

type API struct{ store *store.Store }

type response struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
	Cause   string `json:"-"`
	detail  string
}

func (a *API) text(w http.ResponseWriter, r *http.Request) {
	name, err := a.store.Find(r.PathValue("id"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `^http.Error sends err.Error\(\) of a.store.Find with status 500, so clients read internal details; log it and send a constant text$`
		return
	}
	fmt.Fprint(w, name)
}

func (a *API) formatted(w http.ResponseWriter, r *http.Request) {
	if _, err := a.store.Find(r.PathValue("id")); err != nil {
		http.Error(w, fmt.Sprintf("lookup: %v", err), 502) // want `^http.Error sends the text of err of a.store.Find with status 502`
		return
	}
	if err := os.Remove("x"); err != nil {
		w.WriteHeader(500)
		fmt.Fprintf(w, "remove: %s", err) // want `^fmt.Fprintf sends the text of err of os.Remove with status 500`
		return
	}
	if err := os.Remove("y"); err != nil {
		w.WriteHeader(500)
		w.Write([]byte("remove: " + err.Error())) // want `^w.Write sends err.Error\(\) of os.Remove with status 500`
	}
}

func steps(w http.ResponseWriter, r *http.Request) {
	_, err := os.Open("x")
	if err != nil {
		status := http.StatusInternalServerError
		wrapped := fmt.Errorf("open: %w", err)
		msg := wrapped.Error()
		var resp response
		resp.Code = status
		resp.Message = strings.ToUpper(msg)
		data, _ := json.Marshal(&resp)
		w.WriteHeader(status)
		w.Write(data) // want `^w.Write sends wrapped.Error\(\) of os.Open with status 500`
		return
	}
	var b strings.Builder
	if err := os.Remove("x"); err != nil {
		b.WriteString("remove: ")
		b.WriteString(err.Error())
		http.Error(w, b.String(), 500) // want `^http.Error sends err.Error\(\) of os.Remove with status 500`
		return
	}
	var buf bytes.Buffer
	if err := os.Remove("y"); err != nil {
		json.NewEncoder(&buf).Encode(response{Message: err.Error()})
		w.WriteHeader(500)
		io.WriteString(w, buf.String()) // want `sends err.Error\(\) of os.Remove with status 500`
		return
	}
	m := map[string]any{"ok": false}
	if err := os.Remove("z"); err != nil {
		m["error"] = err.Error()
		render.Status(r, 500)
		render.JSON(w, r, m) // want `^render.JSON sends err.Error\(\) of os.Remove with status 500`
	}
}

func variable(w http.ResponseWriter, r *http.Request) {
	err := json.NewDecoder(r.Body).Decode(new(int))
	status := http.StatusInternalServerError
	if errors.Is(err, io.EOF) {
		status = http.StatusBadRequest
	}
	if err != nil {
		http.Error(w, err.Error(), status) // want `with status 500`
	}
}

func withStatus(w http.ResponseWriter, r *http.Request) {
	if _, err, status := store.Load(r.URL.Path); err != nil {
		http.Error(w, err.Error(), status) // want `sends err.Error\(\) of store.Load with status 500`
		return
	}
	if _, err, status := store.Again(r.URL.Path); err != nil {
		w.WriteHeader(status)
		w.Write([]byte(err.Error())) // want `sends err.Error\(\) of store.Again with status 500`
	}
}

// okWithStatus: with a status of 503 the text is the service's own.
func okWithStatus(w http.ResponseWriter, r *http.Request) {
	if err, status := store.Parse(r.URL.Path); err != nil {
		http.Error(w, err.Error(), status)
	}
}

func ginJSON(c *gin.Context) {
	if err := os.Remove("x"); err != nil {
		c.JSON(http.StatusInternalServerError, gin.H{"error": gin.H{"message": err.Error()}}) // want `^c.JSON sends err.Error\(\) of os.Remove with status 500`
		return
	}
	if err := os.Remove("y"); err != nil {
		c.AbortWithStatusJSON(500, gin.H{"error": err}) // want `^c.AbortWithStatusJSON sends err of os.Remove with status 500, so clients read the fields of whatever error that is, or nothing; log it and send a constant text$`
		return
	}
	if err := os.Remove("z"); err != nil {
		c.String(500, "failed: %v", err) // want `^c.String sends the text of err of os.Remove`
		return
	}
	c.JSON(500, gin.H{"stack": string(debug.Stack())}) // want `^c.JSON sends the stack with status 500, so clients read how the service is built; log it and send a constant text$`
}

func closures(w http.ResponseWriter, r *http.Request) {
	fail := func(err error, status int) { http.Error(w, err.Error(), status) }
	err := os.Remove("x")
	func() {
		if err != nil {
			http.Error(w, err.Error(), 500) // want `sends err.Error\(\) of os.Remove`
		}
	}()
	if err := os.Remove("y"); err != nil {
		fail(err, 400)
		fail(err, 503) // want `^fail sends the text of err of os.Remove with status 503`
	}
}

func list(w http.ResponseWriter, names []string) {
	var errs []error
	for _, n := range names {
		errs = append(errs, os.Remove(n))
	}
	if err := errors.Join(errs...); err != nil {
		http.Error(w, err.Error(), 500) // want `sends err.Error\(\)`
	}
	for _, err := range errs {
		http.Error(w, err.Error(), 500) // want `sends err.Error\(\)`
	}
}

// ----- what is silent

func okClientError(w http.ResponseWriter, r *http.Request) {
	if err := json.NewDecoder(r.Body).Decode(new(int)); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
	}
}

func okLogged(w http.ResponseWriter, r *http.Request) {
	if err := os.Remove("x"); err != nil {
		log.Print(err.Error())
		http.Error(w, "try again", 500)
	}
}

func okConstants(c *gin.Context) {
	c.JSON(500, gin.H{"error": store.ErrNotFound.Error()})
	c.JSON(500, gin.H{"error": errors.New("no").Error()})
	c.JSON(500, gin.H{"error": http.StatusText(500)})
	err := fmt.Errorf("user %s cannot be served", c.Param("id"))
	c.JSON(503, gin.H{"error": err.Error()})
	if err := store.Check(c.Param("id")); err != nil {
		c.JSON(500, gin.H{"error": err.Error()})
	}
	if err := c.Request.Context().Err(); err != nil {
		c.JSON(503, gin.H{"error": err.Error()})
	}
}

// scans: what fmt returns is no text that it was given.
func scans(w http.ResponseWriter, r *http.Request) {
	var n int
	if _, err := fmt.Sscanf(r.URL.Path, "/%d", &n); err != nil {
		http.Error(w, err.Error(), 500) // want `sends err.Error\(\) of fmt.Sscanf`
	}
}

func okTold(w http.ResponseWriter, s *store.Store) {
	_, err := s.Find("x")
	if errors.Is(err, store.ErrNotFound) || err == store.ErrNotFound {
		http.Error(w, err.Error(), 500)
		return
	}
	if store.IsBusy(err) {
		http.Error(w, err.Error(), 503)
		return
	}
	switch err {
	case store.ErrNotFound:
		http.Error(w, err.Error(), 501)
		return
	}
	switch e := err.(type) {
	case nil:
	case *store.Error:
		http.Error(w, e.Error(), 500)
	default:
		http.Error(w, "internal error", 500)
	}
}

func okOwnType(w http.ResponseWriter, s *store.Store) {
	if err := store.Own(); err != nil {
		http.Error(w, err.Error(), 500)
	}
	_, err := s.Find("x")
	var own *store.Error
	if errors.As(err, &own) {
		http.Error(w, err.Error(), 500)
		http.Error(w, own.Message, 500)
		return
	}
	if own, ok := err.(*store.Error); ok {
		http.Error(w, own.Error(), 500)
		http.Error(w, err.Error(), 500)
		return
	}
	if own, ok := errors.AsType[*store.Error](err); ok {
		http.Error(w, own.Error(), 500)
		http.Error(w, err.Error(), 500)
	}
}

func tellsOthers(w http.ResponseWriter, s *store.Store) {
	_, err := s.Find("x")
	switch e := err.(type) {
	case nil:
	case *os.PathError:
		http.Error(w, e.Error(), 500) // want `sends e.Error\(\) of s.Find`
	default:
		http.Error(w, e.Error(), 500) // want `sends e.Error\(\) of s.Find`
	}
}

func okFields(w http.ResponseWriter) {
	if err := os.Remove("x"); err != nil {
		resp := response{Code: 500, Message: "try again", Cause: err.Error(), detail: err.Error()}
		log.Print(resp.detail)
		w.WriteHeader(500)
		json.NewEncoder(w).Encode(resp)
	}
}

func okReplaced(w http.ResponseWriter, r *http.Request) {
	err := json.NewDecoder(r.Body).Decode(new(int))
	resp := response{Code: 400, Message: err.Error()}
	if !errors.Is(err, io.EOF) {
		resp.Message = "internal error"
		resp.Code = 500
	}
	w.WriteHeader(resp.Code)
	json.NewEncoder(w).Encode(resp)
}

func okOtherStatus(w http.ResponseWriter, r *http.Request) {
	msg, status := "internal error", 500
	if err := json.NewDecoder(r.Body).Decode(new(int)); err != nil {
		msg, status = err.Error(), 400
	}
	http.Error(w, msg, status)
}

func okSuccess(w http.ResponseWriter) {
	if err := os.Remove("x"); err != nil {
		fmt.Fprint(w, err.Error()) // with status 200: not what this is about
	}
}

// okUnknown: nothing is known of the status.
func okUnknown(w http.ResponseWriter, resp *http.Response) {
	if err := os.Remove("x"); err != nil {
		http.Error(w, err.Error(), resp.StatusCode)
	}
}

// okClientGone: nobody is left to read what the failed write says.
func okClientGone(w http.ResponseWriter) {
	if _, err := w.Write([]byte("done")); err != nil {
		http.Error(w, err.Error(), 500)
	}
	if _, err := fmt.Fprintf(w, "done"); err != nil {
		http.Error(w, err.Error(), 500)
	}
	if _, err := io.WriteString(w, "done"); err != nil {
		http.Error(w, "write: "+err.Error(), 500)
	}
}

// fillsBuffer: what is written to is no response.
func fillsBuffer(w http.ResponseWriter, file *os.File) {
	if _, err := fmt.Fprint(file, "done"); err != nil {
		http.Error(w, err.Error(), 500) // want `sends err.Error\(\) of fmt.Fprint with status 500`
	}
	if _, err := file.Write([]byte("done")); err != nil {
		http.Error(w, err.Error(), 500) // want `sends err.Error\(\) of file.Write with status 500`
	}
}

// copies: it is also the file that cannot be read.
func copies(w http.ResponseWriter, file *os.File) {
	if _, err := io.Copy(w, file); err != nil {
		http.Error(w, err.Error(), 500) // want `sends err.Error\(\) of io.Copy with status 500`
	}
}

// okBegun: the status is 404, whatever is asked for afterwards.
func okBegun(w http.ResponseWriter, s *store.Store) {
	w.WriteHeader(http.StatusNotFound)
	if _, err := s.Find("x"); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
}

// okBegunBoth: the status is 200 or 404.
func okBegunBoth(w http.ResponseWriter, s *store.Store, found bool) {
	if found {
		w.WriteHeader(http.StatusOK)
	} else {
		w.WriteHeader(http.StatusNotFound)
	}
	for range 3 {
		if _, err := s.Find("x"); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
}

func begunAtTimes(w http.ResponseWriter, s *store.Store, found bool) {
	if !found {
		w.WriteHeader(http.StatusNotFound)
	}
	if _, err := s.Find("x"); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `with status 500`
	}
}

func begunWithServerError(w http.ResponseWriter, s *store.Store) {
	w.WriteHeader(http.StatusBadGateway)
	if _, err := s.Find("x"); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `with status 500`
	}
}

// hinted: 103 is no answer yet.
func hinted(w http.ResponseWriter, s *store.Store) {
	w.WriteHeader(http.StatusEarlyHints)
	if _, err := s.Find("x"); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `with status 500`
	}
}

// begunElsewhere: the other response has the status.
func begunElsewhere(w, other http.ResponseWriter, s *store.Store) {
	other.WriteHeader(http.StatusNotFound)
	if _, err := s.Find("x"); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `with status 500`
	}
}

// deferred: it is too late for the WriteHeader.
func deferred(w http.ResponseWriter, s *store.Store) {
	defer w.WriteHeader(http.StatusNotFound)
	if _, err := s.Find("x"); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `with status 500`
	}
}
