package api

import (
	"log/slog"
	"net/http"
	"strconv"

	"github.com/go-chi/chi/v5"

	"example.com/shop/answer"
	"example.com/shop/tasks"
)

// Order is an order of the shop.
type Order struct {
	ID    int `json:"id"`
	Items int `json:"items"`
}

// Shop answers requests about orders.
type Shop struct {
	Orders map[int]Order
	Mail   func(Order)
}

func (s *Shop) get(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.Atoi(chi.URLParam(r, "id"))
	if err != nil {
		answer.Error(w, http.StatusBadRequest, "order_id", "the order's id is no number")
		return
	}
	order, ok := s.Orders[id]
	if !ok {
		answer.Error(w, http.StatusNotFound, "order_unknown", "there is no such order")
		return
	}
	answer.JSON(w, http.StatusOK, order)
}

func (s *Shop) list(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("page") != "" {
		http.Error(w, "there are no pages", http.StatusBadRequest) // want errenvelope "http.Error sends text/plain; .* call answer.Error"
		return
	}
	answer.JSON(w, http.StatusOK, s.Orders)
}

func (s *Shop) cancel(w http.ResponseWriter, r *http.Request) {
	switch id := chi.URLParam(r, "id"); id {
	case "":
		http.Error(w, "no order", http.StatusBadRequest) //nolint:errenvelope // for a program that reads text
	case "0":
		//lint:ignore errenvelope for a program that reads text
		http.Error(w, "no such order", http.StatusNotFound)
	case "1":
		plain(w, http.StatusConflict) // a related position of the finding in plain, and no issue
	default:
		http.Error(w, "order "+id+" cannot be cancelled", http.StatusConflict) // want errenvelope "http.Error sends text/plain; .* call answer.Error"
	}
}

func plain(w http.ResponseWriter, status int) {
	w.WriteHeader(status)
	_, _ = w.Write([]byte("no")) // want errenvelope "w.Write sends a text"
}

func (s *Shop) confirm(w http.ResponseWriter, r *http.Request) {
	for _, order := range s.Orders {
		go func() { // want goroutinerecover "goroutine calls s.Mail"
			s.Mail(order)
		}()
		go func() {
			defer tasks.Recover("mail") // tasks exports the fact that Recover recovers
			s.Mail(order)
		}()
		tasks.Go("mail", func() { s.Mail(order) })
		go func() { //nolint:goroutinerecover // Mail recovers
			s.Mail(order)
		}()
		tasks.Detach(func() { s.Mail(order) }) // want goroutinerecover "tasks.Detach"
	}
	w.WriteHeader(http.StatusAccepted)
}

func logPanic() {
	if v := recover(); v != nil {
		slog.Error("panic", "value", v)
	}
}
