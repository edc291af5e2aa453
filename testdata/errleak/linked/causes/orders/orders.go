// Package orders is one of two that answer by package respond.
package orders

import (
	"database/sql"
	"net/http"

	"example.com/fixtures/errleak/linked/causes/respond"
)

func list(w http.ResponseWriter, db *sql.DB) {
	if err := db.Ping(); err != nil {
		respond.Fail(w, 500, err)
	}
	if err := db.Ping(); err != nil {
		respond.Fail(w, 500, err)
	}
	if err := db.Ping(); err != nil {
		respond.Fail(w, 503, err)
	}
	if err := db.Ping(); err != nil {
		respond.Fail(w, 400, err) // okClientsError
	}
}

func okAllowed(w http.ResponseWriter, db *sql.DB) {
	if err := db.Ping(); err != nil {
		respond.Debug(w, 500, err)
	}
	if err := db.Ping(); err != nil {
		respond.Debug(w, 500, err)
	}
	if err := db.Ping(); err != nil {
		respond.Debug(w, 500, err)
	}
}

func few(w http.ResponseWriter, db *sql.DB) {
	if err := db.Ping(); err != nil {
		respond.Few(w, 500, err) // want `respond.Few sends the text of err of db.Ping with status 500`
	}
}
