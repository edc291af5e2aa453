// Package library answers by another module's function, which is not the project's
// to mend.
package library

import (
	"database/sql"
	"net/http"

	"example.com/thirdparty/respond"
)

func places(w http.ResponseWriter, db *sql.DB) {
	if err := db.Ping(); err != nil {
		respond.Failure(w, 500, err) // want `respond.Failure sends the text of err of db.Ping with status 500`
	}
	if err := db.Ping(); err != nil {
		respond.Failure(w, 500, err) // want `respond.Failure sends the text of err of db.Ping with status 500`
	}
	if err := db.Ping(); err != nil {
		respond.Failure(w, 500, err) // want `respond.Failure sends the text of err of db.Ping with status 500`
	}
	if err := db.Ping(); err != nil {
		respond.Failure(w, 500, err) // want `respond.Failure sends the text of err of db.Ping with status 500`
	}
	if err := db.Ping(); err != nil {
		respond.Failure(w, 500, err) // want `respond.Failure sends the text of err of db.Ping with status 500`
	}
}
