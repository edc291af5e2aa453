// Package store has functions that fail.
package store

import (
	"database/sql"
	"errors"
	"fmt"
	"net/http"
	"os"
)

// ErrNotFound is one of the store's own errors.
var ErrNotFound = errors.New("not found")

// Error is an error whose text is for clients.
type Error struct{ Message string }

func (e *Error) Error() string { return e.Message }

type Store struct{ DB *sql.DB }

// Find fails as the database does.
func (s *Store) Find(id string) (string, error) {
	var name string
	err := s.DB.QueryRow("select name from users where id = $1", id).Scan(&name)
	if err != nil {
		return "", fmt.Errorf("find %s: %w", id, err)
	}
	return name, nil
}

// Check fails with texts of its own.
func Check(id string) error {
	switch {
	case id == "":
		return ErrNotFound
	case len(id) > 10:
		return fmt.Errorf("%s is too long", id)
	}
	return errors.New("no such id")
}

// Own returns an error that is for clients.
func Own() *Error { return &Error{"come back later"} }

// Load tells the status that goes with the error.
func Load(name string) ([]byte, error, int) {
	if name == "" {
		return nil, errors.New("no name"), http.StatusBadRequest
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err, http.StatusInternalServerError
	}
	return data, nil, http.StatusOK
}

// Again hands on what Load says.
func Again(name string) ([]byte, error, int) { return Load(name) }

// Parse tells no more than what the client did wrong, but the other way round.
func Parse(name string) (error, int) {
	if _, err := os.Stat(name); err != nil {
		return err, http.StatusBadRequest
	}
	return errors.New("busy"), http.StatusServiceUnavailable
}

// IsBusy tells errors apart.
func IsBusy(err error) bool { return err != nil && err.Error() == "busy" }
