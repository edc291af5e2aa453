// Package store knows nothing of requests: its callers do.
package store

import (
	"context"
	"log"
)

type Store struct{ rows map[string]string }

func (s *Store) Save(ctx context.Context, key string) error {
	s.rows[key] = ""
	go s.index(key)
	return nil
}

func (s *Store) SaveAll(ctx context.Context, keys []string) error {
	for _, k := range keys {
		if err := s.Save(ctx, k); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) index(key string) { s.rows[key] = key }

// Purge recovers.
func (s *Store) Purge() {
	go func() {
		defer func() {
			if v := recover(); v != nil {
				log.Print(v)
			}
		}()
		s.index("")
	}()
}

// Subscribe keeps a function that will start a goroutine.
func (s *Store) Subscribe() func() {
	return func() { go s.index("") }
}

// New starts the store's worker.
func New() *Store {
	s := &Store{}
	go s.index("")
	return s
}

// Warm says itself that its goroutine is no finding.
func (s *Store) Warm() {
	//lint:ignore goroutinerecover the index cannot panic here
	go s.index("")
}

// WarmAll calls it, and needs no directive of its own.
func (s *Store) WarmAll() { s.Warm() }

// Rebuild starts one goroutine for each kind of index.
func (s *Store) Rebuild() {
	go s.index("a")
	go s.index("b")
	go s.index("c")
	go s.index("d")
}

// Compact starts two.
func (s *Store) Compact() {
	go s.index("a")
	go s.index("b")
}
