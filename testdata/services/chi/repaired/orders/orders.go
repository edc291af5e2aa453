// Package orders keeps orders in memory.
package orders

import (
	"errors"
	"fmt"
	"sync"
)

// ErrNotFound says that there is no such order.
var ErrNotFound = errors.New("order not found")

// Order is what a customer ordered.
type Order struct {
	ID    string   `json:"id"`
	Email string   `json:"email"`
	Items []string `json:"items"`
}

// Store keeps orders.
type Store struct {
	mu     sync.Mutex
	orders map[string]Order
}

// NewStore returns an empty store.
func NewStore() *Store { return &Store{orders: make(map[string]Order)} }

// Add keeps o and returns it with its ID.
func (s *Store) Add(o Order) Order {
	s.mu.Lock()
	defer s.mu.Unlock()
	o.ID = fmt.Sprintf("o%d", len(s.orders)+1)
	s.orders[o.ID] = o
	return o
}

// Get returns the order with the ID, or ErrNotFound.
func (s *Store) Get(id string) (Order, error) {
	var n int
	if _, err := fmt.Sscanf(id, "o%d", &n); err != nil {
		return Order{}, fmt.Errorf("order %s: %w", id, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	o, ok := s.orders[id]
	if !ok {
		return Order{}, ErrNotFound
	}
	return o, nil
}
