// Package api answers errors by the writer of another package, nearly always.
package api

import (
	"encoding/json"
	"net/http"

	"example.com/fixtures/errenvelope/inferred/respond"
)

// OkCalls answers many errors.
func OkCalls(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case "A":
		respond.Error(w, 400, "a")
	case "B":
		respond.Error(w, 401, "b")
	case "C":
		respond.Error(w, 402, "c")
	case "D":
		respond.Error(w, 403, "d")
	case "E":
		respond.Error(w, 404, "e")
	case "F":
		respond.Error(w, 405, "f")
	case "G":
		respond.Error(w, 406, "g")
	case "H":
		respond.Error(w, 407, "h")
	case "I":
		respond.Error(w, 408, "i")
	case "J":
		respond.Error(w, 409, "j")
	case "K":
		respond.Error(w, 410, "k")
	case "L":
		respond.Error(w, 411, "l")
	case "M":
		respond.Error(w, 412, "m")
	case "N":
		respond.Error(w, 413, "n")
	case "O":
		respond.Error(w, 414, "o")
	case "P":
		respond.Error(w, 415, "p")
	case "Q":
		respond.Error(w, 416, "q")
	case "R":
		respond.Error(w, 417, "r")
	}
}

func okMoreCalls(w http.ResponseWriter, r *http.Request) {
	switch r.ContentLength {
	case 0:
		respond.Error(w, 418, "more")
	case 1:
		respond.Error(w, 419, "more")
	case 2:
		respond.Error(w, 420, "more")
	case 3:
		respond.Error(w, 421, "more")
	case 4:
		respond.Error(w, 422, "more")
	case 5:
		respond.Error(w, 423, "more")
	case 6:
		respond.Error(w, 424, "more")
	case 7:
		respond.Error(w, 425, "more")
	case 8:
		respond.Error(w, 426, "more")
	case 9:
		respond.Error(w, 427, "more")
	case 10:
		respond.Error(w, 428, "more")
	case 11:
		respond.Error(w, 429, "more")
	case 12:
		respond.Error(w, 430, "more")
	case 13:
		respond.Error(w, 431, "more")
	case 14:
		respond.Error(w, 432, "more")
	case 15:
		respond.Error(w, 433, "more")
	case 16:
		respond.Error(w, 434, "more")
	case 17:
		respond.Error(w, 435, "more")
	}
}

func badText(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "x", 400) // want `^http.Error sends text/plain; other errors of this package are JSON objects with code and message; call respond.Error$`
}

func badStray(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(500)
	json.NewEncoder(w).Encode(map[string]string{"msg": "x"}) // want `Encode sends an object with the key msg; other errors of this package are JSON objects with code and message; call respond.Error$`
}

// okTwice: a form that there is twice is a second one on purpose.
func okTwice(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(500)
	json.NewEncoder(w).Encode(map[string]string{"reason": "x"})
}

func okTwiceAgain(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(501)
	json.NewEncoder(w).Encode(map[string]string{"reason": "x"})
}

func okProtocol(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(400)
	json.NewEncoder(w).Encode(map[string]string{"error": "invalid_request", "error_description": "x"})
}

// okHealthz says in a form of its own what is wrong.
func okHealthz(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(500)
	json.NewEncoder(w).Encode(map[string]string{"database": "down"})
}

// okPrecondition answers a conditional request as http.ServeContent does.
func okPrecondition(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusPreconditionFailed)
}

func okMoreKeys(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(400)
	json.NewEncoder(w).Encode(map[string]any{"code": 1, "message": "x", "fields": []string{}})
}
