package gozero

import (
	"encoding/json"
	"net/http"

	"github.com/zeromicro/go-zero/rest"
)

type failure struct {
	Code    string `json:"code"`
	Details string `json:"details"`
}

func fail(w http.ResponseWriter, f failure) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusBadRequest)
	_ = json.NewEncoder(w).Encode(f)
}

func get(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Query().Get("page") {
	case "0":
		fail(w, failure{"page", "no page"})
	case "1":
		fail(w, failure{"page", "no users"})
	case "2":
		fail(w, failure{"page", "twice"})
	case "3":
		fail(w, failure{"page", "not yours"})
	case "4":
		fail(w, failure{"who", "who are you"})
	case "5":
		fail(w, failure{"page", "gone"})
	case "6":
		fail(w, failure{"later", "later"})
	case "7":
		fail(w, failure{"elsewhere", "elsewhere"})
	case "8":
		fail(w, failure{"closed", "closed"})
	case "9":
		fail(w, failure{"id", "no id"})
	case "10":
		fail(w, failure{"name", "no name"})
	}
}

var conf rest.RestConf
