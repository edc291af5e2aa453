package missingreturn

import (
	"log"
	"net/http"
)

func goesOn(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		http.Error(w, "bad form", http.StatusBadRequest) // want `http.Error answers, but goesOn goes on to w.Write at line 12; return after it`
	}
	_, _ = w.Write([]byte("ok"))
}

func byHelper(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		fail(w, err) // want `fail answers, but byHelper goes on to w.WriteHeader at line 19; return after it`
	}
	w.WriteHeader(http.StatusNoContent)
}

func fail(w http.ResponseWriter, err error) {
	log.Print(err)
	http.Error(w, "internal error", http.StatusInternalServerError)
}

func okReturns(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		fail(w, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func okFatal(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		fail(w, err)
		log.Fatal(err)
	}
	w.WriteHeader(http.StatusNoContent)
}
