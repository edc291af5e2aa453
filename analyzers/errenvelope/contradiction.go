package errenvelope

import (
	"fmt"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/jsonshape"
	"github.com/prodvet/prodvet/internal/summary/response"
)

// contradiction returns the finding about a response whose body says something
// else than its status or its content type, whatever the envelope is.
func (v *vet) contradiction(w *response.Write) (analysis.Diagnostic, bool) {
	d := analysis.Diagnostic{Pos: w.Call.Pos(), End: w.Call.End()}
	s := w.Body.Shape
	switch {
	case w.Error && w.Body.Kind == frameworks.BodyText && s.Known():
		d.Category = "content-type"
		d.Message = v.subject(w) + " sends JSON as text/plain; set Content-Type to application/json, then write the status and the body"
	case w.Body.Kind != frameworks.BodyJSON || len(w.Status.Codes) == 0:
		return d, false
	case w.Status.IsError():
		if key := saysSuccess(s); key != "" {
			d.Category = "success-mismatch"
			d.Message = fmt.Sprintf("%s says %s with status %s; send one of both", v.subject(w), key, statuses(w))
			break
		}
		key, code := otherStatus(s, w.Status.Codes)
		if key == "" {
			return d, false
		}
		d.Category = "status-mismatch"
		d.Message = fmt.Sprintf("%s says %s %d with status %s; send one of both", v.subject(w), key, code, statuses(w))
	case v.statuses && !w.Status.MayBeError() && saysError(s):
		d.Category = "success-mismatch"
		d.Message = fmt.Sprintf("%s sends an error with status %s; send it with one of 400 to 599", v.subject(w), statuses(w))
	default:
		return d, false
	}
	return d, true
}

// statuses returns the statuses of a response as a sentence does.
func statuses(w *response.Write) string {
	var names []string
	for _, c := range w.Status.Codes {
		names = append(names, strconv.Itoa(c))
	}
	if len(names) > 3 {
		names = []string{names[0], "other errors"}
	}
	if len(names) < 2 {
		return list(names)
	}
	return list(names[:len(names)-1]) + " or " + names[len(names)-1]
}

// saysSuccess returns the key by which an object says that all went well, with
// its value, or "".
func saysSuccess(s jsonshape.Shape) string {
	for _, k := range s.Keys {
		if (k.Name == "success" || k.Name == "ok") && k.Value == "true" && !k.Optional {
			return k.Name + " true"
		}
	}
	return ""
}

// httpCodes are the values for which a key that may be a code of the service's
// own is thought to be an HTTP status.
var httpCodes = []int{400, 401, 403, 404, 405, 406, 408, 409, 410, 413, 415, 422, 429, 500, 501, 502, 503, 504}

// otherStatus returns the key by which an object names another HTTP status than
// those it is sent with, with its value, or "".
func otherStatus(s jsonshape.Shape, sent []int) (key string, code int) {
	for _, k := range s.Keys {
		if k.Optional || k.Type != jsonshape.Number || !slices.Contains([]string{"status", "statusCode", "status_code", "code"}, k.Name) {
			continue
		}
		n, err := strconv.Atoi(k.Value)
		if err != nil || slices.Contains(sent, n) {
			continue
		}
		if slices.Contains(httpCodes, n) || k.Name != "code" && n >= 100 && n <= 599 {
			return k.Name, n
		}
	}
	return "", 0
}

// besideErrors are the keys that objects have beside an error: one that has
// others says more than that something went wrong.
var besideErrors = []string{"error", "errors", "err", "success", "ok", "code", "status", "statusCode", "status_code", "message", "msg", "detail", "details", "reason", "type", "path", "timestamp", "request_id", "requestId", "trace_id"}

// saysError reports whether an object says of itself that it is an error,
// whatever its status: success is false, status is "error", or there is an
// error and nothing else.
func saysError(s jsonshape.Shape) bool {
	if s.Type != jsonshape.Object {
		return false
	}
	alone, carries := !s.Open, false
	for _, k := range s.Keys {
		switch {
		case k.Optional:
		case (k.Name == "success" || k.Name == "ok") && k.Value == "false" && k.Given:
			return true
		case k.Name == "status" && slices.Contains([]string{`"error"`, `"fail"`, `"failed"`, `"failure"`}, k.Value):
			return true
		case k.Name == "error" || k.Name == "errors":
			carries = k.Given && k.Type != jsonshape.Null && !slices.Contains([]string{`""`, "false", "0"}, k.Value)
		}
		alone = alone && slices.Contains(besideErrors, k.Name)
	}
	return alone && carries
}

// saysSo reports whether a response counts as an error because its body says
// so. That is for declared envelopes only: without one, what goes out with
// status 200 is the service's own way.
func (v *vet) saysSo(w *response.Write) bool {
	return v.explicit && w.Body.Kind == frameworks.BodyJSON && saysError(w.Body.Shape) && (!w.Foreign || w.OtherModule)
}
