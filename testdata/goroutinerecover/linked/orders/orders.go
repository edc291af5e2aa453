// Package orders knows nothing of requests.
package orders

import "encoding/json"

type Service struct {
	store map[string]int
	sink  func([]byte) error
}

func New() *Service { return &Service{store: make(map[string]int)} }

func (s *Service) Create(id string) error {
	go s.index(id) // want `goroutine runs s.index and nothing recovers it.* \(reached from \(\*api.API\).CreateOrder\)`
	return nil
}

func (s *Service) index(id string) {
	var v map[string]int
	if err := json.Unmarshal([]byte(id), &v); err == nil {
		s.store[id] = v["n"]
	}
}

func (s *Service) List() []string {
	s.refresh()
	s.Ignored()
	return nil
}

func (s *Service) refresh() {
	go func() { // want `goroutine calls s.index and nothing recovers it.* \(reached from \(\*api.API\).ListOrders through \(\*Service\).List\)`
		s.index("all")
	}()
}

// Flush is called through an interface that Service is asserted to have.
func (s *Service) Flush() {
	go s.index("flush") // want `goroutine runs s.index and nothing recovers it.* \(reached from \(\*api.API\).CreateOrder\)`
}

// Watch is called by main.
func (s *Service) Watch() {
	go s.index("watch")
}

// Rebuild is called by nobody.
func (s *Service) Rebuild() {
	go s.index("rebuild")
}

func (s *Service) Ignored() {
	//lint:ignore goroutinerecover index is safe for this one
	go s.index("ignored")
}

// Memory has the methods as well, and never becomes an Orders.
type Memory struct{ Service *Service }

func (m *Memory) Create(id string) error {
	go m.Service.index(id)
	return nil
}

func (m *Memory) List() []string { return nil }

var _ interface{ List() []string } = (*Memory)(nil)
