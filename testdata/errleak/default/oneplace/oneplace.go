// Package oneplace makes the texts of its errors in one place.
package oneplace

import (
	"database/sql"
	"errors"
	"fmt"
	"log"
	"net/http"

	"github.com/labstack/echo/v4"
)

var errMissing = errors.New("no such thing")

// dbText tells of an error of the database.
func dbText(err error) string { // want `dbText returns the text of errors, and 6 responses with a server error's status send it, so clients read internal details; log the error in it and return a constant text`
	if errors.Is(err, sql.ErrConnDone) {
		return "no connection"
	}
	return err.Error()
}

func list(w http.ResponseWriter, db *sql.DB) {
	if _, err := db.Query("SELECT 1"); err != nil {
		http.Error(w, dbText(err), http.StatusInternalServerError)
	}
}

func get(w http.ResponseWriter, db *sql.DB) {
	if _, err := db.Exec("SELECT 2"); err != nil {
		http.Error(w, fmt.Sprintf("getting: %s", dbText(err)), http.StatusInternalServerError)
	}
}

func put(w http.ResponseWriter, db *sql.DB) {
	if _, err := db.Exec("UPDATE"); err != nil {
		text := "putting: " + dbText(err)
		http.Error(w, text, http.StatusServiceUnavailable)
	}
}

func del(w http.ResponseWriter, db *sql.DB) {
	if _, err := db.Exec("DELETE"); err != nil {
		answer(w, http.StatusInternalServerError, dbText(err))
	}
}

func begin(w http.ResponseWriter, db *sql.DB) {
	if _, err := db.Begin(); err != nil {
		http.Error(w, dbText(err), http.StatusInternalServerError)
	}
}

func ping(w http.ResponseWriter, db *sql.DB) {
	if err := db.Ping(); err != nil {
		http.Error(w, dbText(err), http.StatusInternalServerError)
	}
}

func okDirective(w http.ResponseWriter, db *sql.DB) {
	if err := db.Ping(); err != nil {
		//lint:ignore errleak an internal page
		http.Error(w, dbText(err), http.StatusInternalServerError)
	}
}

// wrong answers with whatever it is given.
func wrong(w http.ResponseWriter, status int, err error) { // want `wrong sends the text of the errors that it is given, 5 of them with a server error's status, so clients read internal details; log the error in it and send a constant text then`
	http.Error(w, err.Error(), status)
}

func wrongs(w http.ResponseWriter, db *sql.DB) {
	if err := db.Ping(); err != nil {
		wrong(w, 500, err)
		return
	}
	if _, err := db.Exec("a"); err != nil {
		wrong(w, 500, err)
		return
	}
	if _, err := db.Exec("b"); err != nil {
		wrong(w, 500, err)
		return
	}
	if _, err := db.Exec("c"); err != nil {
		wrong(w, 503, err)
		return
	}
	if _, err := db.Exec("d"); err != nil {
		wrong(w, 500, err)
		return
	}
	wrong(w, 400, errMissing)
}

func okClientsError(w http.ResponseWriter, db *sql.DB) {
	if err := db.Ping(); err != nil {
		http.Error(w, dbText(err), http.StatusBadRequest)
	}
}

func answer(w http.ResponseWriter, status int, text string) { http.Error(w, text, status) }

// fewText has too few callers to be the one place.
func fewText(err error) string { return "few: " + err.Error() }

func few(w http.ResponseWriter, db *sql.DB) {
	if err := db.Ping(); err != nil {
		http.Error(w, fewText(err), http.StatusInternalServerError) // want `http.Error sends the text of err of db.Ping with status 500`
	}
}

// format is not to blame for what it is given.
func format(what string, values ...any) string { return fmt.Sprintf(what, values...) }

func formats(w http.ResponseWriter, db *sql.DB) {
	if err := db.Ping(); err != nil {
		http.Error(w, format("a: %v", err), 500) // want `http.Error sends the text of err of db.Ping with status 500`
		return
	}
	if err := db.Ping(); err != nil {
		http.Error(w, format("b: %v", err), 500) // want `http.Error sends the text of err of db.Ping with status 500`
		return
	}
	if err := db.Ping(); err != nil {
		http.Error(w, format("c: %v", err), 500) // want `http.Error sends the text of err of db.Ping with status 500`
		return
	}
	if err := db.Ping(); err != nil {
		http.Error(w, format("d: %v", err), 500) // want `http.Error sends the text of err of db.Ping with status 500`
		return
	}
	if err := db.Ping(); err != nil {
		http.Error(w, format("e: %v", err), 500) // want `http.Error sends the text of err of db.Ping with status 500`
	}
}

// safeText hides what the error says.
func safeText(err error) string {
	log.Print(err)
	if errors.Is(err, errMissing) {
		return errMissing.Error()
	}
	return "internal error"
}

func okSafeText(w http.ResponseWriter, db *sql.DB) {
	if err := db.Ping(); err != nil {
		http.Error(w, safeText(err), http.StatusInternalServerError)
	}
}

// pgText is dbText for handlers of echo.
func pgText(err error) string { // want `pgText returns the text of errors, and 5 responses`
	return "database: " + err.Error()
}

func echoes(c echo.Context, db *sql.DB) error {
	if err := db.Ping(); err != nil {
		return echo.NewHTTPError(500, pgText(err))
	}
	if _, err := db.Exec("a"); err != nil {
		return echo.NewHTTPError(500, pgText(err))
	}
	if _, err := db.Exec("b"); err != nil {
		return echo.NewHTTPError(500, format("b: %s", pgText(err)))
	}
	if _, err := db.Exec("c"); err != nil {
		return echo.NewHTTPError(500, pgText(err))
	}
	if _, err := db.Exec("d"); err != nil {
		return echo.NewHTTPError(500, pgText(err))
	}
	return c.NoContent(http.StatusNoContent)
}
