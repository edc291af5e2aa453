package api

import (
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
		http.Error(w, "there are no pages", http.StatusBadRequest) // want errenvelope "http.Error"
		return
	}
	answer.JSON(w, http.StatusOK, s.Orders)
}

func (s *Shop) probe(w http.ResponseWriter, r *http.Request) {
	switch {
	case s.Orders == nil:
		http.Error(w, "not ready", http.StatusServiceUnavailable) //nolint:errenvelope // for the load balancer
	case s.Mail == nil:
		//lint:ignore errenvelope the load balancer reads the status only
		http.Error(w, "no mail", http.StatusServiceUnavailable)
	default:
		http.Error(w, "overloaded", http.StatusServiceUnavailable) // want errenvelope "http.Error"
	}
}

func (s *Shop) confirm(w http.ResponseWriter, r *http.Request) {
	for _, order := range s.Orders {
		go func() { // want goroutinerecover "goroutine"
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
	}
	w.WriteHeader(http.StatusAccepted)
}
