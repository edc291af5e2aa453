// Command serve saves and removes.
package main

import (
	"log"
	"net/http"

	"example.com/fixtures/goroutinerecover/linked/causes/store"
)

type keeper interface {
	Save(id string)
	Remove(id string)
}

type server struct{ keeper keeper }

func (s *server) save(w http.ResponseWriter, r *http.Request) { s.keeper.Save(r.FormValue("id")) }

func (s *server) remove(w http.ResponseWriter, r *http.Request) { s.keeper.Remove(r.FormValue("id")) }

func main() {
	st := new(store.Store)
	st.Boot()
	s := &server{keeper: st}
	http.HandleFunc("POST /save", s.save)
	http.HandleFunc("POST /remove", s.remove)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
