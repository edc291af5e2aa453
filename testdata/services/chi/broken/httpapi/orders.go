package httpapi

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"net/smtp"
	"strings"

	"github.com/go-chi/chi/v5"

	"example.com/fixtures/services/chi/broken/orders"
	"example.com/fixtures/services/chi/broken/respond"
)

func (a *API) create(w http.ResponseWriter, r *http.Request) {
	var o orders.Order
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
		http.Error(w, "order is not valid JSON", http.StatusBadRequest)
		return
	}
	if len(o.Items) == 0 {
		w.WriteHeader(http.StatusUnprocessableEntity)
		return
	}
	o = a.store.Add(o)
	go confirm(o)
	respond.JSON(w, http.StatusCreated, o)
}

func (a *API) get(w http.ResponseWriter, r *http.Request) {
	o, err := a.store.Get(chi.URLParam(r, "id"))
	if errors.Is(err, orders.ErrNotFound) {
		respond.JSON(w, http.StatusNotFound, map[string]string{"error": "no such order"})
		return
	} else if err != nil {
		respond.Error(w, http.StatusInternalServerError, err.Error())
	}
	respond.JSON(w, http.StatusOK, o)
}

// confirm mails the customer what was ordered.
func confirm(o orders.Order) {
	user, domain, _ := strings.Cut(o.Email, "@")
	text := fmt.Sprintf("Subject: your order\r\n\r\nDear %s,\r\nfirst comes %s.", user, o.Items[0])
	if err := smtp.SendMail("mail."+domain+":25", nil, "shop@example.com", []string{o.Email}, []byte(text)); err != nil {
		log.Fatal("mail: ", err)
	}
}
