// Package store is called by package web.
package store

import (
	"context"
	"errors"
	"log"
	"net/http"
	"net/http/cookiejar"
	"os"
	"sync"

	"example.com/fixtures/processexit/default/levels"
)

type Store struct {
	client *http.Client
	jar    bool
}

// Client makes the client when it is needed.
func (s *Store) Client() *http.Client {
	if s.client == nil {
		s.client = &http.Client{}
		if s.jar {
			jar, err := cookiejar.New(nil)
			if err != nil {
				log.Fatalf("no jar: %v", err)
			}
			s.client.Jar = jar
		}
	}
	return s.client
}

// Must ends the process for every error.
func Must(err error) {
	if err == nil {
		return
	}
	log.Fatal(err)
}

// Open opens by way of an unexported function.
func Open(name string) *os.File { return open(name) }

func open(name string) *os.File {
	f, err := os.Open(name)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil
	case err != nil:
		levels.Fatal(err.Error())
	}
	return f
}

// Lookup is not there for everything.
func Lookup(m map[string]int, key string) int {
	n, ok := m[key]
	if !ok {
		log.Fatalln("no", key)
	}
	return n
}

// Each calls f in between.
func Each(ctx context.Context, f func() error) {
	if err := f(); ctx.Err() == nil && err != nil {
		os.Exit(1)
	}
}

// Version prints and stops if it is told to.
func Version(print bool) {
	if print {
		os.Exit(0)
	}
}

var once sync.Once

// Setup runs at start-up as often as not.
func Setup() {
	once.Do(func() {
		if _, err := os.Stat("config"); err != nil {
			log.Fatal(err)
		}
	})
}

// Allowed ends the process on purpose.
func Allowed(err error) {
	if err != nil {
		//lint:ignore processexit nothing works without it
		log.Fatal(err)
	}
}

// Stored keeps a function that would.
func Stored() func() {
	return func() {
		if err := os.Chdir("/"); err != nil {
			os.Exit(1)
		}
	}
}
