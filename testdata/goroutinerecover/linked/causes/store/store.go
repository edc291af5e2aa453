// Package store starts the same goroutines at many places.
package store

import (
	"strconv"

	"example.com/fixtures/goroutinerecover/linked/causes/background"
)

type Store struct{ sizes []int }

func (s *Store) count(id string) { // want `^\(\*Store\).count runs on goroutines that nothing recovers, started at 5 places, so a panic in it ends the process; defer a recover in it$`
	n, _ := strconv.Atoi(id)
	s.sizes[n]++
}

func (s *Store) log(id string) {
	n, _ := strconv.Atoi(id)
	s.sizes[n]--
}

// quiet is known not to panic.
//
//lint:ignore goroutinerecover the size is checked
func (s *Store) quiet(id string) {
	s.log(id)
}

func (s *Store) Save(id string) {
	go s.count(id)
	go s.count(id)
	go s.count(id)
	go s.count(id)
	go s.log(id) // want `goroutine runs s.log and nothing recovers it`
	//lint:ignore goroutinerecover this one is known
	go s.count(id)
	go s.quiet(id)
	go s.quiet(id)
	go s.quiet(id)
	go s.quiet(id)
	go s.quiet(id)
}

func (s *Store) Remove(id string) {
	go s.count(id)
	for range 5 {
		background.Run(func() { s.log(id) })
	}
	background.Run(func() { s.log(id) })
	background.Run(func() { s.log(id) })
	background.Run(func() { s.log(id) })
	background.Run(func() { s.log(id) })
	background.Few(func() { s.log(id) }) // want `background.Few runs a function that calls s.log on a goroutine that nothing recovers`
	background.Quiet(func() { s.log(id) })
	background.Quiet(func() { s.log(id) })
	background.Quiet(func() { s.log(id) })
	background.Quiet(func() { s.log(id) })
	background.Quiet(func() { s.log(id) })
}

// Boot is called by main alone.
func (s *Store) Boot() {
	go s.count("")
	background.Run(func() { s.log("") })
}
